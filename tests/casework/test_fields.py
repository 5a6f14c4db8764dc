# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a form gave is read as the agreement describes it, and about this case."""

from typing import Any

import psycopg
import pytest
from tests.story import Story
from tests.world import told

from woonvrede.access.refusals import Invalid
from woonvrede.access.session import acting
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


def test_a_tenant_whom_one_cannot_see_stays_when_the_rest_is_saved(
    maintenance: "psycopg.Connection[Any]",
) -> None:
    story = told("considered")
    tenant = _resident(story, "landlord")
    story.facts("landlord", "legal", tenant=str(tenant))
    maintenance.execute("update records_person set category = 'health' where id = %s", [tenant])
    story.facts("landlord", "legal", tenant=str(tenant))
    legal = next(group for group in story.seen_by("landlord").facts if group.category == "legal")
    field = next(each for each in legal.fields if each.key == "tenant")
    assert (field.value, "iemand die u niet kunt zien") in field.choices


def _resident(story: Story, who: str) -> int:
    with acting(story.as_(who)):
        return Person.objects.filter(role="alleged_causer").latest("pk").pk
