# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Handing over carries only what was agreed, and the figures follow (§3.3, §5)."""

import dataclasses

import pytest
from django.core.exceptions import ObjectDoesNotExist
from tests.story import Story, Words
from tests.world import told

from woonvrede.access.books import book
from woonvrede.access.refusals import Refused
from woonvrede.access.session import acting, acting_as_system
from woonvrede.casework.page.case import read_case
from woonvrede.casework.people.exclude import exclude
from woonvrede.insight.count import Figure, count
from woonvrede.insight.period import named

pytestmark = pytest.mark.usefixtures("people")

TYPED = (
    "criteria_motivation",
    "incident",
    "police_decision",
    "police_purpose",
    "police_content",
    "working_notes",
    "goal",
    "agreements",
    "task",
)
CANARIES = {name: f"canary-{name}" for name in TYPED}


def figures(party: str) -> dict[str, Figure]:
    """Return a party's figures over the half-year of the story."""
    with acting_as_system("test"):
        found = count(party, book("utrecht-2019"), named("2026-H1", months=6))
    return {figure.id: figure for figure in found.indicators}


def everything(story: Story, who: str) -> str:
    """Return all words that somebody gets of the case."""
    actor = story.as_(who)
    with acting(actor):
        page = read_case(story.reference, actor=actor, at=story.at)
    return repr(dataclasses.asdict(page))


def test_only_what_carries_names_arrives() -> None:
    words = Words(texts={**CANARIES, "approaches_tried": "carried-along"})
    seen = everything(told("considered", words), "landlord")
    assert "carried-along" in seen
    assert words.resident.name in seen
    assert words.complainant.name not in seen
    assert [canary for canary in CANARIES.values() if canary in seen] == []


def test_who_worked_on_the_old_case_knows_nothing_of_the_new() -> None:
    story = told("considered")
    for who in ("manager", "lead", "police", "social_team"):
        with pytest.raises(ObjectDoesNotExist):
            everything(story, who)


def test_who_was_kept_out_stays_out() -> None:
    """It is the same home: exclusion beats every right there too."""
    story = told("execution")
    account = story.as_("landlord_excluded").account
    story.do("lead", exclude, story.reference, account, "family")
    story.step("manager", "close", close_reason="nuisance_continues", next_trajectory="last_chance")
    story.step("landlord", "accept_hand_over")
    story.reference = story.seen_by("landlord").links[0].reference
    assert story.seen_by("landlord").stage == "Overwogen"
    with pytest.raises(ObjectDoesNotExist):
        story.seen_by("landlord_excluded")


def test_a_reopened_case_shows_no_answer_to_a_request_that_lapsed() -> None:
    story = told("closed")
    story.step("lead", "reopen")
    assert story.seen_by("manager").hand_over == ()


def test_the_half_year_counts_the_story() -> None:
    """§5: EW-1, 2, 3, 4 and 6 of U Centraal."""
    told("considered")
    found = figures("u_centraal")
    assert {key: found[key].value for key in found if key.startswith("EW")} == {
        "EW-1": 1,
        "EW-2": 1,
        "EW-3": 1,
        "EW-4": 1,
        "EW-5": 0,
        "EW-6": 1,
    }
    assert [(part.key, part.value) for part in found["EW-2"].parts] == [("portaal", 1)]
    assert [(part.key, part.value) for part in found["EW-6"].parts] == [("last_chance", 1)]


def test_the_order_counts_for_the_corporation_on_its_own_day() -> None:
    """§5: LKB-1 counts orders; the one of July is the next half-year's."""
    story = told("considered")
    story.step("landlord", "give_order", order_number="1", order_date="2026-02-28")
    assert figures("portaal")["LKB-1"].value == 1
    assert figures("bo_ex")["LKB-1"].value == 0


def test_declining_keeps_the_next_trajectory_in_the_figures() -> None:
    story = told("closed")
    with pytest.raises(Refused, match="goed ingevuld"):
        story.step("landlord", "decline_hand_over")
    story.step("landlord", "decline_hand_over", hand_over_decline_reason=_a_reason())
    assert [part.key for part in figures("u_centraal")["EW-6"].parts] == ["last_chance"]
    assert "Nee, niet gestart" in everything(story, "manager")


def test_reopening_takes_the_outcome_back() -> None:
    story = told("closed")
    story.step("lead", "reopen")
    assert figures("u_centraal")["EW-6"].value == 0
    story.step("manager", "close", close_reason="nuisance_ended", next_trajectory="none")
    found = figures("u_centraal")
    assert (found["EW-5"].value, found["EW-6"].value, found["EW-3"].value) == (1, 0, 1)


def test_the_page_says_that_what_goes_on_elsewhere_is_not_reopened() -> None:
    story = told("closed")
    assert _reopen(story) == ""
    story.step("landlord", "accept_hand_over")
    assert _reopen(story) == "Het vervolgtraject is al gestart. Maak een nieuwe melding."
    with pytest.raises(Refused, match="al gestart"):
        story.step("lead", "reopen")


def _reopen(story: Story) -> str:
    return {step.key: step.refused for step in story.seen_by("lead").steps}["reopen"]


def test_after_three_months_a_case_stays_closed() -> None:
    """Later it is a new report: the three months are those of the agreement."""
    story = told("closed")
    story.later(93)
    with pytest.raises(Refused, match="te lang geleden"):
        story.step("lead", "reopen")


def test_figures_are_for_the_party_itself() -> None:
    story = told("closed")
    actor = story.as_("landlord")
    with acting(actor):
        found = count("u_centraal", book("utrecht-2019"), named("2026-H1", months=6))
    assert {figure.value for figure in found.indicators} == {0}


def _a_reason() -> str:
    return next(iter(book("utrecht-2019").code_list("hand_over_decline").codes))
