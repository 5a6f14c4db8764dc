# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""A mediation in verbs, from the report to the figures (§3.1, §5)."""

import pytest
from django.core.exceptions import ObjectDoesNotExist
from tests.story import OWN, Story, Words, new_report, reported
from tests.support.neighbours import HELD, QUARREL, SOLVED, duo, figures, mediation
from tests.world import START

from woonvrede.access.refusals import Invalid, Refused
from woonvrede.access.session import acting
from woonvrede.records.task import Deadline

pytestmark = pytest.mark.usefixtures("people")


def test_a_mediation_goes_to_its_end_and_counts() -> None:
    """§5: four figures; success follows from what both neighbours say."""
    story = mediation("mediation")
    story.facts("mediator", "mediation", agreements_wanted="ja", agreements="Na tien uur stil.")
    story.step("mediator", "start_aftercare", **HELD)
    story.step("mediator", "back_to_mediation")
    story.step("mediator", "start_aftercare", **HELD)
    story.facts("mediator", "mediation", judgement_a="solved", judgement_b="solved")
    story.step("mediation_lead", "close", **SOLVED)
    assert story.seen_by("mediation_lead").outcome == "Succesvol bemiddeld"
    assert figures() == {"BB-1": 1, "BB-2": 1, "BB-3": 1, "BB-4": 1}


@pytest.mark.parametrize(
    "differing",
    [
        {"judgement_a": "partly"},
        {"judgement_b": "unknown"},
        {"mediation_held": "nee"},
        {"judgement_b": "not_solved", "judgement_coordinator": "solved"},
    ],
)
def test_what_not_both_neighbours_call_solved_is_no_success(differing: dict[str, str]) -> None:
    """§5: in the judgement of those concerned, and of mediations alone; not the coordinator's."""
    story = mediation("mediation")
    story.step("mediation_lead", "close", **SOLVED | differing)
    assert story.seen_by("mediation_lead").outcome == "Niet succesvol bemiddeld"
    assert "BB-4" not in figures()


def test_volunteers_are_not_sent_where_mediation_does_not_fit() -> None:
    """§3.1, as the practice has it: not where it is unsafe."""
    story = mediation()
    with pytest.raises(Refused, match="Past buurtbemiddeling hier"):
        story.step("mediation_lead", "assign_mediator", suitable="nee", pair=duo(story))
    story.step("mediation_lead", "not_handle", reject_reason="not_suitable")
    assert (story.seen_by("mediation_lead").outcome, "BB-3" in figures()) == ("", False)


@pytest.mark.parametrize(
    ("stage", "agreed", "joins"),
    [("intake", "", True), ("assigned", "ja", True), ("assigned", "", False)],
)
def test_who_reports_in_consultation_joins_no_volunteers_case_without_it(
    stage: str, agreed: str, joins: bool
) -> None:
    """§3.1: the neighbours' own report needs no consultation; a corporation's beside it does."""
    story = reported(Story(START, Words(answers=QUARREL, reporter="mediation_lead")))
    story.route("mediation_lead", "neighbour_mediation", OWN)
    if stage == "assigned":
        on = "2026-02-27" if agreed else ""
        given = {"suitable": "ja", "referral_agreed": agreed, "referral_agreed_on": on}
        story.step("mediation_lead", "assign_mediator", **given, pair=duo(story))
    case = story.reference
    story.reports("landlord", new_report(story.words))
    if joins:
        story.route("mediation_lead", "neighbour_mediation", joins=case)
        assert len(story.seen_by("mediation_lead").reports) == 2
        return
    with pytest.raises(Refused, match="in overleg met de bewoner"):
        story.route("mediation_lead", "neighbour_mediation", joins=case)


def test_the_other_neighbour_hears_nothing_unless_the_first_agrees() -> None:
    story = mediation("assigned")
    story.step("mediator", "start_talk_a")
    with pytest.raises(Refused, match="de andere buur benaderen"):
        story.step("mediator", "approach_b", approach_agreed="nee")


def test_a_volunteer_sees_the_own_case_until_it_closes_but_never_report_or_outcome() -> None:
    """Domain §4.7."""
    story = mediation()
    with pytest.raises(ObjectDoesNotExist):
        story.seen_by("mediator")
    story = mediation("mediation")
    page = story.seen_by("mediator")
    assert {group.category for group in page.facts} == {"criteria", "mediation"}
    assert page.reports == ()
    story.step("mediation_lead", "close", **SOLVED)
    with pytest.raises(ObjectDoesNotExist):
        story.seen_by("mediator")


@pytest.mark.parametrize("who", ["landlord", "lead", "manager", "social_team", "police"])
def test_nobody_else_knows_of_it(who: str) -> None:
    """§3.1: also not who reported it, nor another circle of the same party."""
    with pytest.raises(ObjectDoesNotExist):
        mediation("mediation").seen_by(who)


def test_it_goes_on_within_three_months_with_a_volunteer_assigned_again() -> None:
    story = mediation("mediation")
    story.step("mediation_lead", "close", **SOLVED)
    story.step("mediation_lead", "reopen")
    assert "BB-4" not in figures()
    story.step("mediation_lead", "reassign", pair=duo(story))
    assert story.seen_by("mediator").stage == "Bemiddelaars gevonden"
    assert figures()["BB-3"] == 1


def test_the_first_contact_is_waited_for_until_it_was_made() -> None:
    story = mediation()
    story.step("mediation_lead", "record_contact", contact_on="2026-03-02")
    with acting(story.as_("mediation_lead")):
        running = Deadline.objects.filter(ended_at=None).values_list("key", flat=True)
        assert set(running) == {"mediators_found", "inform_neighbour"}


def test_the_judgement_of_each_neighbour_is_asked_at_the_end() -> None:
    story = mediation("mediation")
    with pytest.raises(Invalid) as refused:
        story.step("mediation_lead", "close", **{**SOLVED, "judgement_b": ""})
    assert set(refused.value.errors) == {"judgement_b"}
