# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""A case that waits: terms that parties agreed move on with it, those of a law do not."""

from datetime import date, timedelta

import pytest
from django.utils.timezone import localdate
from tests.story import Story
from tests.support.neighbours import LIGHT, hygiene, to_team
from tests.support.ways import due
from tests.world import told

from woonvrede.access.refusals import Invalid
from woonvrede.access.session import acting
from woonvrede.casework.terms.working_days import after_working_days, working_days_between
from woonvrede.records.task import Deadline

pytestmark = pytest.mark.usefixtures("people")

UNTIL = "2026-04-30"


def suspend(story: Story, until: str) -> None:
    """Let the case manager say up to when the case waits, or with nothing that it goes on."""
    why = "quiet" if until else ""
    story.facts("manager", "process", suspended_until=until, suspended_because=why)


INFORMED = {"inform_resident": "2026-04-07"}  # of the law: it waits for nothing


def test_a_term_of_a_law_does_not_wait() -> None:
    story = told("taken_up")
    before = due(story)
    suspend(story, UNTIL)
    # After a day that nobody works, and the Monday after it.
    assert due(story) == before | {"take_up_again": "2026-05-04"}
    assert story.seen_by("manager").badge == ("Opgeschort tot en met 30 april 2026", "neutral")


def test_what_was_agreed_ends_as_many_working_days_after_the_wait_as_were_left() -> None:
    story = told("plan")
    left = working_days_between(localdate(story.at), date.fromisoformat(due(story)["review"]))
    suspend(story, UNTIL)
    moved = after_working_days(date.fromisoformat(UNTIL), left).isoformat()
    assert due(story)["review"] == moved
    story.step("manager", "start_execution", goal="Het is stil.", agreements="Geen.")
    assert due(story)["review"] == moved


def test_who_goes_on_earlier_has_the_days_that_were_left() -> None:
    story = told("plan")
    before = date.fromisoformat(due(story)["review"])
    left = working_days_between(localdate(story.at), before)
    suspend(story, UNTIL)
    story.later(10)
    suspend(story, "")
    day = localdate(story.at - timedelta(days=0.5))
    assert due(story) == INFORMED | {"review": after_working_days(day, left).isoformat()}
    assert date.fromisoformat(due(story)["review"]) > before


def test_a_wait_that_is_over_stays_in_the_term_and_a_second_adds_to_it() -> None:
    """Nobody has to say that it is over; emptying it then changes nothing."""
    story = told("plan")
    suspend(story, "2026-03-20")
    once = due(story)["review"]
    story.at += timedelta(days=14)
    story.facts("manager", "approach", review_on="2026-05-10")
    assert due(story)["review"] == once
    suspend(story, "")
    assert due(story) == INFORMED | {"review": once}
    suspend(story, UNTIL)
    assert due(story)["review"] > once


def test_a_term_that_counts_from_a_day_keeps_its_wait_when_something_else_is_recorded() -> None:
    story = told("plan")
    story.facts("manager", "approach", reviewed_on=story.at.date().isoformat())
    counted = due(story)["review_again"]
    suspend(story, UNTIL)
    waiting = due(story)["review_again"]
    assert waiting > counted
    story.facts("manager", "approach", review_on="2026-05-10")
    assert due(story)["review_again"] == waiting


def test_what_passed_already_does_not_wait() -> None:
    story = told("plan")
    story.at += timedelta(days=60)
    before = due(story)["review"]
    suspend(story, "2026-08-31")
    assert due(story)["review"] == before


def test_a_term_of_today_has_a_day_after_the_wait() -> None:
    story = told("plan")
    story.at += date.fromisoformat(due(story)["review"]) - localdate(story.at)
    suspend(story, UNTIL)
    assert due(story)["review"] == after_working_days(date.fromisoformat(UNTIL), 1).isoformat()


def test_a_wait_never_makes_a_term_shorter() -> None:
    """Three months after the eleventh of March is a Thursday; the wait is over long before."""
    story = told("aftercare")
    before = due(story)["aftercare_end"]
    for until in ("2026-03-13", ""):
        suspend(story, until)
        assert due(story)["aftercare_end"] >= before


def test_what_is_late_is_told_before_the_wait() -> None:
    """A term of a law does not wait."""
    story = told("taken_up")
    suspend(story, "2026-06-30")
    story.at += timedelta(days=60)
    assert story.seen_by("manager").badge == ("Te laat sinds 7 april 2026", "error")


def test_a_case_waits_only_where_somebody_could_take_it_up_again() -> None:
    """§3.5: back with the expertise centre it is judged anew, at once."""
    story = hygiene(answers=LIGHT)
    to_team(story)
    story.facts("social_team", "process", suspended_until=UNTIL, suspended_because="quiet")
    story.step("hygiene_expert", "take_back")
    with acting(story.as_("hygiene_expert")):
        terms = Deadline.objects.filter(ended_at=None)
        first = {term.key: term.due for term in terms}["first_look"]
    assert first == after_working_days(localdate(story.at - timedelta(days=0.5)), 1)
    assert "Opgeschort" not in str(story.seen_by("hygiene_expert").badge)


def test_a_case_that_closes_waits_for_nothing_any_more() -> None:
    story = told("execution")
    suspend(story, UNTIL)
    given = {"close_reason": "nuisance_continues", "next_trajectory": "last_chance"}
    story.step("manager", "close", approaches_tried="Gesprekken.", **given)
    told_now = [event.sentence for event in story.seen_by("lead").timeline[0].events]
    assert "Leeggemaakt: Opgeschort tot en met." in told_now


@pytest.mark.parametrize("until", ["31-12-9999", "2926-04-30"])
def test_a_year_that_cannot_be_meant_is_refused(until: str) -> None:
    with pytest.raises(Invalid):
        suspend(told("plan"), until)
