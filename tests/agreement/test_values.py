# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What people type becomes a value, and comes back as they know it."""

import json
from contextlib import suppress
from datetime import date
from typing import get_args

import pytest
from hypothesis import assume, given
from hypothesis import strategies as some

from woonvrede.agreement.book import Fact, Kind
from woonvrede.agreement.read import read
from woonvrede.agreement.values import Value, Wrong, parse, show, written

from .breaking import SOUND

SMALL = read(SOUND)
SENTENCES = some.text(
    some.characters(min_codepoint=32, exclude_categories=["Cc", "Cs"]) | some.just("\n"),
    min_size=1,
    max_size=200,
)


def fact(kind: Kind) -> Fact:
    """Return a fact of a kind."""
    return Fact(key="it", label="Dit", kind=kind, options="reason", category="story")


def comes_back(kind: Kind, typed: str) -> Value:
    """Return the value that was typed, having seen that a form and JSON give it back."""
    value = parse(fact(kind), typed, SMALL)
    assert parse(fact(kind), written(fact(kind), value), SMALL) == value
    assert json.loads(json.dumps(value)) == value
    return value


@given(SENTENCES)
def test_text_comes_back_trimmed(text: str) -> None:
    assume(text.strip())
    assert comes_back("text", text) == text.strip()
    assert show(fact("text"), text.strip(), SMALL) == text.strip()


@given(some.dates())
def test_each_way_to_write_a_day_gives_that_day(day: date) -> None:
    value = comes_back("date", day.isoformat())
    assert value == day.isoformat()
    assert parse(fact("date"), f"{day.day}-{day.month}-{day.year:04d}", SMALL) == value


@given(some.dates(min_value=date(1000, 1, 1)))
def test_a_day_is_read_as_it_is_shown(day: date) -> None:
    assert parse(fact("date"), show(fact("date"), day.isoformat(), SMALL), SMALL) == str(day)


@given(some.integers(min_value=0, max_value=10**11))
def test_money_is_read_as_it_is_shown(cents: int) -> None:
    shown = show(fact("money"), cents, SMALL)
    assert comes_back("money", shown) == cents
    assert parse(fact("money"), shown.replace("\N{EURO SIGN} ", ""), SMALL) == cents


@given(some.integers(min_value=0, max_value=10**11))
def test_a_number_is_read_as_it_is_shown(number: int) -> None:
    assert comes_back("number", show(fact("number"), number, SMALL)) == number


@pytest.mark.parametrize(
    ("kind", "typed", "value", "shown"),
    [
        ("choice", "bad", "bad", "Niet goed"),
        ("date", "22 november 2026", "2026-11-22", "22 november 2026"),
        ("date", "22-11-2026", "2026-11-22", "22 november 2026"),
        ("date", "2026-11-22", "2026-11-22", "22 november 2026"),
        ("money", "€ 1250,5", 125050, "€ 1.250,50"),
        ("money", "1.250,50", 125050, "€ 1.250,50"),
        ("money", "12,-", 1200, "€ 12,00"),
        ("number", "1200", 1200, "1.200"),
        ("yes_no", "Ja", True, "Ja"),
        ("yes_no", "nee", False, "Nee"),
        ("party", "balie", "balie", "Balie van de gemeente"),
        ("person", "12", 12, "12"),
        ("text", " twee\r\nregels ", "twee\nregels", "twee\nregels"),
    ],
)
def test_what_is_typed_is_kept_and_shown(kind: Kind, typed: str, value: Value, shown: str) -> None:
    assert comes_back(kind, typed) == value
    assert show(fact(kind), value, SMALL) == shown


@pytest.mark.parametrize(
    ("kind", "typed", "sentence"),
    [
        ("text", "  \n", "Vul in: Dit."),
        ("text", "een\x00twee", "Er staat een teken in dat niet kan worden bewaard."),
        ("text", "a" * 20_001, "Dit is te lang."),
        ("choice", "best", "Kies een antwoord uit de lijst."),
        ("date", "31-02-2026", "Deze dag bestaat niet. Kijk de datum na."),
        ("date", "22 brumaire 2026", "Schrijf de datum zo: 22-11-2026."),
        ("money", "12.50", "Schrijf het bedrag zo: 1.250,50."),
        ("money", "-5", "Schrijf het bedrag zo: 1.250,50."),
        ("money", "99.999.999.999", "Dit getal is te groot."),
        ("number", "anderhalf", "Schrijf een heel getal"),
        ("number", "9" * 5000, "Dit is te lang."),
        ("yes_no", "misschien", "Kies ja of nee."),
        ("party", "circus", "Kies een organisatie uit de lijst."),
        ("person", "0", "Kies een persoon uit de lijst."),
    ],
)
def test_what_cannot_be_read_is_said_in_dutch(kind: Kind, typed: str, sentence: str) -> None:
    with pytest.raises(Wrong) as refused:
        parse(fact(kind), typed, SMALL)
    assert str(refused.value).startswith(sentence)


@given(some.text(max_size=80), some.sampled_from(get_args(Kind)))
def test_anything_typed_is_a_value_or_wrong(typed: str, kind: Kind) -> None:
    with suppress(Wrong):
        comes_back(kind, typed)


def test_a_code_that_left_the_list_is_still_shown() -> None:
    assert show(fact("choice"), "former", SMALL) == "former"
