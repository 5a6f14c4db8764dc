# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
A world that grew by copies: each opens, goes on, and is what its happenings say it is.

``CASES=1000000`` lets the world of the full test grow to as many, for some hours.
"""

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from random import Random
from typing import Any

import psycopg
import pytest
from django.utils import timezone
from tests import story as steps
from tests.insight import random_worlds
from tests.insight.random_worlds import Tale, people
from tests.support.city import UTRECHT, fewer, utrecht
from tests.support.world import Broom
from tests.world import START, signed_in, told

from woonvrede.access.books import book
from woonvrede.access.refusals import Refused
from woonvrede.casework.story.replay import as_it_stands, replayed
from woonvrede.jobs.demo.cast import Persona
from woonvrede.jobs.demo.city.draw import crowd
from woonvrede.jobs.demo.crowded import homes
from woonvrede.jobs.demo.crowded.grow import grow
from woonvrede.jobs.demo.read import demos
from woonvrede.jobs.demo.world import make_world
from woonvrede.running.within import connected_as

Connection = psycopg.Connection[Any]
SMALL, LARGE = 150, int(os.environ.get("CASES") or 1500)  # cases
HELD = """
    select count(*) from records_case c where party_ids is distinct from (
        select coalesce(array_agg(distinct i.party_id), '{}') from records_involvement i
        where i.case_id = c.id and (i.until is null or i.until > now()))
"""
COUNTED = "select reltuples::int from pg_class where oid = 'records_case'::regclass"
ALIKE = {
    "addresses": "select count(*), count(distinct (postcode, number, suffix))"
    " from records_dwelling",
    "marks": "select count(*), count(e.id) from records_tally t join records_event e on"
    " e.id = t.event_id and e.case_id is not distinct from coalesce(t.case_id, e.case_id)",
    "units": "select count(*), count(*) filter (where t.unit in (c.reference, r.reference))"
    " from records_tally t left join records_case c on c.id = t.case_id"
    " left join records_report r on r.id = t.report_id",
    "copies": "select count(*), count(*) filter (where c.dwelling_id = o.dwelling_id)"
    " from records_link l join records_case c on c.id = l.case_id"
    " join records_case o on o.id = l.other_id",
    "queue": "select count(*), count(d.id) from procrastinate_jobs j left join records_deadline d"
    " on d.id = (j.args->>'row')::bigint and d.case_id = (j.args->>'case')::bigint"
    " where j.task_name = 'term_passes'",
    "past": "select count(*), count(*) filter (where at <= now()) from records_event",
}


@pytest.fixture(scope="module")
def everybody(broom: Broom) -> Iterator[list[Persona]]:
    """A world with a little of a city in it, and who is there; nothing of it remains."""
    broom.sweep()
    list(make_world(timezone.now(), [(UTRECHT, fewer(0.02))], workers=1))
    yield [*demos()[UTRECHT].everybody, *crowd(utrecht())]
    broom.sweep()


@pytest.mark.parametrize(
    ("size", "drawn"),
    [(SMALL, 25), pytest.param(LARGE, 200, marks=pytest.mark.full)],
)
def test_what_was_copied_opens_goes_on_and_is_what_happened_to_it(
    everybody: list[Persona],
    maintenance: Connection,
    monkeypatch: pytest.MonkeyPatch,
    size: int,
    drawn: int,
) -> None:
    newest = _newest(maintenance)
    grown = list(grow(size, [UTRECHT]))
    assert size <= grown[-1][0] < size + 5
    assert maintenance.execute(HELD).fetchone() == (0,)
    assert maintenance.execute(COUNTED).fetchone() == (grown[-1][0],), "the planner counted too"
    for what, asked in ALIKE.items():
        found = maintenance.execute(asked).fetchone()
        assert found is not None
        assert found[0] == found[1] > 0, what
    lot = _lot(maintenance, newest, drawn)
    assert len({case for case, _ in lot}) == drawn // 2 * 2
    assert all(case > newest for case, _ in lot)
    # Not before: a world can take longer to grow than a tale looks back.
    monkeypatch.setattr(random_worlds, "END", timezone.now())
    for case, running in lot:
        monkeypatch.setattr(random_worlds, "CAST", _near(case, everybody, maintenance))
        with connected_as("maintenance"):
            state = as_it_stands(case)
            assert replayed(case, state.agreement) == state
        assert _pages(case, maintenance) > 0
        if running:
            assert _goes_on(case, maintenance), case
            with connected_as("maintenance"):
                assert replayed(case, state.agreement) == as_it_stands(case)


def test_only_a_demo_grows(fresh_world: None) -> None:
    with pytest.raises(Refused, match="geen demo"):
        next(grow(10, [UTRECHT]))


@pytest.mark.usefixtures("people")
def test_homes_that_only_reports_came_of_do_not_swell_a_lot(
    maintenance: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    As after an import: of those no more than of homes with a case, and a lot has an end; of a city
    that does not grow, none.
    """
    for number in range(200, 205):
        steps.reported(steps.Story(START, steps.Words(replace(steps.HOUSE, number=f"{number}"))))
    told("execution")
    known = homes.originals(maintenance, [UTRECHT])
    assert [len(each.cases) for each in known] == [1, 0]
    assert homes.originals(maintenance, ["voorbeeldstad-2026"]) == []
    monkeypatch.setattr(homes, "MOST_HOMES", 3)
    lot = homes.Copier(maintenance, known, Random(1)).lot(50)
    assert len(lot.homes["old"]) == 3


