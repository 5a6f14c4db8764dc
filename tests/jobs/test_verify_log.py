# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whatever somebody alters in a sealed log is found, and what was erased is not."""

import json
import os
import shutil
from pathlib import Path
from random import Random

import psycopg
import pytest
from tests.access.rows import Connection
from tests.support.tampering import (
    CHANGES,
    KINDS,
    LINES,
    Tampering,
    fill,
    past_all_triggers,
    seal,
    walked,
)
from tests.support.world import command, heads_folder

from woonvrede.jobs import commands
from woonvrede.jobs.commands import verify_log
from woonvrede.jobs.sealing import walk
from woonvrede.jobs.sealing.heads import Head
from woonvrede.jobs.sealing.walk import LOGS, Broken, Walked
from woonvrede.running.problem import Problem
from woonvrede.running.within import connected_as

pytestmark = pytest.mark.usefixtures("fresh_world", "no_heads")

TRIES = 500
ADD = (
    "insert into records_reading ({}, system, action, case_ids, report_ids, categories, purposes,"
    " why, refused) overriding system value"
    " values ({}, '', 'x', '{{}}', '{{}}', '{{}}', '{{}}', '', false)"
)
HAPPENS = (
    "insert into records_event ({}, kind, category, at, system, facts, personal, recipient_ids,"
    " salt, digest) overriding system value"
    " values ({}, 'Moved', 'process', now(), '', '{{}}', '{{}}', '{{}}', '', '')"
)


@pytest.fixture
def heads(administrator: Connection) -> dict[str, list[Head]]:
    """Two sealed logs, and the heads of their batches that somebody kept elsewhere."""
    fill(administrator)
    made = {log: seal(administrator, log) for log in LOGS}
    assert all(len(each) > 1 for each in made.values())
    return made


def broken(log: str, to: Connection, heads: list[Head]) -> Broken | None:
    return next(iter(walked(log, to, heads).broken), None)


def whole(log: str, to: Connection, heads: list[Head]) -> Walked:
    found = walked(log, to, heads)
    assert found.broken == []
    return found


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("log", LOGS)
def test_whatever_is_altered_is_found(
    log: str, kind: str, heads: dict[str, list[Head]], administrator: Connection
) -> None:
    """
    Five hundred tries over five kinds and two logs; the log is whole again after each.  The right
    line is named; of a chain that was made anew, if nothing else, the head that it does not hold.
    """
    tries = TRIES // (len(LOGS) * len(KINDS))
    missed = []
    for number in range(tries):
        with past_all_triggers(administrator):
            tampering = Tampering(log, Random(f"{log} {kind} {number}"), administrator)
            altered = KINDS[kind](tampering)
            found = broken(log, administrator, heads[log])
            named = found and (found.line, found.position)
            if named != altered and not (tampering.anew and "a copy " in str(found)):
                missed.append((number, altered, named))
    assert missed == []
    assert whole(log, administrator, heads[log]).sealed == LINES


def test_a_chain_that_was_made_anew_is_found_by_the_heads_kept_elsewhere_alone(
    heads: dict[str, list[Head]], administrator: Connection
) -> None:
    with past_all_triggers(administrator):
        tampering = Tampering("reading", Random(1), administrator)
        tampering.change("why")
        tampering.seal_anew()
        assert whole("reading", administrator, []).sealed == LINES
        found = broken("reading", administrator, heads["reading"])
    assert found is not None
    assert "a copy holds another hash" in str(found)


@pytest.mark.parametrize(
    ("log", "column"), [(log, column) for log, columns in CHANGES.items() for column in columns]
)
def test_no_field_can_be_changed_and_the_line_is_named(
    log: str, column: str, heads: dict[str, list[Head]], administrator: Connection
) -> None:
    with past_all_triggers(administrator):
        line = Tampering(log, Random(column), administrator).change(column)
        found = broken(log, administrator, [])
    assert found is not None
    assert (found.log, found.line) == (log, line)


