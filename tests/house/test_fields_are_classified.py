# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""``docs/data.md`` says of every field that is remembered what it holds and who sees it."""

import re
from collections import Counter
from pathlib import Path

from django.apps import apps
from django.db.models import Field, Model

from woonvrede.access.books import books

PAGE = Path(__file__).parents[2] / "docs/data.md"
LINE = re.compile(r"^\| `(\w+)\.(\w+)` \| (\w+) \| (\w*) ?\|", re.MULTILINE)
CLASSES = {"code", "guarded", "personal", "technical"}
OWN = "own"


def models() -> dict[str, type[Model]]:
    return {model.__name__: model for model in apps.get_app_config("records").get_models()}


def remembered() -> set[str]:
    """Return every column of every model, by name."""
    return {
        f"{name}.{field.name}"
        for name, model in models().items()
        for field in model._meta.get_fields()
        if isinstance(field, Field) and field.concrete
    }


def lines(text: str) -> list[tuple[str, str, str, str]]:
    """Return model, field, class and category of each line of the page."""
    return LINE.findall(text)


def test_every_field_is_classified_once_and_nothing_else_is() -> None:
    told = Counter(f"{model}.{field}" for model, field, _, _ in lines(PAGE.read_text()))
    assert remembered() - set(told) == set(), "not in docs/data.md"
    assert set(told) - remembered() == set(), "in docs/data.md, but not a field"
    assert [name for name, times in told.items() if times > 1] == []


def test_classes_and_categories_exist() -> None:
    known = {each.key for book in books().values() for each in book.categories} | {OWN, ""}
    found = lines(PAGE.read_text())
    assert {kind for _, _, kind, _ in found} == CLASSES
    assert {category for _, _, _, category in found} <= known


def test_what_is_guarded_names_its_guard() -> None:
    found = lines(PAGE.read_text())
    assert [line for line in found if line[2] == "guarded" and not line[3]] == []


def test_only_a_row_with_a_category_is_guarded_by_its_own() -> None:
    own = {model for model, _, _, category in lines(PAGE.read_text()) if category == OWN}
    carrying = {
        name
        for name, model in models().items()
        if "category" in {field.name for field in model._meta.get_fields()}
    }
    assert own == carrying


def test_a_line_is_read_as_it_is_written() -> None:
    text = "| `Case.id` | technical | | |\n| `Entry.values` | guarded | own | words |\n"
    assert lines(text) == [
        ("Case", "id", "technical", ""),
        ("Entry", "values", "guarded", "own"),
    ]
