# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
How the oracle's cases come to their stage, by the real verbs, and who is a guest in them.

A case has guests where the sources let somebody in whom the case of the oracle's README has not:
by an invitation, or, in hygiene, because a team passed on what proves serious.
"""

from collections.abc import Callable, Mapping

from tests.story import CAST, OWN, PATTERN, Story, reported
from tests.support import neighbours, ways
from tests.support.ways import along
from tests.world import TO_STAGE
from woonvrede.casework.people.invite import invite
from woonvrede.casework.people.release import release
from woonvrede.intake.decide import Decision, decide

Tell = Callable[[Story, str, bool], None]

PARTIES = {persona.key: persona.party for persona in CAST}
# Who leads, by the oracle's README.
LEADERS = {
    "severe_nuisance": "lead",
    "last_chance": "landlord",
    "neighbour_mediation": "mediation_lead",
    "housing_hygiene": "hygiene_expert",
    "eviction_prevention": "landlord",
    "mayoral_measure": "adviser",
}
LEADS = {key: PARTIES[who] for key, who in LEADERS.items()}
GUESTS: dict[str, tuple[tuple[str, str], ...]] = {
    "severe_nuisance": (
        ("youth_team", "lokalis"),
        ("care", "lister"),
        ("hygiene_expert", "gemeente_volksgezondheid"),
        ("mayor_adviser", "gemeente_oov"),
    ),
    "last_chance": (("care", "lister"),),
    "neighbour_mediation": (),
    "housing_hygiene": (("social_team", "buurtteam_sociaal"),),
    "eviction_prevention": (
        ("debt_service", "gemeente_werk_inkomen"),
        ("youth_team", "lokalis"),
    ),
    "mayoral_measure": (("landlord", "portaal"),),
}
WITH_GUESTS = {
    "severe_nuisance": ("taken_up", "plan", "execution", "aftercare"),
    "last_chance": ("ordered", "research", "plan_made", "signed", "running"),
    "neighbour_mediation": (),
    "housing_hygiene": ("triage",),
    "eviction_prevention": ("joint_intake", "ordered", "agreed", "stabilisation", "monitoring"),
    "mayoral_measure": ("intended", "decided", "supervision"),
}
# What a report answers that is sent there; who judges may still send it on.
ANSWERS: dict[str, Mapping[str, str]] = {
    "neighbour_mediation": neighbours.QUARREL,
    "housing_hygiene": neighbours.SERIOUS,
    "eviction_prevention": ways.DEBT,
}
ENDED = ("closed", "rejected", "withdrawn", "not_handled", "not_started")


def answers_for(intervention: str) -> Mapping[str, str]:
    """Return what a report answers of which this intervention comes."""
    return ANSWERS.get(intervention, PATTERN)


def _severe(told: Story, stage: str, guests: bool) -> None:
    TO_STAGE[stage](told)
    for role, party in GUESTS["severe_nuisance"] if guests else ():
        if role != "mayor_adviser" or stage == "execution":
            told.do("manager", invite, told.reference, role, party)


def _mediation(told: Story, stage: str, guests: bool) -> None:
    del guests
    reported(told).route("mediation_lead", "neighbour_mediation", OWN)
    if stage == "not_handled":
        told.step("mediation_lead", "not_handle", reject_reason="not_suitable")
    elif stage != "intake":
        along(neighbours.MEDIATION, told, stage)


def _hygiene(told: Story, stage: str, guests: bool) -> None:
    """The team takes part from the visit on; before that only where it passed a case on."""
    reported(told).route("hygiene_expert", "housing_hygiene", OWN)
    if stage == "team_approach" or guests:
        neighbours.to_team(told)
        if guests:
            told.step("social_team", "pass_on", hygiene_class="red", reason="Geen water.")
    elif stage != "triage":
        along(neighbours.HYGIENE, told, "visit")
        told.do("hygiene_expert", invite, told.reference, "social_team", "buurtteam_sociaal")
        if stage != "visit":
            along(neighbours.HYGIENE[1:], told, stage)


def _eviction(told: Story, stage: str, guests: bool) -> None:
    reported(told).route("landlord", "eviction_prevention", OWN)
    if stage == "not_started":
        told.step("landlord", "not_start", close_reason="kanarie")
    elif stage != "registered":
        told.step("landlord", "start_intake", **ways.SUMMONED)
    if stage not in ("registered", "not_started", "joint_intake"):
        along(ways.EVICTION, told, stage)
    if guests:
        ways.with_all_guests(told)


def _measure(told: Story, stage: str, guests: bool) -> None:
    """U Centraal sends on what was reported to it."""
    reported(told)
    there = Decision("mayoral_measure", "Er is haast.")
    told.do("lead", decide, told.report, there, version=1)
    case = told.do("adviser", decide, told.report, Decision("mayoral_measure", OWN), version=2)
    assert case is not None
    told.reference = case.reference
    if stage != "request":
        along(ways.MEASURE, told, stage)
    if guests:
        told.do("adviser", invite, told.reference, *GUESTS["mayoral_measure"][0])


def _considered(told: Story, guests: bool) -> None:
    del told, guests


def _withdrawn(told: Story, guests: bool) -> None:
    del guests
    told.step("landlord", "withdraw", withdraw_reason="kanarie")


def _ordered(told: Story, guests: bool) -> None:
    told.step("landlord", "give_order", order_number="1", order_date="2026-02-20")
    told.do("landlord", invite, told.reference, "social_team", "buurtteam_sociaal")
    told.do("executor", invite, told.reference, "care", "lister")
    if not guests:
        told.do("executor", release, told.reference, "care", "lister")


def _research(told: Story, guests: bool) -> None:
    _ordered(told, guests)
    told.step("executor", "start_research")


def _plan_made(told: Story, guests: bool) -> None:
    _research(told, guests)
    told.step("executor", "set_conditions", conditions_summary="Stil na elf uur.")


def _signed(told: Story, guests: bool) -> None:
    _plan_made(told, guests)
    told.step("landlord", "record_signing", signed_on="2026-02-21")


def _running(told: Story, guests: bool) -> None:
    _signed(told, guests)
    told.step("landlord", "start_running")


def _closed(told: Story, guests: bool) -> None:
    _running(told, guests)
    told.step(
        "landlord",
        "close",
        close_reason="kanarie",
        next_trajectory="kanarie",
        ended_on="2026-02-22",
    )


# From a report to each stage.
TELL: dict[str, Tell] = {
    "severe_nuisance": _severe,
    "neighbour_mediation": _mediation,
    "housing_hygiene": _hygiene,
    "eviction_prevention": _eviction,
    "mayoral_measure": _measure,
}
# Last chance begins with a case of U Centraal that closed.
LAST_CHANCE: dict[str, Callable[[Story, bool], None]] = {
    "considered": _considered,
    "withdrawn": _withdrawn,
    "ordered": _ordered,
    "research": _research,
    "plan_made": _plan_made,
    "signed": _signed,
    "running": _running,
    "closed": _closed,
}
