# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""My work: who has to do what, and never of a case that they may not know."""

from datetime import timedelta

import psycopg
import pytest
from tests.story import Story
from tests.support.many import multiply
from tests.world import told

from woonvrede.access.given import rights
from woonvrede.access.session import acting
from woonvrede.casework.lists import lines
from woonvrede.casework.lists.filters import Wanted
from woonvrede.casework.lists.listing import list_cases
from woonvrede.casework.lists.worklist import Work, Worklist, read_work
from woonvrede.casework.people.exclude import exclude
from woonvrede.casework.tasks.finish import finish_task

pytestmark = pytest.mark.usefixtures("people")


def work(story: Story, who: str, *, days: float = 0) -> Worklist:
    """Return somebody's work, some days after where the story stands."""
    actor, at = story.as_(who), story.at + timedelta(days=days)
    with acting(actor):
        return read_work(actor=actor, at=at)


def told_of(found: tuple[Work, ...]) -> list[tuple[str, str]]:
    """Return what each line is and what it names."""
    return [(each.kind, each.what) for each in found]


def task_of(maintenance: "psycopg.Connection") -> int:
    """Return the id of the only task."""
    row = maintenance.execute("select id from records_task").fetchone()
    assert row is not None
    return int(row[0])


def test_a_new_report_waits_for_who_judges_it() -> None:
    story = told("reported")
    found = work(story, "lead")
    assert [(each.kind, each.reference, each.who) for each in found.new] == [
        ("report", story.report, "Portaal")
    ]
    assert found.reports == "1"
    assert found.urgent == 1
    assert "Lindeplein 112" in found.new[0].title


def test_a_report_is_no_work_for_who_does_not_judge_it() -> None:
    story = told("reported")
    for who in ("landlord", "manager", "mediation_lead", "police"):
        found = work(story, who)
        assert (who, found.nothing, found.reports) == (who, True, "")


def test_a_term_of_ours_stands_later_this_week_or_late() -> None:
    """§3.2: the decision has a term of ten working days, and is the coordinator's."""
    story = told("screening")
    term = [("term", "Besluit over de melding")]
    assert told_of(work(story, "lead").later) == term
    assert told_of(work(story, "lead", days=10).week) == term
    late = work(story, "lead", days=20)
    assert told_of(late.late) == term
    assert (late.week, late.later, late.oldest) == ((), (), 6)


def test_a_day_in_another_year_names_the_year(maintenance: "psycopg.Connection") -> None:
    story = told("screening")
    (term,) = work(story, "lead").later
    assert (str(term.due), term.by) == ("2026-03-17", "di 17 mrt")
    maintenance.execute("update records_deadline set due = '2028-11-28'")
    maintenance.execute("update records_case set due = '2028-11-28'")
    assert [each.by for each in work(story, "lead").later] == ["di 28 nov 2028"]
    assert [task.due for task in story.seen_by("lead").tasks] == ["di 28 nov 2028"]
    with acting(story.as_("lead")):
        listed = list_cases(Wanted(), actor=story.as_("lead"), at=story.at)
    assert [line.by for line in listed.lines] == ["di 28 nov 2028"]


def test_a_question_to_us_is_told_once_with_its_day() -> None:
    """The question of permission and the term for its answer are one thing to do."""
    story = told("awaiting_permission")
    new = work(story, "landlord").new
    assert told_of(new) == [("question", "permission")]
    assert str(new[0].due) == "2026-03-10"
    late = work(story, "landlord", days=14)
    assert told_of(late.late) == [("question", "permission")]
    assert (late.new, late.week, late.later) == ((), (), ())


def test_what_nobody_answered_in_closed_cases_hides_no_new_question(
    maintenance: "psycopg.Connection",
) -> None:
    """A thousand are looked at; the newest are those that can be answered."""
    story = told("awaiting_permission")
    multiply(maintenance, story.reference, 1001)
    asked = (
        "update records_permission set id = nextval(pg_get_serial_sequence('records_permission',"
        " 'id')) where case_id = (select id from records_case where reference = %s)"
    )
    maintenance.execute(
        "insert into records_permission (case_id, party_id, asked_at, answer, reason)"
        " select c.id, p.party_id, p.asked_at, '', '' from records_permission p, records_case c"
        " where c.reference ~ '-ZZ$'"
    )
    maintenance.execute(asked, [story.reference])
    maintenance.execute("update records_case set closed_at = now() where reference ~ '-ZZ$'")
    new = work(story, "landlord").new
    assert [(each.kind, each.reference) for each in new] == [("question", story.reference)]


def test_a_term_is_awaited_by_who_may_see_what_it_hangs_on() -> None:
    """§3.2: the coordinator leads, and does not see whether the resident was informed."""
    story = told("taken_up")
    term = "Bewoner informeren over de gegevens"
    assert term in repr(work(story, "manager", days=20))
    assert term not in repr(work(story, "lead", days=20))
    assert term not in repr(story.seen_by("lead").tasks)


def test_who_asked_sees_what_others_owe() -> None:
    story = told("awaiting_permission")
    waiting = work(story, "lead").waiting
    assert told_of(waiting) == [("awaited_term", "Antwoord van de corporatie")]
    assert waiting[0].who == "Portaal"
    assert work(story, "landlord").waiting == ()


