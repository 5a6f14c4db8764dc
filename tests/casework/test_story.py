# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The spine in verbs: each test one sentence of the story."""

import pytest
from django.core.exceptions import ObjectDoesNotExist
from tests.story import Words
from tests.world import told

from woonvrede.access.refusals import Refused
from woonvrede.access.session import acting
from woonvrede.records.task import Deadline

pytestmark = pytest.mark.usefixtures("people")


def test_the_corporation_alone_gives_permission() -> None:
    """§5: permission is the corporation's."""
    story = told("awaiting_permission")
    with pytest.raises(Refused, match="andere partij"):
        story.step("lead", "grant_permission")
    story.step("landlord", "grant_permission")
    assert "Ja, toestemming gegeven" in [line.value for line in story.seen_by("lead").permission]


def test_without_permission_nobody_takes_it_up() -> None:
    """§5: of a corporation's dwelling, only with its permission."""
    story = told("awaiting_permission")
    with pytest.raises(Refused, match="nog geen toestemming"):
        story.step("lead", "take_up", colleague=str(story.as_("manager").account))


def test_an_owner_occupied_dwelling_needs_no_permission() -> None:
    """§3.2: the approach holds for owner-occupied dwellings too."""
    story = told("taken_up", Words(tenure="owner_occupied", landlord=""))
    assert story.seen_by("manager").stage == "In behandeling"


@pytest.mark.parametrize(
    "who",
    [
        "other_manager",
        "landlord_other_district",
        "other_landlord",
        "youth_team",
        "former_participant",
        "mediator",
        "adviser",
        "executor",
        "secretary",
    ],
)
def test_who_takes_no_part_cannot_tell_the_case_from_none(who: str) -> None:
    """Hidden equals absent."""
    story = told("plan")
    with pytest.raises(ObjectDoesNotExist):
        story.seen_by(who)


def test_the_police_see_only_what_the_agreement_gives() -> None:
    """Domain §4.7: no care, no complainants, no permission."""
    page = told("plan").seen_by("police")
    assert [group.category for group in page.facts] == []
    assert page.people == ()
    assert page.permission == ()


@pytest.mark.parametrize("answer", ["grant_permission", "refuse_permission"])
def test_who_answered_is_not_waited_for_any_more(answer: str) -> None:
    """The term is for the answer, and the case stays in its stage after it."""
    story = told("awaiting_permission")
    running = Deadline.objects.filter(key="permission_answer", ended_at=None)
    with acting(story.as_("landlord")):
        assert running.exists()
    reason = {"permission_refusal_reason": "own_approach_first"}
    story.step("landlord", answer, **(reason if answer == "refuse_permission" else {}))
    with acting(story.as_("landlord")):
        assert not running.exists()


def test_closing_towards_last_chance_is_not_successful_though_nobody_typed_it() -> None:
    """§5: successful means that no last chance was needed and no eviction followed."""
    page = told("closed").seen_by("landlord")
    assert page.outcome == "Niet succesvol afgerond"
    assert [line.value for line in page.hand_over][-1] == "Wacht op antwoord"


def test_a_case_that_just_ends_is_successful() -> None:
    """§5, as above."""
    story = told("execution")
    story.step("manager", "close", close_reason="nuisance_ended", next_trajectory="none")
    assert story.seen_by("manager").outcome == "Succesvol afgerond"


def test_owner_occupied_never_goes_to_last_chance() -> None:
    """§3.3: last chance is for dwellings of a corporation."""
    story = told("execution", Words(tenure="owner_occupied", landlord=""))
    given = {"close_reason": "nuisance_continues", "next_trajectory": "last_chance"}
    with pytest.raises(Refused, match="kan niet bij deze woning"):
        story.step("manager", "close", **given)


def test_only_the_corporation_that_was_asked_opens_last_chance() -> None:
    """§3.3: the corporation alone decides if and when."""
    story = told("closed")
    with pytest.raises(Refused):
        story.step("lead", "accept_hand_over")
    story.step("landlord", "accept_hand_over")
    links = story.seen_by("landlord").links
    assert [link.intervention for link in links] == ["Laatste Kans Beleid"]
    assert story.seen_by("manager").links == ()
