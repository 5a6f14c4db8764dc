# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a form gave is read as the agreement describes it, and about this case."""

import pytest
from tests.world import told

from woonvrede.access.refusals import Invalid
from woonvrede.access.session import acting
from woonvrede.jobs.demo.story import Story
from woonvrede.records.person import Person

pytestmark = pytest.mark.usefixtures("people")


def test_a_tenant_is_somebody_of_this_case() -> None:
    """Whoever is elsewhere cannot be named here, not even by number."""
    elsewhere = _resident(told("taken_up"), "manager")
    story = told("considered")
    with pytest.raises(Invalid) as refused:
        story.facts("landlord", "legal", tenant=str(elsewhere))
    assert refused.value.errors == {"tenant": "Kies een persoon uit de lijst."}
    story.facts("landlord", "legal", tenant=str(_resident(story, "landlord")))


def _resident(story: Story, who: str) -> int:
    with acting(story.as_(who)):
        return Person.objects.filter(role="alleged_causer").latest("pk").pk
