# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""A sealed agreement never changes again."""

from pathlib import Path

from woonvrede.agreement.check import check
from woonvrede.agreement.digest import FICTION, SEAL, VOLUMES, digest

from .breaking import BREAKS, broken


def test_a_sealed_agreement_is_sound_as_long_as_it_stays_the_same(tmp_path: Path) -> None:
    folder = broken(tmp_path, BREAKS["a seal that is gone"])
    (folder / SEAL).write_text(f"{digest(folder)}\n", encoding="ascii")
    assert check(folder) == []


def test_any_change_breaks_the_seal(tmp_path: Path) -> None:
    folder = broken(tmp_path, BREAKS["a seal that is gone"])
    (folder / SEAL).write_text(digest(folder), encoding="ascii")
    (folder / "interventions" / "visit.toml").open("a", encoding="utf-8").write("# iets\n")
    assert [fault.problem for fault in check(folder)] == [
        "Deze overeenkomst is verzegeld maar daarna veranderd."
    ]


def test_a_new_file_breaks_the_seal(tmp_path: Path) -> None:
    folder = broken(tmp_path, BREAKS["a seal that is gone"])
    before = digest(folder)
    (folder / "letters" / "new.typ").write_text("", encoding="utf-8")
    assert digest(folder) != before


def test_fiction_beside_it_is_no_part_of_it(tmp_path: Path) -> None:
    folder = broken(tmp_path, BREAKS["a seal that is gone"])
    before = digest(folder)
    (folder / FICTION).write_text("people = []", encoding="utf-8")
    (folder / VOLUMES).write_text("years = 1", encoding="utf-8")
    assert digest(folder) == before
