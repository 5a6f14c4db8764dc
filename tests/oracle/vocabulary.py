# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The names in which the oracle is written."""

PERSONAS = (
    "lead",
    "manager",
    "other_manager",
    "landlord",
    "landlord_other_district",
    "landlord_excluded",
    "other_landlord",
    "social_team",
    "youth_team",
    "care",
    "former_participant",
    "police",
    "executor",
    "mediation_lead",
    "mediator",
    "adviser",
    "debt_adviser",
    "hygiene_expert",
    "secretary",
    "privacy_officer",
    "functional_manager",
    "nobody",
    "anonymous",
)
STAGES = {
    "severe_nuisance": (
        "screening",
        "awaiting_permission",
        "taken_up",
        "plan",
        "execution",
        "aftercare",
        "closed",
        "rejected",
    ),
    "last_chance": (
        "considered",
        "ordered",
        "research",
        "plan_made",
        "signed",
        "running",
        "closed",
        "withdrawn",
    ),
}
CATEGORIES = (
    "process",
    "dwelling",
    "report",
    "resident",
    "complainant",
    "criteria",
    "incidents",
    "approach",
    "permission",
    "police",
    "care",
    "mediation_result",
    "outcome",
    "working_notes",
    "order",
    "legal",
    "conditions",
    "compliance",
    "support",
    "mediation",
    "arrears",
    "payments",
    "hygiene",
    "health",
    "measure",
)
MOVES = {
    "severe_nuisance": (
        "ask_permission",
        "remind_permission",
        "grant_permission",
        "refuse_permission",
        "take_up",
        "reassign",
        "set_plan",
        "start_execution",
        "back_to_plan",
        "start_aftercare",
        "back_to_execution",
        "close",
        "reject",
        "reopen",
        "accept_hand_over",
        "decline_hand_over",
        "start_measure",
    ),
    "last_chance": (
        "give_order",
        "withdraw",
        "start_research",
        "set_conditions",
        "record_signing",
        "refuse_signing",
        "start_running",
        "close",
        "reopen",
    ),
}
ROUTES = (
    "neighbour_mediation",
    "severe_nuisance",
    "last_chance",
    "eviction_prevention",
    "housing_hygiene",
    "mayoral_measure",
)
REPORT_CATEGORIES = (
    "report",
    "dwelling",
    "complainant",
)

# What goes along from severe nuisance to last chance (agreement §3.3, §4; domain §1.3): whom it is
# about and what was tried; never who complained, and nothing of plan, care or police.
CARRIED = {"fact": ("nuisance_main", "approaches_tried"), "person": ("alleged_causer", "household")}

# Everything that is counted (agreement §5).
INDICATORS = (
    *(f"BB-{number}" for number in range(1, 5)),
    *(f"EW-{number}" for number in range(1, 7)),
    "LKB-1",
    "LKB-2",
    "VHU-1",
    "VHU-2",
    "WH-1",
)

# Each set leaves nothing undecided: exactly one of its names holds for a person and a row.
# Beside `not_invited` the other two names mean "and invited".
PARTITIONS: tuple[tuple[str, ...], ...] = (
    ("",),
    ("invited", "not_invited"),
    ("own", "others"),
    ("recipient", "not_recipient"),
    ("not_invited", "own", "others"),
    ("not_invited", "recipient", "not_recipient"),
)