def _newest(look: Connection) -> int:
    row = look.execute("select max(id) from records_case").fetchone()
    assert row is not None
    return int(row[0])


def _lot(look: Connection, newest: int, drawn: int) -> list[tuple[int, bool]]:
    """
    Return copies drawn at random, those after the newest original, under the agreement that is a
    city's: half of them running if there are so many, the others whichever.
    """
    copies = look.execute(
        "select id, closed_at is null from records_case where agreement = %s and id > %s"
        " order by id",
        [UTRECHT, newest],
    ).fetchall()
    dice = Random(1)
    running = [each for each in copies if each[1]]
    lot = dice.sample(running, min(drawn // 2, len(running)))
    others = [each for each in copies if each not in lot]
    return lot + dice.sample(others, drawn // 2 * 2 - len(lot))


def _near(case: int, everybody: list[Persona], look: Connection) -> list[Persona]:
    """Return who has a seat of their own in a case, and of each circle and function two more."""
    seats = look.execute(
        "select a.email from records_involvement i join records_account a on a.id = i.account_id"
        " where i.case_id = %s and i.until is null",
        [case],
    )
    seated = {email for (email,) in seats}
    found: list[Persona] = []
    for each in everybody:
        alike = [one for one in found if (one.party, one.function) == (each.party, each.function)]
        if each.email in seated or len(alike) < 2:
            found.append(each)
    return found


def _tale(look: Connection, chance: int = 0) -> Tale:
    return Tale(Random(chance), look, book(UTRECHT), 0, timezone.now() - timedelta(minutes=5))


def _reference(case: int, look: Connection) -> str:
    row = look.execute("select reference from records_case where id = %s", [case]).fetchone()
    assert row is not None
    return str(row[0])


def _pages(case: int, look: Connection) -> int:
    """Open the case and every page below it as the first who can; return how many those are."""
    reference = _reference(case, look)
    circles = _tale(look).now(reference).circles
    functions = {function for role in book(UTRECHT).roles for function in role.functions}
    able = people(circles, functions)
    for who in {(each.party, each.function): each for each in able}.values():
        client = signed_in(who.key)
        page = client.get(f"/casussen/{reference}/")
        if page.status_code == 200:
            links = set(
                re.findall(rf'href="(/casussen/{reference}/[^"#]+)"', page.content.decode())
            )
            assert {client.get(link).status_code for link in links} <= {200}
            return 1 + len(links)
    return 0


def _goes_on(case: int, look: Connection) -> bool:
    """Let somebody take a step, whichever can be taken; say whether one was."""
    reference = _reference(case, look)
    for chance in range(6):
        tale = _tale(look, chance)
        now = tale.now(reference)
        tale.step(reference, now, book(UTRECHT).interventions[now.intervention])
        if tale.now(reference).version > now.version:
            return True
    return False
