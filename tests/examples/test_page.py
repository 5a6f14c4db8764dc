# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages about worked cases and scenes have every word, every step and every hard rule."""

import re
from pathlib import Path
from typing import get_args

import pytest

from tests.examples import words
from tests.examples.read import all_examples
from woonvrede.jobs.demo.city import words as city
from woonvrede.jobs.demo.steps import AnyStep
from woonvrede.jobs.demo.told import Told

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "worked-cases.md").read_text(encoding="utf-8")
# Words that are read before a table becomes one of these.
SPELLED_OUT = {
    "Example": {"after", "report"},
    "Volume": {"report"},
    "Course": {"after", "report"},
}
DOES = "does"


def rows(heading: str, text: str) -> list[str]:
    """Return the words in the table under the heading that ends so."""
    part = next(each for each in re.split(r"^##+ ", text, flags=re.MULTILINE) if heading in each)
    return re.findall(r"^\| `(\w+)` \|", part, re.MULTILINE)


@pytest.mark.parametrize("model", ["Example", "Rule", "Proposed", "Look", "Counts", "Checks"])
def test_every_word_is_explained(model: str) -> None:
    kind: type[Told] = getattr(words, model)
    known = {field.alias or name for name, field in kind.model_fields.items()} - {DOES}
    found = rows(f"({model})\n", PAGE)
    assert len(found) == len(set(found))
    assert set(found) == known | SPELLED_OUT.get(model, set())


def test_every_step_of_a_scene_is_explained() -> None:
    steps = get_args(get_args(AnyStep)[0])
    known = {name for each in steps for name in get_args(each.model_fields[DOES].annotation)}
    scenes = (DOCS / "scenes.md").read_text(encoding="utf-8")
    assert set(rows("Steps (`does`)\n", scenes)) - {DOES} == known


@pytest.mark.parametrize(
    "model", ["Volumes", "Invented", "Quarter", "Crowd", "Drawn", "Volume", "Course"]
)
def test_every_word_of_a_city_is_explained(model: str) -> None:
    kind: type[Told] = getattr(city, model)
    known = {field.alias or name for name, field in kind.model_fields.items()}
    scenes = (DOCS / "scenes.md").read_text(encoding="utf-8")
    assert set(rows(f"({model})\n", scenes)) == known | SPELLED_OUT.get(model, set())


def test_every_hard_rule_is_guarded_by_a_case() -> None:
    guarded = {each.rule.guards for _, each in all_examples() if each.rule}
    assert set(rows("Hard rules (guards)\n", PAGE)) == guarded