def test_every_field_is_tried(administrator: Connection) -> None:
    for log, columns in CHANGES.items():
        found = administrator.execute(
            "select attname from pg_attribute where attrelid = %s::regclass and attnum > 0",
            [f"records_{log}"],
        ).fetchall()
        assert {name for (name,) in found} - {"id"} == set(columns)


def test_the_first_of_several_is_named(
    heads: dict[str, list[Head]], administrator: Connection
) -> None:
    lines = [
        line
        for (line,) in administrator.execute(
            "select line from records_seal where log = 'reading' order by position"
        )
    ]
    with past_all_triggers(administrator):
        for place in (200, 90, 150):
            administrator.execute(
                "update records_reading set why = 'x' where id = %s", [lines[place]]
            )
        administrator.execute("delete from records_reading where id = %s", [lines[100]])
        found = broken("reading", administrator, heads["reading"])
    assert found is not None
    assert (found.line, found.position) == (lines[90], 91)


def test_what_is_erased_leaves_the_log_whole(
    heads: dict[str, list[Head]], administrator: Connection
) -> None:
    """The value together with its salt; either alone is not an erasure."""
    lines = "(select line from records_seal where log = 'event' and position % 6 = 1)"
    for fields, erased in (
        ("personal = '{}', salt = ''", True),
        ("personal = '{}'", False),
        ("salt = ''", False),
        ("personal = '{\"reason\": \"x\"}', salt = ''", False),
    ):
        with past_all_triggers(administrator):
            ask = f"update records_event set {fields} where id in {lines}"
            assert administrator.execute(ask.encode()).rowcount == LINES // 6
            found = walked("event", administrator, heads["event"])
            assert (found.broken == []) == erased, fields
            assert (found.unfit == 0) == erased, fields
            if erased:
                assert found.erased == LINES // 6


@pytest.mark.parametrize(
    "personal", ['{"reason": "x"}', f'{{"n": {"9" * 5000}}}', "[" * 4000 + "]" * 4000]
)
def test_personal_fields_that_fit_nothing_hide_nothing_that_comes_after(
    personal: str, administrator: Connection
) -> None:
    """Whoever may write events could else plant one, and alter what they like from there on."""
    fill(administrator)
    with past_all_triggers(administrator):
        lines = [
            line for (line,) in administrator.execute("select id from records_event").fetchall()
        ]
        lines.sort()
        for place in (50, 70):
            ask = "update records_event set personal = %s where id = %s"
            administrator.execute(ask, [personal, lines[place]])
        made = seal(administrator, "event")
        found = walked("event", administrator, made)
        assert (found.sealed, found.heads, found.unfit) == (LINES, len(made), 2)
        assert [(each.line, each.position) for each in found.broken] == [(lines[50], 51)]
        administrator.execute("delete from records_event where id = %s", [lines[90]])
        found = walked("event", administrator, made)
        assert [each.line for each in found.broken] == [lines[50], lines[90]]


def test_what_was_removed_before_it_was_sealed_is_named(administrator: Connection) -> None:
    fill(administrator)
    with past_all_triggers(administrator):
        gone = administrator.execute(
            "delete from records_event where id = (select max(id) from records_event) returning id"
        ).fetchone()
        found = broken("event", administrator, [])
    assert found is not None
    assert (found.line,) == gone


def test_the_command_tells_what_it_found(administrator: Connection, tmp_path: Path) -> None:
    """0 when whole, 1 with the first broken line of each log, 2 when nobody can tell."""
    assert command("verify-log").returncode == 0
    fill(administrator)
    command("worker", "--once")
    fill(administrator)
    whole = command("verify-log")
    assert whole.returncode == 0, whole.stderr
    assert whole.stdout.splitlines()[0].startswith(
        f"records_event: {LINES} lines are whole, 1 heads fit; {LINES} not yet sealed, since 20"
    )
    elsewhere = shutil.copytree(heads_folder(), tmp_path / "kept")
    shutil.rmtree(heads_folder())
    unknown = command("verify-log")
    assert unknown.returncode == 2
    assert "no head is known outside the database" in unknown.stderr
    assert command("verify-log", "--heads", str(elsewhere)).returncode == 0
    (line,) = administrator.execute("select min(id) from records_reading").fetchone() or (0,)
    with administrator.transaction():
        administrator.execute("set local session_replication_role = replica")
        administrator.execute("update records_reading set why = 'x' where id = %s", [line])
        administrator.execute("delete from records_event")
    altered = command("verify-log", "--heads", str(elsewhere))
    assert altered.returncode == 1
    assert f"records_reading, line {line} (place 1 in the chain)" in altered.stderr
    assert "records_event, line " in altered.stderr
    assert "woord" not in altered.stdout + altered.stderr


