# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The route and its reasons are the agreement's: change the TOML and they change."""

import shutil
from pathlib import Path

import pytest

from tests.intake.reporting import answered
from tests.world import START
from woonvrede.access.books import in_force
from woonvrede.agreement.book import Agreement
from woonvrede.agreement.read import read
from woonvrede.agreement.values import parse
from woonvrede.intake.propose import Proposal, propose
from woonvrede.running import places

UTRECHT = "utrecht-2019"


def utrecht() -> Agreement:
    return in_force(START.date(), "u_centraal")


def proposal(agreement: Agreement, tenure: str = "social_rent", **answers: str) -> Proposal:
    typed = answered(**answers)
    asked = {each.key: each for each in agreement.questions}
    values = {key: parse(asked[key], raw, agreement) for key, raw in typed.items()}
    return propose(agreement, tenure=tenure, answers=values, at=START)


@pytest.mark.parametrize(
    ("route", "tenure", "answers"),
    [
        ("severe_nuisance", "social_rent", {}),
        ("severe_nuisance", "owner_occupied", {"earlier_approaches": "ja"}),
        ("last_chance", "social_rent", {"earlier_approaches": "ja"}),
        ("eviction_prevention", "social_rent", {"rent_debt_eviction": "ja"}),
        ("severe_nuisance", "private_rent", {"rent_debt_eviction": "ja"}),
        (
            "housing_hygiene",
            "private_rent",
            {"structural": "nee", "pollution": "ja", "pollution_serious": "ja"},
        ),
        ("housing_hygiene", "social_rent", {"structural": "nee", "pollution": "ja"}),
        ("severe_nuisance", "social_rent", {"pollution": "ja"}),
        ("neighbour_mediation", "private_rent", {"structural": "nee", "both_willing": "ja"}),
        ("neighbour_mediation", "social_rent", {"structural": "nee"}),
        ("severe_nuisance", "social_rent", {"structural": "nee", "contra_indications": "ja"}),
        ("severe_nuisance", "unknown", {}),
        # A trade in drugs: no volunteers there, and a measure of the mayor where one is asked for.
        (
            "severe_nuisance",
            "owner_occupied",
            {"kind_of_problem": "drugs_dealing", "structural": "nee", "contra_indications": "ja"},
        ),
        (
            "mayoral_measure",
            "owner_occupied",
            {"kind_of_problem": "drugs_dealing", "structural": "nee", "measure_wanted": "ja"},
        ),
        ("severe_nuisance", "owner_occupied", {"measure_wanted": "ja"}),
    ],
)
def test_each_kind_of_report_has_its_route(
    route: str, tenure: str, answers: dict[str, str]
) -> None:
    found = proposal(utrecht(), tenure, **answers)
    assert found.intervention == route
    assert found.reasons
    assert all(reason.words and reason.source for reason in found.reasons)


def test_what_else_fits_and_what_is_barred_is_told_with_the_section() -> None:
    found = proposal(
        utrecht(), "private_rent", pollution="ja", pollution_serious="ja", contra_indications="ja"
    )
    assert found.intervention == "housing_hygiene"
    assert "severe_nuisance" in {reason.intervention for reason in found.others}
    barred = {reason.intervention: reason.source for reason in found.barred}
    assert barred == {
        "neighbour_mediation": "§3.1",
        "last_chance": "§3.3",
        "eviction_prevention": "§3.4",
    }


def test_a_route_for_when_nothing_fits_is_no_reason_when_something_does() -> None:
    found = proposal(utrecht())
    words = [reason.words for reason in (*found.reasons, *found.others)]
    assert words
    assert not [sentence for sentence in words if "Geen andere aanpak" in sentence]


def changed(folder: Path, intervention: str, old: str, new: str) -> Agreement:
    """Return the agreement with one line of one route changed."""
    copy = folder / UTRECHT
    shutil.copytree(places.agreements() / UTRECHT, copy)
    file = copy / "interventions" / f"{intervention}.toml"
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")
    return read(copy)


def test_another_rank_in_the_toml_is_another_proposal(tmp_path: Path) -> None:
    answers = {"both_willing": "ja"}
    assert proposal(utrecht(), **answers).intervention == "severe_nuisance"
    mild = changed(tmp_path, "neighbour_mediation", "rank = 50\n", "rank = 5\n")
    found = proposal(mild, **answers)
    assert found.intervention == "neighbour_mediation"
    assert "severe_nuisance" in {reason.intervention for reason in found.others}


def test_another_reason_in_the_toml_is_another_reason(tmp_path: Path) -> None:
    words = "De overlast komt steeds terug en omwonenden lijden er ernstig onder."
    assert [reason.words for reason in proposal(utrecht()).reasons] == [words]
    other = changed(tmp_path, "severe_nuisance", words, "Het houdt niet op.")
    assert [reason.words for reason in proposal(other).reasons] == ["Het houdt niet op."]


def test_a_bar_in_the_toml_is_a_bar(tmp_path: Path) -> None:
    bar = 'when = ["structural", "serious_harm"]'
    barred = changed(
        tmp_path,
        "severe_nuisance",
        f"{bar}\n",
        f'{bar}\nnever_when = ["acute_danger"]\nhard = false\n',
    )
    assert proposal(barred).intervention == "severe_nuisance"
    assert proposal(barred, acute_danger="ja").intervention == "neighbour_mediation"