def test_an_answer_is_news_for_who_asked_until_they_go_on() -> None:
    """Only who leads can go on; nobody should have to look whether there is an answer yet."""
    story = told("awaiting_permission")
    story.step("landlord", "grant_permission")
    assert told_of(work(story, "lead").new) == [("answered", "granted")]
    assert work(story, "landlord").new == ()
    story.step("lead", "take_up", colleague=str(story.as_("manager").account))
    assert "answered" not in {each.kind for each in work(story, "lead").new}


def test_what_is_due_today_says_so() -> None:
    story = told("awaiting_permission")
    assert [each.today for each in work(story, "landlord", days=6).new] == [True]


def test_what_must_be_done_within_two_working_days_is_told_to_be_near() -> None:
    """The tenth working day after Monday the second of March is Monday the sixteenth."""
    story = told("screening")
    near = {
        day: [each.soon for each in [*found.late, *found.week]]
        for day in (9, 10, 11, 14, 15)
        for found in [work(story, "lead", days=day)]
    }
    assert near == {9: [False], 10: [True], 11: [True], 14: [True], 15: [False]}


def test_what_others_owe_too_long_is_theirs_and_not_ours() -> None:
    story = told("awaiting_permission")
    found = work(story, "lead", days=14)
    assert (found.late, found.late_elsewhere) == ((), 1)
    assert work(story, "lead").late_elsewhere == 0


def test_whom_one_waits_for_is_a_party_or_while_there_is_none_a_role(
    maintenance: "psycopg.Connection",
) -> None:
    story = told("awaiting_permission")
    seat = "role = 'landlord' and until is null"
    maintenance.execute(f"update records_involvement set until = now() where {seat}")
    assert work(story, "lead").waiting[0].who == "Verhuurder"


def test_a_task_is_work_for_who_got_it_and_awaited_by_who_gave_it(
    maintenance: "psycopg.Connection",
) -> None:
    story = told("execution")
    task = "Samen op huisbezoek gaan"
    got, gave = work(story, "social_team"), work(story, "manager")
    assert (told_of(got.later), got.later[0].who) == (
        [("task", task)],
        "U Centraal, casemanagement",
    )
    assert (told_of(gave.waiting), gave.waiting[0].who) == ([("given", task)], "Buurtteams Sociaal")
    assert ("task", task) in told_of(work(story, "social_team", days=12).late)
    story.do("social_team", finish_task, story.reference, task_of(maintenance))
    assert work(story, "social_team").later == ()
    assert work(story, "manager").waiting == ()


def test_a_personal_seat_counts_for_that_person_alone() -> None:
    """The case manager's terms are no work for a colleague in the same function."""
    story = told("taken_up")
    mine = work(story, "manager")
    assert told_of(mine.later) == [("term", "Bewoner informeren over de gegevens")]
    assert told_of(mine.new) == [("assigned", "Casemanager")]
    assert (mine.charge, mine.running) == ("personal", 1)
    other = work(story, "other_manager")
    assert (other.nothing, other.running) == (True, 0)


def test_who_was_invited_hears_so_for_a_week() -> None:
    story = told("taken_up")
    assert told_of(work(story, "police").new) == [("invited", "Politie")]
    assert work(story, "police", days=7).new == ()
    assert work(story, "landlord").new == ()


def test_a_request_to_go_on_is_new_for_who_was_asked_and_awaited_by_who_closed() -> None:
    """§3.3: the corporation decides on a last chance."""
    story = told("closed")
    asked = work(story, "landlord").new
    assert told_of(asked) == [("request", "Laatste Kans Beleid")]
    for who in ("lead", "manager"):
        waiting = work(story, who).waiting
        assert told_of(waiting) == [("awaited_request", "Laatste Kans Beleid")]
        assert waiting[0].who == "Portaal"
    story.step("landlord", "decline_hand_over", hand_over_decline_reason="other")
    assert work(story, "landlord").new == ()
    assert work(story, "lead").waiting == ()


def test_who_takes_no_part_has_nothing_to_do() -> None:
    story = told("execution")
    for who in (
        "landlord_other_district",
        "other_landlord",
        "youth_team",
        "former_participant",
        "mediation_lead",
        "adviser",
        "executor",
        "secretary",
    ):
        found = work(story, who)
        assert (who, found.nothing, found.running, found.urgent) == (who, True, 0, 0)


def test_an_address_is_told_only_to_who_sees_the_dwelling(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Under an agreement that gives nobody the dwelling, the approach alone is named."""
    story = told("execution")
    assert work(story, "manager").waiting[0].title == "Lindeplein 112 · Aanpak extreme woonoverlast"
    given = {
        place: tuple(right for right in rows if right.thing != "dwelling")
        for place, rows in rights("utrecht-2019", "severe_nuisance").items()
    }
    monkeypatch.setattr(lines, "rights", lambda *_: given)
    assert work(story, "manager").waiting[0].title == "Aanpak extreme woonoverlast"


def test_an_excluded_colleague_has_nothing_to_do_there_any_more() -> None:
    story = told("awaiting_permission")
    assert told_of(work(story, "landlord_excluded").new) == [("question", "permission")]
    account = story.as_("landlord_excluded").account
    story.do("lead", exclude, story.reference, account, "family")
    found = work(story, "landlord_excluded")
    assert (found.nothing, found.running) == (True, 0)
