# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is wrong with a file of worked cases is told before any of them is performed."""

import shutil
from pathlib import Path

import pytest

from tests.examples.change import changed_copy
from tests.examples.read import all_examples, read_examples
from tests.examples.words import Change
from woonvrede.agreement.digest import digest
from woonvrede.agreement.read import read
from woonvrede.jobs.demo.read import Malformed
from woonvrede.running import places

UTRECHT = places.agreements() / "utrecht-2019"
CASE = '[[examples]]\nkey = "k"\n'
TOLD = 'title = "t"\nshows = "s"\nsource = "§1"\n'


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (CASE + 'steps = [{ as = "a", does = "sing" }]\n', "'sing'"),
        (CASE + 'shows = "s"\nsteps = []\n', "k lacks a title or a source"),
        (CASE + 'steps = [{ as = "a", does = "follow" }]\n', "k, step 1: a is not among"),
        (CASE + 'steps = [{ as = "lead", does = "step", step = "x" }]\n', "there is no move x"),
        (
            CASE + 'steps = [{ as = "lead", does = "look", sees = ["x", "process"] }]\n',
            "there is no category x",
        ),
        (
            CASE + 'steps = [{ does = "counts", party = "u_centraal", period = "2026-H1", '
            "figures = { X-1 = 1 } }]\n",
            "there is no indicator X-1",
        ),
        (CASE + 'after = "x"\nsteps = []\n', "k cannot come after x"),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, text: str, why: str) -> None:
    file = tmp_path / "some.toml"
    file.write_text(text)
    with pytest.raises(Malformed, match=why):
        read_examples(file, UTRECHT)


def test_there_are_enough_in_every_intervention() -> None:
    found = [each.key for agreement, each in all_examples() if agreement == UTRECHT.name]
    files = {file.stem for file in UTRECHT.glob("examples/*.toml")}
    assert len(found) == len(set(found)) >= 40
    assert read(UTRECHT).interventions.keys() <= files


@pytest.mark.parametrize("folder", sorted(places.agreements().glob("*/agreement.toml")))
def test_every_city_has_some_for_each_of_its_interventions(folder: Path) -> None:
    city = folder.parent
    shown = [each for agreement, each in all_examples() if agreement == city.name]
    assert len(shown) >= 6
    assert read(city).interventions.keys() <= {file.stem for file in city.glob("examples/*.toml")}
    assert sum(each.rule is not None for each in shown) >= 6


def test_a_seal_covers_them(tmp_path: Path) -> None:
    """They are part of what was agreed, though the program never reads them."""
    copy = tmp_path / UTRECHT.name
    shutil.copytree(UTRECHT, copy)
    file = copy / "examples/last_chance.toml"
    file.write_text(file.read_text(encoding="utf-8") + "# x\n", encoding="utf-8")
    assert digest(copy) != digest(UTRECHT)
    assert read(copy) == read(UTRECHT)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (Change(entry="severe_nuisance/moves.nothing"), "no entry"),
        (Change(entry="severe_nuisance/grants.care.closed"), "no entry"),
        (Change(entry="severe_nuisance/moves.back_to_plan", word="needs"), "no entry"),
        (Change(entry="severe_nuisance", word="needs"), "no word"),
        (Change(entry="severe_nuisance", word="lead", instead='"case_lead"'), "already"),
    ],
)
def test_a_rule_that_is_not_there_is_told(change: Change, why: str, tmp_path: Path) -> None:
    with pytest.raises(LookupError, match=why):
        changed_copy(UTRECHT, change, tmp_path)
