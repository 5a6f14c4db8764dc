# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""``make kill`` in short, with one round for each service; and what it counts, planted."""

import re
import sys
from collections import Counter
from dataclasses import replace

import psycopg
import pytest

from tests.kills import stuck, told
from tests.kills.half_done import DONE_TWICE, Questions, answers, half_done
from tests.kills.person import Answer, Person
from tests.story import HOUSE, Words
from tests.support import checkout
from tests.world import told as story_told
from woonvrede.intake.address import in_words

ROUNDS = 3
ELSEWHERE = replace(HOUSE, number="114")
HEAD = ["rounds", "web", "worker", "database", "lost", "half-done", "doubled", "stuck", "errors"]

BY_HALF = {
    "a case that nobody opened": "delete from records_event where kind = 'Opened'",
    "a case out of nowhere": "update records_report set case_id = null",
    "a case whose lead takes no part": """
        delete from records_involvement i using records_case c
        where c.id = i.case_id and i.party_id = c.lead_id""",
    "a list that tells another stage": "update records_involvement set stage = 'elsewhere'",
    "a closing without its event": "delete from records_event where kind = 'Closed'",
    "a report that nobody made": "delete from records_event where kind = 'Reported'",
    "a decision without its event": "delete from records_event where kind = 'RouteDecided'",
    "a hand-over that was accepted": "delete from records_link",
    "a hand-over without its event": "delete from records_event where kind = 'HandOverAccepted'",
    "a question about permission": "delete from records_event where kind = 'PermissionGranted'",
    "a term that passed without": "update records_deadline set missed_at = now()",
    "a photo without its event": """
        insert into records_photo (case_id, category, party_id, account_id, at, content)
        select c.id, 'health', c.lead_id, min(a.id), now(), 'x'
        from records_case c, records_account a group by c.id""",
    "a form that was used up": """
        insert into records_once (account_id, key, digest, answer, at)
        select min(id), 'half', '', '', now() from records_account""",
    "a draft of a report that was sent": """
        with mine as (select min(id) id from records_account), used as (
            insert into records_once (account_id, key, digest, answer, at)
            select id, 'half', '', '/', now() from mine)
        insert into records_draft (account_id, party_id, key, answers, at)
        select mine.id, min(p.id), 'half', '{}', now() from mine, records_party p group by 1""",
    "a stage without its event": "delete from records_event where kind = 'Moved'",
    "a case without its term": "delete from records_deadline where ended_at is null",
    "an event without its mark": "delete from records_tally",
}
EVENT = """
    insert into records_event (case_id, report_id, kind, category, at, system, facts, personal,
        recipient_ids, salt, digest)
    select case_id, report_id, kind, category, at, '', facts, personal, recipient_ids, salt, digest
    from records_event where kind = """
TWICE = {
    "a case that was opened twice": EVENT + "'Opened'",
    "a report that was decided on twice": EVENT + "'RouteDecided'",
    "a case that was handed over twice": """
        with other as (
            insert into records_case (reference, agreement, intervention, stage, stage_since,
                dwelling_id, address, place, district, lead_id, opened_at, outcome, version,
                party_ids, excluded_ids)
            select 'twice', agreement, intervention, stage, stage_since, dwelling_id, address,
                place, district, lead_id, opened_at, outcome, version, party_ids, excluded_ids
            from records_case where intervention = 'last_chance' returning id)
        insert into records_link (case_id, other_id, since)
        select l.case_id, other.id, now() from records_link l, other""",
    "a mark that counts twice": """
        insert into records_tally (event_id, case_id, report_id, agreement, indicator, party_id,
            day, unit, part, sign)
        select event_id, case_id, report_id, agreement, indicator, party_id, day, unit, part, sign
        from records_tally""",
    "a term that runs twice": """
        insert into records_deadline (case_id, key, owner, started_at, due)
        select case_id, key, owner, started_at, due from records_deadline where ended_at is null""",
    "a term that passed twice": """
        insert into records_event (case_id, kind, category, at, system, facts, personal,
            recipient_ids, salt, digest)
        select id, 'DeadlineMissed', 'process', now(), '', '{}', '{}', '{}', '', ''
        from records_case""",
}
JOB = "insert into procrastinate_jobs (queue_name, task_name, status) values ('default', 'reap', "
LEFT = {
    "a job that goes on": JOB + "'doing')",
    "a job that failed": JOB + "'failed')",
    "a job that nobody takes up": JOB + "'todo')",
    "a term that passed and is not": "update records_deadline set due = '2026-01-01'",
}


