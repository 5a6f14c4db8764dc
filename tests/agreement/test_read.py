# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""From a folder to an agreement, or to everything that stands in the way."""

from pathlib import Path

import pytest

from woonvrede.agreement.fault import Unreadable
from woonvrede.agreement.read import read

from .breaking import BREAKS, SOUND, broken


def test_a_folder_becomes_an_agreement() -> None:
    agreement = read(SOUND)
    assert agreement.key == "dorp-1"
    assert set(agreement.interventions) == {"visit", "repair"}
    assert agreement.interventions["visit"].move("begin").to == "busy"


def test_an_intervention_is_called_after_its_file() -> None:
    assert {key: each.key for key, each in read(SOUND).interventions.items()} == {
        "visit": "visit",
        "repair": "repair",
    }


def test_all_that_cannot_be_read_is_told_at_once(tmp_path: Path) -> None:
    letter = ('key = "welcome"\nlabel = "Welkom"\nto = ["landlord"]', 'title = "Welkom"')
    wordless = BREAKS["a letter to nobody"]._replace(edits=(letter,))
    with pytest.raises(Unreadable) as refused:
        read(broken(tmp_path, BREAKS["a file is no TOML"], wordless))
    assert [f"{fault.file}, {fault.entry}: {fault.problem}" for fault in refused.value.faults] == [
        "interventions/repair.toml, kop: Regel 6 is geen TOML.",
        "interventions/visit.toml, letters 1: “key” ontbreekt.",
        "interventions/visit.toml, letters 1: “label” ontbreekt.",
        "interventions/visit.toml, letters 1: “to” ontbreekt.",
        "interventions/visit.toml, letters 1: “title” is geen woord van deze taal.",
    ]


@pytest.mark.parametrize(
    "name", ["a target without a source", "a term without a source", "a word of no language"]
)
def test_what_breaks_the_language_is_not_read(name: str, tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as refused:
        read(broken(tmp_path, BREAKS[name]))
    assert [fault.entry for fault in refused.value.faults] == [BREAKS[name].fault.entry]


def test_a_column_has_the_source_of_its_register() -> None:
    register = read(SOUND).interventions["visit"].register("visits")
    assert [column.source for column in register.columns] == [""]


def test_a_fault_below_a_list_names_its_place(tmp_path: Path) -> None:
    column = ('label = "Datum", kind = "date"', 'label = "Datum", kind = "day"')
    bad = BREAKS["a column about income"]._replace(edits=(column,))
    with pytest.raises(Unreadable) as refused:
        read(broken(tmp_path, bad))
    (fault,) = refused.value.faults
    assert fault.entry == "registers.visits.columns.visited_on"
    assert fault.remedy.startswith("Kies uit: 'text', 'choice', 'date'")
