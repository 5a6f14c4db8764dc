# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
A neighbour who never reacts is forgotten four weeks after the last attempt, by the real worker,
connected as the role worker (§4; domain §4.5).
"""

from datetime import timedelta

import psycopg
import pytest
from django.utils import timezone
from tests.story import Story
from tests.support.neighbours import attempt, mediation
from tests.support.world import command, work_once

from woonvrede.access.session import acting
from woonvrede.casework.notes.correct import correct_row
from woonvrede.casework.terms import later
from woonvrede.records.person import Person

pytestmark = pytest.mark.usefixtures("people", "no_heads")

WEEKS = 4
HAPPENED = "select system, personal, facts from records_event where kind = 'PeopleForgotten'"
CONTACT = ("phone", "email", "contact_note")


def silent(days: int, result: str = "no_answer", *, told: int = 10) -> Story:
    """Tell a mediation in which the last attempt at the other neighbour was so many days ago."""
    story = mediation("talk_a")
    story.at = timezone.now() - timedelta(days=told)
    story.step("mediator", "approach_b", approach_agreed="ja")
    attempt(story, day=timezone.localdate() - timedelta(days=days), result=result)
    return story


def names(story: Story) -> dict[str, str]:
    """Return what everybody in the case is called."""
    with acting(story.as_("mediation_lead")):
        return dict(Person.objects.values_list("role", "name"))


def test_who_never_answered_is_forgotten_and_nobody_else(maintenance: "psycopg.Connection") -> None:
    """§3.1, §4: by name, and by every way to reach them; the timeline says it without them."""
    story = silent(WEEKS * 7 + 1)
    known = names(story)
    work_once()
    assert names(story) == {**known, "alleged_causer": ""}
    with acting(story.as_("mediation_lead")):
        forgotten = Person.objects.get(role="alleged_causer")
        assert [getattr(forgotten, name) for name in CONTACT] == ["", "", ""]
        assert forgotten.forgotten_at is not None
    ((system, personal, facts),) = maintenance.execute(HAPPENED).fetchall()
    assert (system, personal) == ("people_forgotten", {})
    assert known["alleged_causer"] not in str(facts)
    page = story.seen_by("mediation_lead")
    assert [line.name for line in page.people if "over wie" in line.role] == ["Naam weggehaald"]


def test_a_slip_in_the_year_forgets_nobody_at_once() -> None:
    """There is a week to mend what was typed wrongly."""
    story = mediation("talk_a")
    story.at = timezone.now() - timedelta(days=3)
    story.step("mediator", "approach_b", approach_agreed="ja")
    attempt(story, day=timezone.localdate() - timedelta(days=400))
    work_once()
    assert names(story)["alleged_causer"]


def test_what_was_written_to_them_goes_with_their_name(maintenance: "psycopg.Connection") -> None:
    """And no other letter of the case."""
    story = silent(WEEKS * 7 + 1)
    with acting(story.as_("mediation_lead")):
        them = str(Person.objects.get(role="alleged_causer").pk)
    story.letter("mediator", "bb_first_b", recipient=them)
    story.letter("mediator", "bb_first_b", recipient="home")
    work_once()
    assert [letter.is_gone for letter in story.seen_by("mediator").letters] == [False, True]
    assert maintenance.execute("select count(*) from records_letterfile").fetchone() == (1,)


def test_the_logs_stay_whole(maintenance: "psycopg.Connection") -> None:
    """What was sealed before is still what it was, and what was forgotten is sealed too."""
    story = silent(WEEKS * 7 + 1)
    work_once()
    work_once()  # what the first wrote down
    verified = command("verify-log")
    assert verified.returncode == 0, verified.stdout + verified.stderr
    assert len(maintenance.execute(HAPPENED).fetchall()) == 1
    assert names(story)["alleged_causer"] == ""


@pytest.mark.parametrize(("days", "result"), [(WEEKS * 7, "no_answer"), (90, "appointment")])
def test_before_that_day_and_who_answered_is_not(days: int, result: str) -> None:
    """On the last day of the fourth week it may still stand."""
    story = silent(days, result)
    work_once()
    assert names(story)["alleged_causer"]


def test_another_attempt_gives_another_four_weeks() -> None:
    story = silent(WEEKS * 7 + 10)
    attempt(story, day=timezone.localdate() - timedelta(days=10))
    work_once()
    assert names(story)["alleged_causer"]


def test_what_was_an_answer_after_all_stops_it(maintenance: "psycopg.Connection") -> None:
    """The duty was left; when its day comes the case is judged as it is then."""
    story = silent(WEEKS * 7 + 1)
    ((row,),) = maintenance.execute("select id from records_entry where kind = 'row'").fetchall()
    given = {"result": "appointment"}
    version = story.seen_by("mediator").version
    where = (story.reference, "attempts", row)
    story.do("mediator", correct_row, *where, version=version, given=given)
    work_once()
    assert names(story)["alleged_causer"]


def test_closing_without_an_answer_leaves_it_too(maintenance: "psycopg.Connection") -> None:
    """An answer that was recorded by mistake kept the name; the closing takes it back."""
    story = silent(WEEKS * 7 + 20, told=12)
    for days in (WEEKS * 7 + 10, WEEKS * 7 + 1):
        attempt(story, day=timezone.localdate() - timedelta(days=days))
    story.facts("mediator", "mediation", answer_b="talk")
    work_once()
    assert names(story)["alleged_causer"]
    story.step("mediation_lead", "close_unanswered", judgement_a="partly", next_trajectory="none")
    work_once()
    assert names(story)["alleged_causer"] == ""


def test_twice_is_once(maintenance: "psycopg.Connection") -> None:
    story = silent(WEEKS * 7 + 1)
    work_once()
    asked = "select case_id, id from records_entry where kind = 'row'"
    ((case, row),) = maintenance.execute(asked).fetchall()
    later.leave("people_forgotten", timezone.now(), case=case, row=row)
    work_once()
    assert len(maintenance.execute(HAPPENED).fetchall()) == 1
    assert names(story)["alleged_causer"] == ""
