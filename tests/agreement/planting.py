# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Ways to break each promise of Utrecht in a copy of its folder, without touching the promise."""

import shutil
from pathlib import Path
from typing import NamedTuple

UTRECHT = Path(__file__).parents[2] / "agreements/utrecht-2019"
SHARED = "agreement.toml"
MEDIATION = "interventions/neighbour_mediation.toml"
SEVERE = "interventions/severe_nuisance.toml"
LAST = "interventions/last_chance.toml"
EVICTION = "interventions/eviction_prevention.toml"


class Edit(NamedTuple):
    """A text that stands in a file once, after a text that does so too, and what replaces it."""

    file: str
    after: str
    old: str
    new: str


class Plant(NamedTuple):
    """Edits that break one promise."""

    promise: str
    edits: tuple[Edit, ...]


def planted(folder: Path, plant: Plant) -> Path:
    """Return a copy of Utrecht's folder with these edits."""
    copy = folder / UTRECHT.name
    shutil.copytree(UTRECHT, copy)
    for edit in plant.edits:
        path = copy / edit.file
        text = path.read_text(encoding="utf-8")
        assert text.count(edit.after) == 1, f"{text.count(edit.after)} times: {edit.after!r}"
        before, rest = text.split(edit.after)
        assert edit.old in rest, edit.old
        path.write_text(before + edit.after + rest.replace(edit.old, edit.new, 1), encoding="utf-8")
    return copy


def _plant(promise: str, *edits: tuple[str, str, str, str]) -> Plant:
    return Plant(promise, tuple(Edit(*edit) for edit in edits))


ALL = '["social_rent", "private_rent", "owner_occupied", "unknown"]'
TENURES, SOCIAL = "\ntenures = ", '["social_rent"]'
SOLD = '["social_rent", "owner_occupied"]'
TO_SEVERE = """[[carries]]
to = "severe_nuisance"
asks = "mediation_lead"
tenures = ["social_rent"]
facts = {{ {facts} }}
persons = [{persons}]
source = "§3.1"

[[moves]]
key = "accept_hand_over"
label = "De aanpak openen"
origin = ["closed"]
by = ["mediation_lead"]
needs = ["hand_over_waiting"]
effect = "accept_hand_over"
source = "§3.1"

[[outcomes]]"""
TALKED = """[[grants]]
role = "{role}"
see = ["mediation"]
stages = ["{stage}"]
purpose = "{purpose}"
ground = "avg_6_1_e"
source = "§3.2"

[[invitations]]"""
UNASKED = """[[invitations]]
role = "youth_team"
by = ["landlord"]
stages = ["registered"]
source = "§3.4"

[[deadlines]]"""

PLANTS = {
    "a last chance for everybody": _plant(
        "only_for_corporations", (LAST, TENURES, SOCIAL, '["social_rent", "private_rent"]')
    ),
    "an eviction prevented for who owns": _plant(
        "only_for_corporations", (EVICTION, TENURES, SOCIAL, SOLD)
    ),
    "an owned house handed over": _plant(
        "only_for_corporations",
        (SEVERE, 'asks = "landlord"', SOCIAL, SOLD),
        (SEVERE, 'key = "close"\n', 'needs = ["next_trajectory_fits_tenure"]\n', ""),
    ),
    "a refusal that nothing follows": _plant(
        "every_case_ends",
        (SEVERE, 'key = "reject"\n', '["screening", "awaiting_permission"]', '["screening"]'),
    ),
    "a corporation to ask where there is none": _plant(
        "every_case_ends",
        (
            SEVERE,
            'key = "take_up"\n',
            '["screening", "awaiting_permission"]',
            '["awaiting_permission"]',
        ),
        (
            SEVERE,
            'key = "reject"\n',
            '["screening", "awaiting_permission"]',
            '["awaiting_permission"]',
        ),
    ),
    "a reason that nobody who is there may write": _plant(
        "every_case_ends",
        (SEVERE, 'key = "reject_reason"\n', 'category = "outcome"', 'category = "permission"'),
    ),
    "a reason to close that can be asked no more": _plant(
        "every_case_ends", (SEVERE, 'key = "close"\n', '["close_reason"', '["nuisance_main"')
    ),
    "an end that only the executor brings": _plant(
        "every_case_ends",
        (
            LAST,
            'key = "close"\n',
            '["ordered", "research", "signed", "running"]',
            '["research", "signed", "running"]',
        ),
    ),
    "a rejection that nobody sees": _plant(
        "somebody_sees_it",
        (
            SEVERE,
            'see = ["process", "dwelling", "report", "permission", "outcome"]\n',
            '"closed", "rejected"]',
            '"closed"]',
        ),
    ),
    "a last chance that nobody sees any more": _plant(
        "somebody_sees_it",
        (
            LAST,
            '"order", "legal", "conditions", "compliance", "outcome"]\n',
            '"running", "closed"]',
            '"running"]',
        ),
    ),
    "a care organisation that signed nothing": _plant(
        "who_did_not_sign_sees_nothing",
        (
            SHARED,
            '{ key = "care", label = "Zorginstelling"',
            '["lister"]',
            '["lister", "altrecht"]',
        ),
    ),
    "a signature that ends too soon": _plant(
        "who_did_not_sign_sees_nothing",
        (SHARED, '{ party = "mitros", parts', "2023-01-01", "2022-06-01"),
    ),
    "a successor that comes too late": _plant(
        "who_did_not_sign_sees_nothing", (SHARED, 'of = "mitros"', "2023-01-01", "2023-06-01")
    ),
    "an order of who is not bound": _plant(
        "who_did_not_sign_sees_nothing",
        (
            SHARED,
            '{ party = "het_vierde_huis", parts',
            '["mitros", "woonin", "portaal", "bo_ex", "groenwest", "ssh"]',
            '["stuw"]',
        ),
    ),
    "talks that go along": _plant(
        "mediation_stays_in_mediation",
        (
            MEDIATION,
            'label = "Buurtbemiddeling"\n',
            "[[outcomes]]",
            TO_SEVERE.format(facts='analysis = "next_step"', persons=""),
        ),
    ),
    "talks that the case manager reads": _plant(
        "mediation_stays_in_mediation",
        (
            SEVERE,
            "Wie mag wie uitnodigen",
            "[[invitations]]",
            TALKED.format(role="case_manager", stage="plan", purpose="counter_nuisance"),
        ),
    ),
    "talks that an invited officer reads": _plant(
        "mediation_stays_in_mediation",
        (
            SEVERE,
            "Wie mag wie uitnodigen",
            "[[invitations]]",
            TALKED.format(role="police", stage="aftercare", purpose="counter_nuisance"),
        ),
    ),
    "a family that is not asked": _plant(
        "families_agree_first", (EVICTION, 'role = "youth_team"\nby', "after_consent = true\n", "")
    ),
    "a family team from the start": _plant(
        "families_agree_first",
        (EVICTION, 'start = "registered"\n', "", 'opens_with = ["youth_team"]\n'),
    ),
    "a family team that is invited early": _plant(
        "families_agree_first", (EVICTION, 'role = "debt_service"\nby', "[[deadlines]]", UNASKED)
    ),
}