def test_after_each_kill_all_is_whole() -> None:
    """With a database, a folder and a port of its own."""
    script = [sys.executable, "scripts/kill_rounds.py"]
    done = checkout.run(script, checkout.plain(ROUNDS=str(ROUNDS), SEED="1"))
    assert done.returncode == 0, done.stdout + done.stderr
    head, row = (line.split() for line in done.stdout.splitlines()[-2:])
    assert dict(zip(head, map(int, row), strict=True)) == dict(
        zip(HEAD, (ROUNDS, 1, 1, 1, 0, 0, 0, 0, 0), strict=True)
    )
    assert re.search(r"[1-9]\d* report\b", done.stdout)


def test_a_page_that_fails_once_is_an_error_and_one_that_is_away_is_not(
    monkeypatch: pytest.MonkeyPatch, people: None
) -> None:
    found = {}
    for failed in (500, 502, 503):
        answers = iter([Answer(failed, "", ""), Answer(200, "", "")])
        monkeypatch.setattr(Person, "_send", lambda *_, to=answers: next(to))
        somebody = Person("landlord", 0, Counter(), [])
        assert somebody.ask("/", towards="").status == 200
        found[failed] = somebody.errors
    assert found == {500: ["/ of landlord was answered 500"], 502: [], 503: []}


@pytest.fixture
def whole(people: None, administrator: "psycopg.Connection") -> "psycopg.Connection":
    """A case that came from the report to the last chance, and one in which a term runs."""
    story_told("considered")
    story_told("execution", Words(address=ELSEWHERE))
    return administrator


def _plant(sql: str, into: "psycopg.Connection", ask: Questions | None = None) -> str:
    """Return what is found once this is done, past every trigger, and undo it."""
    with into.transaction(force_rollback=True):
        into.execute("set local session_replication_role = replica")
        into.execute(sql.encode())
        return "\n".join(answers(ask, into) if ask else half_done(into))


def test_what_is_whole_is_found_whole(whole: "psycopg.Connection") -> None:
    assert list(half_done(whole)) == []
    assert list(answers(DONE_TWICE, whole)) == []


def test_each_thing_that_is_there_by_half_is_found(whole: "psycopg.Connection") -> None:
    missed = [title for title, sql in BY_HALF.items() if title not in _plant(sql, whole)]
    assert missed == []


def test_each_thing_that_is_there_twice_is_found(whole: "psycopg.Connection") -> None:
    missed = [t for t, sql in TWICE.items() if t not in _plant(sql, whole, DONE_TWICE)]
    assert missed == []
    assert TWICE.keys() == DONE_TWICE.keys()


def test_each_thing_that_is_left_behind_is_found(whole: "psycopg.Connection") -> None:
    missed = [t for t, sql in LEFT.items() if t not in _plant(sql, whole, stuck.LEFT_BEHIND)]
    assert missed == []


def test_what_was_told_must_be_there_as_often(whole: "psycopg.Connection") -> None:
    address = in_words(HOUSE)
    opened = {(address, "Opened"): 2, (in_words(ELSEWHERE), "Opened"): 1}
    said = Counter({**opened, (address, "last_chance"): 1})
    assert [*told.lost(said, whole), *told.doubled(said, whole)] == []
    more = said + Counter({(address, "Opened"): 1})
    assert list(told.lost(more, whole)) == [f"told and not there: Opened, {address}, 2 of 3"]
    less = said - Counter({(address, "Opened"): 1})
    assert list(told.doubled(less, whole)) == [f"there and not told: Opened, {address}, 2 for 1"]


def test_a_transaction_that_nobody_ends_is_found(
    administrator: "psycopg.Connection", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stuck, "SECONDS_TO_LET_GO", 1)
    assert stuck.held(administrator) == []
    with psycopg.connect(administrator.info.dsn) as forgotten:
        forgotten.execute("select")
        assert stuck.held(administrator) == [
            "a transaction that goes on: postgres idle in transaction"
        ]
