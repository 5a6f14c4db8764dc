# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""To whom a case can be given: only to who would see it (§3.2)."""

import pytest
from tests.story import Story
from tests.world import START, told

from woonvrede.access.accounts import invite
from woonvrede.access.refusals import Invalid
from woonvrede.access.session import acting
from woonvrede.casework.page.asking.forms import read_step
from woonvrede.records.account import Account
from woonvrede.running.within import connected_as

pytestmark = pytest.mark.usefixtures("people")

HERE = {
    "Elders Voorbeeld": {"districts": ["zuid"]},
    "Anders Voorbeeld": {"interventions": ["neighbour_mediation"]},
    "Precies Voorbeeld": {"districts": ["overvecht"], "interventions": ["severe_nuisance"]},
}


@pytest.fixture
def colleagues(people: None) -> dict[str, Account]:
    """Case managers who work in some districts, or on some interventions, alone."""
    with connected_as("owner"):
        return {
            name: invite(
                f"{name.split()[0].lower()}@voorbeeld.invalid",
                name=name,
                party="u_centraal_casemanagement",
                functions=["case_manager"],
                at=START,
                **limits,
            )
            for name, limits in HERE.items()
        }


def test_only_who_would_see_the_case_is_offered(colleagues: dict[str, Account]) -> None:
    story = _granted()
    offered = [name for _, name in _offered(story)]
    assert offered == ["Carlijn Voorbeeld", "Casper Voorbeeld", "Precies Voorbeeld"]  # by name


def test_who_would_not_see_the_case_is_not_assigned(colleagues: dict[str, Account]) -> None:
    story = _granted()
    for name in ("Elders Voorbeeld", "Anders Voorbeeld"):
        with pytest.raises(Invalid):
            story.step("lead", "take_up", colleague=str(colleagues[name].pk))
    story.step("lead", "take_up", colleague=str(colleagues["Precies Voorbeeld"].pk))


def _granted() -> Story:
    story = told("awaiting_permission")
    story.step("landlord", "grant_permission")
    return story


def _offered(story: Story) -> tuple[tuple[str, str], ...]:
    actor = story.as_("lead")
    with acting(actor):
        page = read_step(story.reference, "take_up", actor=actor, at=story.at)
    return page.fields[-1].choices