def test_a_long_walk_tells_how_far_it_is(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    heads: dict[str, list[Head]],
) -> None:
    monkeypatch.setattr(walk, "BATCH", 60)
    asked = commands.parser().parse_args(["verify-log"])
    with connected_as("maintenance"), pytest.raises(Problem, match="no head is known"):
        verify_log.run(asked)
    told = [line.split(", ") for line in capsys.readouterr().err.splitlines()]
    assert [line[0] for line in told] == [
        f"  {done}/240 lines of records_{log}" for log in LOGS for done in (60, 120, 180, 240)
    ]
    assert all(line[2].endswith(" to go") for line in told)


def test_a_log_without_a_head_is_no_verdict(
    heads: dict[str, list[Head]], administrator: Connection, tmp_path: Path
) -> None:
    """The heads of one log say nothing of the other, and no copy is no copy of nothing."""
    of_one, empty = tmp_path / "one", tmp_path / "empty"
    for folder in (of_one, empty):
        folder.mkdir()
    last = heads["event"][-1]
    kept = {"position": last.position, "hash": last.hash.hex()}
    none = {"position": 0, "hash": ""}
    said = {"heads": {"event": kept, "reading": none}}
    (of_one / "2026-11-27.json").write_text(json.dumps(said))
    done = command("verify-log", "--heads", str(of_one))
    assert done.returncode == 2
    assert "Of records_reading no head is known outside the database" in done.stderr
    for each in ("reading", "event"):
        with administrator.transaction():
            administrator.execute("set local session_replication_role = replica")
            administrator.execute(f"truncate records_{each} cascade".encode())
            for kept_of in ("seal", "head", "unsealed"):
                administrator.execute(f"delete from records_{kept_of} where log = %s", [each])
        if each == "reading":
            assert command("verify-log", "--heads", str(of_one)).returncode == 2
    done = command("verify-log", "--heads", str(empty))
    assert done.returncode == 2
    assert "Of records_event and records_reading no head is known" in done.stderr
    assert command("verify-log", "--heads", str(of_one)).returncode == 1


@pytest.mark.parametrize("written", ["", "{", "[]", '{"heads": {"event": {"position": 1}}}'])
def test_heads_that_cannot_be_read_are_no_verdict(written: str) -> None:
    heads_folder().mkdir(parents=True)
    (heads_folder() / "2026-11-27.json").write_text(written)
    done = command("verify-log")
    assert (done.returncode, done.stdout) == (2, "")
    assert "holds no heads that can be read" in done.stderr


def test_no_database_and_no_folder_are_no_verdict(monkeypatch: pytest.MonkeyPatch) -> None:
    assert command("verify-log", "--heads", "/nowhere").returncode == 2
    assert command("verify-log", database="no_such_database").returncode == 2


@pytest.mark.parametrize(
    ("into", "column", "value"),
    [(ADD, "id", "1"), (ADD, "at", "now() - interval '1 day'"), (HAPPENS, "id", "1")],
)
def test_lines_of_a_process_get_number_and_moment_from_the_database(
    into: str, column: str, value: str
) -> None:
    """Else a look could be dated back, and any line be made to stand in the way of the next."""
    for name in ("DATABASE_URL", "DATABASE_WORKER_URL"):
        refused = pytest.raises(psycopg.errors.InsufficientPrivilege, match="permission denied")
        with psycopg.connect(os.environ[name]) as writing, refused:
            writing.execute(into.format(column, value).encode())
