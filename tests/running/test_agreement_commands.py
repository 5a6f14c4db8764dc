# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""``woonvrede agreement draw`` and ``rights``: the pages about an agreement, for who has files."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.support import checkout
from woonvrede.running.places import CHECKOUT

FOLDER = CHECKOUT / "agreements" / "utrecht-2019"
KEYS = sorted(file.stem for file in (FOLDER / "interventions").glob("*.toml"))


def test_a_drawing_and_a_text_of_every_intervention(tmp_path: Path) -> None:
    where = tmp_path / "new" / "folder"
    done = checkout.woonvrede("agreement", "draw", str(FOLDER), "--to", str(where))
    assert (done.returncode, done.stderr) == (0, "")
    names = {"overeenkomst.md", "aannames.md"}
    names |= {f"{key}.{kind}" for key in KEYS for kind in ("svg", "md")}
    assert {file.name for file in where.iterdir()} == names
    assert {Path(line).name for line in done.stdout.splitlines()} == names
    for key in KEYS:
        ElementTree.parse(where / f"{key}.svg")  # noqa: S314 - our own
        assert f"]({key}.svg)" in (where / f"{key}.md").read_text(encoding="utf-8")


def test_where_nothing_can_be_written_is_said_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = checkout.woonvrede("agreement", "draw", str(FOLDER), "--to", str(tmp_path / "file"))
    assert "cannot be written" in checkout.only_line(done)


def test_rights_of_one_role_in_one_intervention() -> None:
    words = ["--role", "landlord", "--intervention", "eviction_prevention"]
    done = checkout.woonvrede("agreement", "rights", str(FOLDER), *words)
    assert (done.returncode, done.stderr) == (0, "")
    head, *lines = done.stdout.splitlines()
    assert head == "Voorkom Huisuitzetting · Verhuurder"
    assert [line for line in lines if not line.startswith("  ") and line] == []
    terms = {line[2:20].strip() for line in lines}
    assert terms - {""} == {
        "ZIET",
        "SCHRIJFT",
        "ZIET EN SCHRIJFT",
        "FASEN",
        "DOEL",
        "GRONDSLAG",
        "BRON",
    }
    arrears = next(line for line in lines if "Huurschuld" in line)
    assert any("AVG artikel 6" in line for line in lines[lines.index(arrears) :])


def test_a_role_without_rights_is_told_so() -> None:
    words = ["--role", "landlord", "--intervention", "neighbour_mediation"]
    done = checkout.woonvrede("agreement", "rights", str(FOLDER), *words)
    assert (done.returncode, done.stdout) == (0, "Deze rol heeft hier geen rechten.\n")


def test_rights_of_everybody() -> None:
    whole = checkout.woonvrede("agreement", "rights", str(FOLDER)).stdout.splitlines()
    part = checkout.woonvrede("agreement", "rights", str(FOLDER), "--role", "police")
    assert len(whole) > len(part.stdout.splitlines()) > 1
    assert max(map(len, whole)) <= 96


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--role", "niemand"), "utrecht-2019 has no role niemand; it has: case_lead,"),
        (("--intervention", "niets"), "utrecht-2019 has no intervention niets; it has:"),
    ],
)
def test_a_filter_that_finds_nothing_names_what_there_is(words: tuple[str, str], why: str) -> None:
    done = checkout.woonvrede("agreement", "rights", str(FOLDER), *words)
    assert why in checkout.only_line(done)


@pytest.mark.parametrize("command", [("draw", "--to", "x"), ("rights",)])
def test_a_folder_without_an_agreement_is_named(command: tuple[str, ...], tmp_path: Path) -> None:
    name, *more = command
    done = checkout.woonvrede("agreement", name, str(tmp_path), *more)
    assert "There is no agreement in" in checkout.only_line(done)
    (tmp_path / "agreement.toml").write_text("key = 1")
    done = checkout.woonvrede("agreement", name, str(tmp_path), *more)
    assert "agreement check" in checkout.only_line(done)
