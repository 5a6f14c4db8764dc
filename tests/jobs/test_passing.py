# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What time does to a case, done by the real worker, connected as the role worker."""

import os
from datetime import datetime, timedelta

import psycopg
import pytest
from django.utils import timezone
from tests import story as steps
from tests.story import Story
from tests.support.ways import eviction, with_all_guests
from tests.support.world import work_once
from tests.world import told

from woonvrede.access.refusals import Invalid
from woonvrede.access.session import acting
from woonvrede.casework.lists.worklist import read_work
from woonvrede.casework.page.case import read_case
from woonvrede.casework.terms import later
from woonvrede.casework.terms.working_days import after_working_days

pytestmark = pytest.mark.usefixtures("people")

MISSED = """
    select system, party_id, facts->>'label' from records_event
    where kind = 'DeadlineMissed' order by id
"""
QUEUED = "select task_name, args, scheduled_at from procrastinate_jobs order by id"


def terms(maintenance: "psycopg.Connection") -> list[tuple[str, bool]]:
    """Return every term with whether it was marked as missed."""
    rows = maintenance.execute(
        "select key, missed_at is not null from records_deadline order by id"
    )
    return [(key, missed) for key, missed in rows]


def test_a_term_that_passes_is_marked_once_by_a_named_system_actor(
    maintenance: "psycopg.Connection",
) -> None:
    """The term for the corporation's answer passed; the one for the decision was met."""
    story = told("awaiting_permission")
    case, term = _last_term(maintenance)
    for _ in range(2):
        work_once()
        later.leave("term_passes", timezone.now(), case=case, row=term)
    assert terms(maintenance) == [("intake_decision", False), ("permission_answer", True)]
    label = "Antwoord van de corporatie"
    assert maintenance.execute(MISSED).fetchall() == [("term_passes", None, label)]
    actor = story.as_("lead")
    with acting(actor):
        page = read_case(story.reference, actor=actor, at=timezone.now())
        found = read_work(actor=actor, at=timezone.now())
    happened = page.timeline[0].events
    assert [each.sentence for each in happened[:2]] == [
        f"Termijn lang verstreken: {label}. Nu ook bij: Regie extreme woonoverlast.",
        f"Termijn verstreken: {label}.",
    ]
    assert happened[1].by == "automatisch"
    assert [(each.kind, each.said) for each in found.late] == [
        ("escalated", f"Vraag ernaar: {label}")
    ]


def test_a_term_that_just_passed_waits_before_it_is_for_who_leads(
    maintenance: "psycopg.Connection",
) -> None:
    """Three working days (`escalation_workdays`); and then it is told once."""
    told("awaiting_permission")
    case, term = _last_term(maintenance)
    yesterday = timezone.localdate() - timedelta(days=1)
    maintenance.execute("update records_deadline set due = %s where id = %s", [yesterday, term])
    for _ in range(2):
        later.leave("term_passes", timezone.now(), case=case, row=term)
        work_once()
    told_of = "kind in ('DeadlineMissed', 'TermEscalated')"
    asked = f"select kind from records_event where {told_of} order by id"
    assert maintenance.execute(asked).fetchall() == [("DeadlineMissed",)]
    waiting = [at for name, _, at in _queued(maintenance) if name == "term_passes" and at]
    assert waiting.count(later.end_of(after_working_days(yesterday, 3))) == 1
    maintenance.execute("update records_deadline set due = due - 7 where id = %s", [term])
    for _ in range(2):
        later.leave("term_passes", timezone.now(), case=case, row=term)
        work_once()
    assert maintenance.execute(asked).fetchall() == [("DeadlineMissed",), ("TermEscalated",)]


def test_what_a_colleague_let_pass_is_for_who_leads_too() -> None:
    """§3.2: the case manager and the coordinator are of one party."""
    story = told("aftercare")
    story.facts("manager", "approach", resident_informed_on=story.at.date().isoformat())
    work_once()
    label = "Einde van de nazorg"
    assert _late(story, "lead") == [("escalated", label)]
    assert _late(story, "manager") == [("term", label)]


def test_what_who_leads_may_not_see_all_of_does_not_come_to_them(
    maintenance: "psycopg.Connection",
) -> None:
    """§3.2: the coordinator does not see what the review hangs on."""
    story = told("plan")
    story.facts("manager", "approach", resident_informed_on=story.at.date().isoformat())
    work_once()
    assert _late(story, "lead") == []
    assert _late(story, "manager") == [("term", "Bespreken in het casusoverleg")]
    assert _escalated(maintenance) == 0


def test_who_leads_is_not_told_again_of_what_they_let_pass(
    maintenance: "psycopg.Connection",
) -> None:
    told("screening")
    work_once()
    assert terms(maintenance) == [("intake_decision", True)]
    assert _escalated(maintenance) == 0


