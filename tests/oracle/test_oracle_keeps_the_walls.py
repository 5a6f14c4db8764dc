# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the sources say in one sentence holds for every row of the oracle."""

from itertools import product

import pytest

from .read_oracle import cells, visible, writable
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
MEDIATION = {"mediation_lead", "mediator"}
# Outsiders elsewhere, named as a partner here (§3.1, §3.4).
PARTNERS = {("debt_adviser", "eviction_prevention")}
PARTNERS |= {(persona, "neighbour_mediation") for persona in MEDIATION}


@pytest.mark.parametrize("intervention", STAGES)
@pytest.mark.parametrize("condition", ["not_invited", "others", "not_recipient"])
def test_a_negative_condition_opens_nothing(intervention: str, condition: str) -> None:
    """§4: what is not needed is not shared."""
    opened = {cell for cell in visible(cells(intervention)) if cell.condition == condition}
    assert opened == set()


@pytest.mark.parametrize(
    ("persona", "intervention"), sorted({*product(OUTSIDE, STAGES)} - PARTNERS)
)
def test_an_outsider_sees_nothing(persona: str, intervention: str) -> None:
    """Former participants, excluded people and colleagues are outsiders."""
    assert {cell for cell in visible(cells(intervention)) if cell.persona == persona} == set()


def test_mediation_is_known_to_its_own_circle_alone() -> None:
    """Domain §0.4: mediation and case management are separate circles; §1.1: a referrer hears."""
    assert {cell.persona for cell in visible(cells("neighbour_mediation"))} == MEDIATION


def test_a_volunteer_knows_a_case_until_it_closes() -> None:
    """Domain §4.7: own case, until close; the seat begins when the duo is found (§1.1)."""
    seen = {cell for cell in visible(cells("neighbour_mediation")) if cell.persona == "mediator"}
    assert {cell.stage for cell in seen} == {
        "assigned",
        "talk_a",
        "talk_b",
        "mediation",
        "aftercare",
    }
    assert {cell.category for cell in seen}.isdisjoint({"outcome", "mediation_result"})


def test_hygiene_is_known_to_the_centre_and_the_team_it_works_with() -> None:
    """Agreement §3.5 names the two; nobody but the centre is in a case from triage to closing."""
    seen = visible(cells("housing_hygiene"))
    assert {cell.persona for cell in seen} == {"hygiene_expert", "social_team"}
    team = {cell for cell in seen if cell.persona == "social_team"}
    shared = {cell for cell in team if cell.category != "reporting_code"}
    assert {cell.condition for cell in shared} == {"invited"}
    assert {cell.category for cell in team if cell.stage == "triage"} == {"process", "dwelling"}
    assert {cell for cell in team if cell.stage == "closed"} == set()


def test_what_a_nurse_sees_stays_with_the_centre() -> None:
    """Domain §1.5: professional secrecy; in every stage and in no other intervention."""
    seen = [
        cell
        for intervention in STAGES
        for cell in visible(cells(intervention))
        if cell.category == "health"
    ]
    assert {(cell.persona, cell.intervention) for cell in seen} == {
        ("hygiene_expert", "housing_hygiene")
    }
    assert {cell.stage for cell in seen} == set(STAGES["housing_hygiene"])


def test_a_step_of_the_reporting_code_is_known_to_who_recorded_it() -> None:
    """Domain §4.3, §6 P6: outside the shared file; volunteers are not bound, and record none."""
    seen = [
        cell
        for intervention in STAGES
        for cell in visible(cells(intervention))
        if cell.category == "reporting_code"
    ]
    assert {cell.condition for cell in seen} == {"own"}
    assert {(cell.persona, cell.intervention) for cell in seen} == {
        ("hygiene_expert", "housing_hygiene"),
        ("social_team", "housing_hygiene"),
        ("mediation_lead", "neighbour_mediation"),
    }


def test_who_complained_of_pollution_is_known_to_the_centre_alone_until_the_case_closes() -> None:
    """Domain §1.5: the name can be withheld; the centre may ask further, and tells who reported."""
    seen = {
        (cell.persona, cell.stage)
        for cell in visible(cells("housing_hygiene"))
        if cell.category == "complainant"
    }
    running = set(STAGES["housing_hygiene"]) - {"closed"}
    assert seen == {("hygiene_expert", stage) for stage in running}


@pytest.mark.parametrize("persona", ["police", "lead", "manager", "youth_team"])
def test_last_chance_is_closed_to_who_did_not_sign_it(persona: str) -> None:
    """§1: the police and U Centraal signed other parts; §3.3 names one buurtteam."""
    assert {cell for cell in visible(cells("last_chance")) if cell.persona == persona} == set()


def test_the_corporation_gets_no_care_content() -> None:
    """§1.3 of the domain: facts, no care; also not through mediation or support."""
    shielded = {"care", "support", "working_notes", "mediation_result", "health", "mediation"}
    seen = frozenset().union(*(visible(cells(intervention)) for intervention in STAGES))
    assert {cell for cell in seen if cell.persona == "landlord" and cell.category in shielded} == (
        set()
    )


def test_police_data_is_for_named_recipients_and_the_police() -> None:
    """Domain §4.3: a provision names its recipients."""
    seen = [cell for cell in visible(cells("severe_nuisance")) if cell.category == "police"]
    assert {cell.condition for cell in seen if cell.persona != "police"} == {"recipient"}
    assert {cell.condition for cell in seen if cell.persona == "police"} == {"own"}


def test_eviction_prevention_is_for_the_partners_of_the_agreement() -> None:
    """§3.4 names corporations, buurtteams and debt service; only the first is left at the end."""
    seen = visible(cells("eviction_prevention"))
    partners = {"landlord", "social_team", "youth_team", "debt_adviser"}
    assert {cell.persona for cell in seen} == partners
    ended = {cell.persona for cell in seen if cell.stage in {"closed", "not_started"}}
    assert ended == {"landlord"}


def test_the_youth_team_knows_the_case_and_the_address_and_only_when_asked_in() -> None:
    """§3.4: after agreement of the client; domain §0.4: then a limited part."""
    seen = [cell for cell in visible(cells("eviction_prevention")) if cell.persona == "youth_team"]
    assert {(cell.category, cell.condition) for cell in seen} == {
        ("process", "invited"),
        ("dwelling", "invited"),
    }


def test_the_corporation_does_not_write_what_the_team_judges() -> None:
    """§3.4: corporation and buurtteam judge together, so neither writes for the other."""
    writers = {
        category: {
            cell.persona
            for cell in writable(cells("eviction_prevention"))
            if cell.category == category
        }
        for category in ("criteria", "order")
    }
    assert writers == {"criteria": {"social_team"}, "order": {"landlord"}}


def test_a_measure_is_known_to_the_advising_department() -> None:
    """§3.2: U Centraal has no lead here; an interested party knows of it, not what is in it."""
    seen = visible(cells("mayoral_measure"))
    assert {(cell.category, cell.condition) for cell in seen if cell.persona != "adviser"} == {
        ("process", "invited"),
        ("dwelling", "invited"),
    }
    assert {cell.persona for cell in seen} == {"adviser", "landlord"}


def test_who_complained_is_known_of_a_measure_on_decision_only() -> None:
    """Domain §4.7: the adviser knows complainants on decision."""
    seen = [cell for cell in visible(cells("mayoral_measure")) if cell.category == "complainant"]
    assert {(cell.persona, cell.stage) for cell in seen} == {
        ("adviser", "intended"),
        ("adviser", "decided"),
    }
