# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the sources say in one sentence holds for every row of the oracle."""

import pytest

from .read_oracle import cells, visible
from .vocabulary import STAGES

OUTSIDE = (
    "other_manager",
    "landlord_other_district",
    "landlord_excluded",
    "other_landlord",
    "former_participant",
    "mediation_lead",
    "mediator",
    "debt_adviser",
    "secretary",
    "privacy_officer",
    "functional_manager",
    "nobody",
    "anonymous",
)


@pytest.mark.parametrize("intervention", STAGES)
@pytest.mark.parametrize("condition", ["not_invited", "others", "not_recipient"])
def test_a_negative_condition_opens_nothing(intervention: str, condition: str) -> None:
    """§4: what is not needed is not shared."""
    opened = {cell for cell in visible(cells(intervention)) if cell.condition == condition}
    assert opened == set()


@pytest.mark.parametrize("intervention", STAGES)
@pytest.mark.parametrize("persona", OUTSIDE)
def test_an_outsider_sees_nothing(intervention: str, persona: str) -> None:
    """Former participants, excluded people and colleagues are outsiders."""
    assert {cell for cell in visible(cells(intervention)) if cell.persona == persona} == set()


@pytest.mark.parametrize("persona", ["police", "lead", "manager", "youth_team"])
def test_last_chance_is_closed_to_who_did_not_sign_it(persona: str) -> None:
    """§1: the police and U Centraal signed other parts; §3.3 names one buurtteam."""
    assert {cell for cell in visible(cells("last_chance")) if cell.persona == persona} == set()


def test_the_corporation_gets_no_care_content() -> None:
    """§1.3 of the domain: facts, no care; also not through mediation or support."""
    shielded = {"care", "support", "working_notes", "mediation_result", "health", "mediation"}
    seen = visible(cells("severe_nuisance")) | visible(cells("last_chance"))
    assert {cell for cell in seen if cell.persona == "landlord" and cell.category in shielded} == (
        set()
    )


def test_police_data_is_for_named_recipients_and_the_police() -> None:
    """Domain §4.3: a provision names its recipients."""
    seen = [cell for cell in visible(cells("severe_nuisance")) if cell.category == "police"]
    assert {cell.condition for cell in seen if cell.persona != "police"} == {"recipient"}
    assert {cell.condition for cell in seen if cell.persona == "police"} == {"own"}