@pytest.mark.parametrize("given", [{}, {"eviction_on": "2026-12-01"}])
def test_that_a_term_passed_is_told_to_who_may_see_what_it_hangs_on(given: dict[str, str]) -> None:
    """§3.4: also that no day for the eviction is known is not for the team for families."""
    story = with_all_guests(eviction("joint_intake", **given))
    work_once()
    story.at = timezone.now()
    passed = "verstreken: Eerste gesprek over hulp bij schulden"
    found = {
        who: passed in repr(story.seen_by(who).timeline)
        for who in ("landlord", "social_team", "debt_adviser", "youth_team")
    }
    assert found == {**dict.fromkeys(found, True), "youth_team": False}
    assert "lang verstreken: Eerste gesprek over hulp" in repr(story.seen_by("landlord").timeline)
    assert "Termijn verstreken" in repr(story.seen_by("youth_team").timeline)  # of the intake


def test_a_term_that_did_not_pass_waits_for_the_end_of_its_day(
    maintenance: "psycopg.Connection",
) -> None:
    steps.screening(Story(timezone.now() - timedelta(days=3)))
    work_once()
    assert terms(maintenance) == [("intake_decision", False)]
    due = maintenance.execute("select due from records_deadline").fetchone()
    assert due is not None
    waiting = [at for name, _, at in _queued(maintenance) if name == "term_passes"]
    assert waiting == [later.end_of(due[0])]


def test_what_is_undone_leaves_nothing_for_later(maintenance: "psycopg.Connection") -> None:
    """Without a colleague nobody takes the case up: its next term never began."""
    story = told("awaiting_permission")
    story.step("landlord", "grant_permission")
    before = _queued(maintenance)
    with pytest.raises(Invalid):
        story.step("lead", "take_up", colleague="0")
    assert _queued(maintenance) == before


def test_the_queue_holds_ids_alone(maintenance: "psycopg.Connection") -> None:
    told("taken_up")
    found = [args for name, args, _ in _queued(maintenance) if name in ("term_passes", "seat_ends")]
    assert len(found) == 4
    assert all(set(args) == {"case", "row"} for args in found)
    assert all(type(value) is int for args in found for value in args.values())


def test_a_seat_whose_end_has_passed_leaves_the_net(maintenance: "psycopg.Connection") -> None:
    """Until its end the database lets the buurtteam through; after it no more."""
    told("taken_up")
    seat = maintenance.execute(
        "update records_involvement set until = clock_timestamp() + interval '2 seconds' "
        "where role = 'social_team' returning case_id, id, party_id, until"
    ).fetchone()
    assert seat is not None
    case, row, party, until = seat
    assert party in _net(maintenance)
    later.leave("seat_ends", until, case=case, row=row)
    _wait_until(maintenance, until)
    assert party in _net(maintenance)
    work_once()
    assert party not in _net(maintenance)
    assert len(_net(maintenance)) == 3


def test_the_worker_reaches_the_case_of_its_job_and_no_content(
    maintenance: "psycopg.Connection",
) -> None:
    told("taken_up")
    case, _ = _last_term(maintenance)
    with psycopg.connect(os.environ["DATABASE_WORKER_URL"]) as worker:
        assert worker.execute("select count(*) from records_deadline").fetchone() == (0,)
        worker.execute("select set_config('app.case', %s, true)", [str(case)])
        assert worker.execute("select count(*) from records_deadline").fetchone() == (3,)
        assert worker.execute("select count(*) from records_entry").fetchone() == (0,)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            worker.execute("select name from records_person")


def test_without_a_carrier_nothing_is_left_behind_silently(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(later, "_carriers", [])
    with pytest.raises(LookupError, match="nobody"):
        later.leave("term_passes", timezone.now(), case=1, row=1)


def _late(story: Story, who: str) -> list[tuple[str, str]]:
    actor, at = story.as_(who), timezone.now()
    with acting(actor):
        return [(each.kind, each.what) for each in read_work(actor=actor, at=at).late]


def _escalated(maintenance: "psycopg.Connection") -> int:
    asked = "select count(*) from records_event where kind = 'TermEscalated'"
    return int((maintenance.execute(asked).fetchone() or (-1,))[0])


def _queued(
    maintenance: "psycopg.Connection",
) -> list[tuple[str, dict[str, object], datetime | None]]:
    return [(name, args, at) for name, args, at in maintenance.execute(QUEUED)]


def _last_term(maintenance: "psycopg.Connection") -> tuple[int, int]:
    """Return the case and the id of the term that began last."""
    row = maintenance.execute(
        "select case_id, id from records_deadline order by id desc"
    ).fetchone()
    assert row is not None
    return row[0], row[1]


def _net(maintenance: "psycopg.Connection") -> list[int]:
    row = maintenance.execute("select party_ids from records_case").fetchone()
    assert row is not None
    found: list[int] = row[0]
    return found


def _wait_until(maintenance: "psycopg.Connection", moment: datetime) -> None:
    maintenance.execute("select pg_sleep(extract(epoch from %s - clock_timestamp()))", [moment])
