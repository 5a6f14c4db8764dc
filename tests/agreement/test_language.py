# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page about the language has every word of it, and no other."""

import re
import tomllib
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Literal, get_args, get_origin

import pytest
from pydantic import BaseModel

from woonvrede.agreement import book
from woonvrede.agreement import words as words_of
from woonvrede.agreement.book import Entry, Keyed
from woonvrede.agreement.fault import Rule
from woonvrede.agreement.vocabulary import GUARDS

PAGE = (Path(__file__).parents[2] / "docs/agreement-language.md").read_text(encoding="utf-8")
SECTIONS = {
    found[1]: found[2]
    for found in re.finditer(
        r"^### [^\n]*\((\w+)\)$(.*?)(?=^##|\Z)", PAGE, re.DOTALL | re.MULTILINE
    )
}
CLOSED = {
    "Kind": get_args(book.Kind),
    "Effect": get_args(book.Effect),
    "Counted": get_args(book.Counted),
    "PromiseKind": get_args(book.PromiseKind),
    "GUARDS": GUARDS,
    "Rule": get_args(Rule),
}
MODELS = {
    name: model
    for name, model in vars(book).items()
    if isinstance(model, type) and issubclass(model, Entry)
}


def words(section: str) -> list[str]:
    """Return the words that a section explains."""
    return re.findall(r"^\| `(\w+)` \|", SECTIONS[section], re.MULTILINE)


def own_words(model: type[Entry]) -> list[str]:
    """Return the words of an entry that not every entry has."""
    above = next(
        base for base in (Keyed, Entry, BaseModel) if issubclass(model, base) and base is not model
    )
    return [word for word in model.model_fields if word not in above.model_fields]


def choices(model: type[Entry], word: str) -> set[str]:
    """Return what a word can be, if that is a closed list of its own."""
    annotation = model.model_fields[word].annotation
    shared = {*CLOSED["Kind"], *CLOSED["Counted"], *CLOSED["PromiseKind"]}
    return set(get_args(annotation)) - shared - {""} if get_origin(annotation) is Literal else set()


def test_the_example_of_a_migration_is_one() -> None:
    (example,) = re.findall(
        r"^```toml\n(\[\[migrations\]\].*?)^```$", PAGE, re.DOTALL | re.MULTILINE
    )
    (migration,) = map(book.Migration.model_validate, tomllib.loads(example)["migrations"])
    (passage,) = migration.interventions
    assert set(passage.model_fields_set) == {*own_words(book.Passage)}


def test_the_page_explains_every_entry_and_nothing_else() -> None:
    assert set(SECTIONS) == set(MODELS) | set(CLOSED)


def test_the_book_names_every_entry_that_there_is() -> None:
    """An entry that the book does not name would escape this page."""
    modules = [
        import_module(f"{words_of.__name__}.{m.name}") for m in iter_modules(words_of.__path__)
    ]
    there = {
        name
        for module in modules
        for name, model in vars(module).items()
        if isinstance(model, type) and issubclass(model, Entry)
    }
    assert there | {"Agreement"} == set(MODELS)
    assert set(MODELS) <= set(book.__all__)


@pytest.mark.parametrize("name", MODELS)
def test_the_page_explains_every_word_of_an_entry(name: str) -> None:
    assert words(name) == own_words(MODELS[name])


@pytest.mark.parametrize("name", CLOSED)
def test_the_page_explains_every_word_of_a_closed_list(name: str) -> None:
    assert sorted(words(name)) == sorted(CLOSED[name])


@pytest.mark.parametrize("name", MODELS)
def test_the_page_names_every_value_that_a_word_can_have(name: str) -> None:
    for word in MODELS[name].model_fields:
        for value in choices(MODELS[name], word):
            assert f"`{value}`" in SECTIONS[name], (word, value)
