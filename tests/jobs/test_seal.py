# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What happened and was read is sealed by the real worker; its heads are kept elsewhere."""

import json
import os
from datetime import UTC, datetime
from hashlib import sha256

import psycopg
import pytest
from procrastinate.contrib.django import app
from psycopg import errors
from tests.access import rows
from tests.support.tampering import LINES, fill, seal, walked
from tests.support.world import command, heads_folder

from woonvrede.jobs.sealing import heads
from woonvrede.jobs.sealing.heads import known
from woonvrede.jobs.sealing.seal import seal_waiting
from woonvrede.jobs.sealing.walk import GENESIS, LOGS, Walked
from woonvrede.running.problem import Problem
from woonvrede.running.within import connected_as

pytestmark = pytest.mark.usefixtures("fresh_world", "no_heads")

Connection = rows.Connection
CALL = "select sealed from records_seal('event', 10, 0, '')"
COUNT = "select count(*), max(position) from records_seal where log = %s"


def seal_all(at: datetime = datetime(2026, 3, 1, tzinfo=UTC)) -> int:
    with connected_as("worker"):
        return seal_waiting(at)


def waiting(to: Connection) -> list[tuple[str, int]]:
    return to.execute(
        "select log, count(*) from records_unsealed group by log order by log"
    ).fetchall()


def test_the_worker_seals_all_that_waits_and_keeps_where_the_chains_end(
    maintenance: Connection,
) -> None:
    fill(maintenance)
    assert waiting(maintenance) == [("event", LINES), ("reading", LINES)]
    done = command("worker", "--once")
    assert done.returncode == 0, done.stderr
    assert waiting(maintenance) == []
    kept = known(heads_folder())
    assert [(head.log, head.position) for head in kept] == [(log, LINES) for log in LOGS]
    for log in LOGS:
        assert maintenance.execute(COUNT, [log]).fetchone() == (LINES, LINES)
        assert walked(log, maintenance, kept) == Walked(log, sealed=LINES, heads=1)
    lines = [json.loads(line) for line in done.stderr.splitlines() if '"sealed"' in line]
    assert [(line["log"], line["hash"]) for line in lines] == [
        (head.log, head.hash.hex()) for head in kept
    ]


def test_the_next_lines_join_on_and_nothing_is_sealed_twice(maintenance: Connection) -> None:
    for lines in (2 * LINES, 2 * LINES, 0):
        if lines:
            fill(maintenance)
        assert seal_all() == lines
    kept = known(heads_folder())
    for log in LOGS:
        assert walked(log, maintenance, kept).sealed == 2 * LINES


def test_a_head_that_the_chain_no_longer_holds_is_never_overwritten(
    maintenance: Connection, administrator: Connection, caplog: pytest.LogCaptureFixture
) -> None:
    """Sealing goes on, and says so each time."""
    fill(maintenance)
    seal_all()
    kept = known(heads_folder())
    with administrator.transaction():
        administrator.execute("set local session_replication_role = replica")
        for table in ("seal", "head", "event", "reading"):
            administrator.execute(f"delete from records_{table}".encode())
    fill(maintenance)
    fill(maintenance)
    assert seal_all() == 4 * LINES
    assert caplog.text.count("does not hold its head") == len(LOGS)
    assert known(heads_folder()) == kept
    assert maintenance.execute(COUNT, ["event"]).fetchone() == (2 * LINES, 2 * LINES)


def test_heads_that_cannot_be_read_hold_up_no_seal_and_stay_as_they_are(
    maintenance: Connection,
) -> None:
    fill(maintenance)
    heads_folder().mkdir(parents=True)
    (heads_folder() / "2026-02-28.json").write_text("{")
    with pytest.raises(Problem, match="holds no heads that can be read"):
        seal_all()
    assert waiting(maintenance) == []
    assert [file.name for file in heads_folder().iterdir()] == ["2026-02-28.json"]


def test_a_day_has_one_file_of_heads_and_the_next_another(maintenance: Connection) -> None:
    for day, lines in ((1, LINES), (1, 2 * LINES), (2, 3 * LINES)):
        fill(maintenance)
        seal_all(datetime(2026, 3, day, 9, 0, tzinfo=UTC))
        assert {head.position for head in heads.newest().values()} == {lines}
    assert [(head.source, head.position) for head in known(heads_folder())] == [
        ("2026-03-01.json", 2 * LINES),
        ("2026-03-01.json", 2 * LINES),
        ("2026-03-02.json", 3 * LINES),
        ("2026-03-02.json", 3 * LINES),
    ]


