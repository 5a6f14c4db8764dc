# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""``docs/glossary.md`` knows every word of the code and of the agreement, in both directions."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from django.apps import apps

from woonvrede.access.books import book
from woonvrede.agreement.book import Keyed

PAGE = Path(__file__).parents[2] / "docs/glossary.md"
AGREEMENT = "utrecht-2019"
ROW = re.compile(r"^\| `([\w.]+)` \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
SHARED = ("roles", "functions", "categories", "tenures", "person_roles")

Rows = dict[str, tuple[str, str]]


def rows_under(heading: str, text: str) -> Rows:
    """Return Dutch and section by English word, of the table under one heading."""
    part = re.split(r"^## ", text, flags=re.MULTILINE)
    found = next(each for each in part if each.startswith(f"{heading}\n"))
    return {key: (dutch, section) for key, dutch, _, section in ROW.findall(found)}


def rows_of(entries: Iterable[Keyed], prefix: str = "") -> Rows:
    """Return the rows that entries of the agreement should have."""
    return {f"{prefix}{entry.key}": (entry.label, entry.source) for entry in entries}


@pytest.mark.parametrize("word", SHARED)
def test_the_words_that_interventions_share(word: str) -> None:
    heading = word.replace("_", " ").capitalize()
    assert rows_under(heading, PAGE.read_text()) == rows_of(getattr(book(AGREEMENT), word))


def test_interventions_with_their_stages_and_moves() -> None:
    interventions = book(AGREEMENT).interventions
    stages: Rows = {}
    moves: Rows = {}
    for key, each in interventions.items():
        stages |= rows_of(each.stages, f"{key}.")
        moves |= rows_of(each.moves, f"{key}.")
    text = PAGE.read_text()
    assert rows_under("Interventions", text) == rows_of(interventions.values())
    assert rows_under("Stages", text) == stages
    assert rows_under("Moves", text) == moves


def test_models() -> None:
    models = {model.__name__ for model in apps.get_app_config("records").get_models()}
    assert set(rows_under("Models", PAGE.read_text())) == models


def test_a_row_without_a_meaning_is_no_row() -> None:
    text = (
        "# Words\n\n## Roles\n\n| `police` | Politie | officers | §3.2 |\n| `x` | y |  |\n\n## Z\n"
    )
    assert rows_under("Roles", text) == {"police": ("Politie", "§3.2")}
