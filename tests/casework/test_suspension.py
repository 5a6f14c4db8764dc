# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""A case that waits: terms that parties agreed move on with it, those of a law do not."""

from datetime import date, timedelta

import pytest
from django.utils.timezone import localdate
from tests.story import Story
from tests.support.ways import due
from tests.world import told

from woonvrede.casework.terms.working_days import after_working_days, working_days_between

pytestmark = pytest.mark.usefixtures("people")

UNTIL = "2026-04-30"


def suspend(story: Story, until: str) -> None:
    """Let the case manager say up to when the case waits, or with nothing that it goes on."""
    why = "quiet" if until else ""
    story.facts("manager", "process", suspended_until=until, suspended_because=why)


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
    assert due(story) == {"review": after_working_days(day, left).isoformat()}
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
    assert due(story) == {"review": once}
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