def test_it_is_done_every_ten_seconds() -> None:
    when = {each.task.name: each.cron for each in app.periodic_registry.periodic_tasks.values()}
    assert when["seal"] == "* * * * * */10"


def test_what_commits_late_is_sealed_late_and_never_skipped(
    maintenance: Connection, administrator: Connection
) -> None:
    """Numbers are given out before a transaction ends: a lower one may come after a higher."""
    fill(maintenance)
    with psycopg.connect(os.environ["DATABASE_MAINTENANCE_URL"]) as late:
        about = rows.case(
            maintenance, "severe_nuisance", "plan", lead=rows.party_ids(maintenance)["portaal"]
        )
        add = (
            "insert into records_event (case_id, kind, category, at, system, facts, personal,"
            " recipient_ids, salt, digest) values (%s, 'Moved', 'process', now(), '', '{}', '{}',"
            " '{}', '', '') returning id"
        )
        (low,) = late.execute(add, [about]).fetchone() or (0,)
        (high,) = maintenance.execute(add, [about]).fetchone() or (0,)
        assert low < high
        seal(administrator, "event")
        assert walked("event", maintenance).sealed == LINES + 1
        late.commit()
    found = walked("event", maintenance)
    assert (found.sealed, found.waiting) == (LINES + 1, 1)
    seal(administrator, "event")
    placed = maintenance.execute(
        "select line from records_seal where log = 'event' order by position desc limit 2"
    ).fetchall()
    assert placed == [(low,), (high,)]
    assert walked("event", maintenance) == Walked("event", sealed=LINES + 2, erased=2)


def test_what_is_rolled_back_does_not_wait(maintenance: Connection) -> None:
    with psycopg.connect(os.environ["DATABASE_MAINTENANCE_URL"]) as undone:
        fill(undone)
        undone.rollback()
    assert waiting(maintenance) == []


def test_two_at_once_make_one_chain(maintenance: Connection) -> None:
    fill(maintenance)
    with psycopg.connect(os.environ["DATABASE_WORKER_URL"]) as first:
        first.execute("select set_config('app.system', 'seal', true)")
        first.execute(CALL.encode())
        with psycopg.connect(os.environ["DATABASE_WORKER_URL"]) as second:
            second.execute("select set_config('app.system', 'seal', true)")
            with pytest.raises(errors.LockNotAvailable):
                second.execute(CALL.encode())
    assert walked("event", maintenance).sealed == 10


def test_only_the_job_that_seals_writes_seals(maintenance: Connection) -> None:
    fill(maintenance)
    for role, system, allowed in (
        ("APP", "seal", False),
        ("APP", "", False),
        ("WORKER", "", False),
        ("WORKER", "reap", False),
        ("WORKER", "seal", True),
    ):
        name = "DATABASE_URL" if role == "APP" else "DATABASE_WORKER_URL"
        with psycopg.connect(os.environ[name]) as asking:
            asking.execute("select set_config('app.system', %s, true)", [system])
            if allowed:
                assert asking.execute(CALL.encode()).fetchone() == (10,)
            else:
                with pytest.raises(errors.InsufficientPrivilege):
                    asking.execute(CALL.encode())


def test_seals_depend_on_no_setting_of_a_session(
    maintenance: Connection, administrator: Connection
) -> None:
    fill(maintenance)
    strange = {
        "TimeZone": "Asia/Tokyo",
        "DateStyle": "SQL, DMY",
        "IntervalStyle": "sql_standard",
        "extra_float_digits": "-15",
        "bytea_output": "escape",
        "lc_numeric": "C",
    }
    for name, value in strange.items():
        administrator.execute("select set_config(%s, %s, false)", [name, value])
    for log in LOGS:
        seal(administrator, log)
        assert walked(log, maintenance).sealed == LINES
        assert walked(log, administrator).sealed == LINES


def test_a_hash_can_be_made_again_with_paper_and_sha256(
    maintenance: Connection, administrator: Connection
) -> None:
    """As docs/decisions/0022 says it; whoever distrusts the program can do so too."""
    fill(maintenance)
    seal(administrator, "reading", most=1)
    found = maintenance.execute(
        "select r.*, extract(epoch from r.at)::text, s.hash from records_reading r"
        " join records_seal s on s.line = r.id and s.log = 'reading' where s.position = 1"
    )
    assert found.description is not None
    line = dict(zip([each.name for each in found.description], found.fetchone() or (), strict=True))
    names = "account party system action case_ids report_ids categories purposes why refused"
    said = json.dumps(
        ["reading", line["id"], line["extract"], *(line[name] for name in names.split())],
        ensure_ascii=False,
    )
    assert line["hash"] == sha256(GENESIS + said.encode()).digest()
