# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Ctrl-C while demo data are made or grow: it says so in one line, and nothing is there by half."""

import re

import psycopg
from django.utils import timezone
from tests.kills.half_done import DONE_TWICE, answers, half_done
from tests.support.terminal import cancelled
from tests.support.world import command

from woonvrede.jobs.demo.crowded.grow import LOT
from woonvrede.jobs.demo.read import demos
from woonvrede.jobs.demo.world import make_world

SCENES = sum(len(demo.told) for demo in demos().values())


def count(look: "psycopg.Connection") -> int:
    row = look.execute("select count(*) from records_case").fetchone()
    assert row is not None
    return int(row[0])


def ended_clearly(code: int, told: str, how: str) -> None:
    """With 1, and a line of its own below the bar."""
    assert code == 1
    *_, bar, last = told.splitlines()
    assert re.search(r" to go(, \d+ rows)?\^C$", bar), told[-500:]
    assert last == f"woonvrede: Stopped. {how}", told[-500:]
    assert "Traceback" not in told


def test_a_world_that_is_stopped_is_no_world(
    fresh_world: None, administrator: "psycopg.Connection"
) -> None:
    """While several processes tell its city."""
    code, told = cancelled("demo-data", once=rf"\] {SCENES + 5}\d*/\d+ cases")
    half = "This world is half: begin again with an empty database (make demo-reset)."
    ended_clearly(code, told, half)
    made = count(administrator)
    assert made > 0
    assert [*half_done(administrator), *answers(DONE_TWICE, administrator)] == []
    again = command("demo-data", "--small")
    assert again.returncode == 1
    assert "een halve demo" in again.stderr
    assert count(administrator) == made


def test_growth_that_is_stopped_leaves_whole_lots_and_goes_on(
    fresh_world: None, administrator: "psycopg.Connection"
) -> None:
    list(make_world(timezone.now()))
    begun = count(administrator)
    code, told = cancelled("demo-data", "--cases", "30000", once=rf"\] (?!{begun}/)\d+/30000 cases")
    stopped = re.search(r"Stopped. (\d+) cases", told)
    assert stopped is not None, told[-500:]
    last = int(stopped[1])
    ended_clearly(code, told, f"{last} cases are there; the same command goes on.")
    grown = count(administrator)
    # What was told, or a whole lot more of which nobody was told any more.
    assert grown == last or grown >= last + LOT // 4
    assert [*half_done(administrator), *answers(DONE_TWICE, administrator)] == []
    again = command("demo-data", "--cases", str(grown + 20))
    assert again.returncode == 0, again.stderr
    assert count(administrator) >= grown + 20
