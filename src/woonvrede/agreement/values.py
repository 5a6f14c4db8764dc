# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
The value of a fact: from what a person typed to what is stored, and back to what is shown.

Stored are: text as it is, the key of a choice or party, an ISO date, money in cents, a number,
yes or no, and the number of a person.
"""

import re
from collections.abc import Callable
from datetime import date

from .book import Agreement, Fact

Value = str | int | bool

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
MOST = 10**12
LONGEST_TEXT, LONGEST_WORD = 20_000, 60
WORDS = {"ja": True, "nee": False, "yes": True, "no": False}
UNWRITTEN = re.compile(r"[^\t\n\x20-\U0010ffff]|[\x7f-\x9f\ud800-\udfff]")
ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
DUTCH = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
SPOKEN = re.compile(r"(\d{1,2}) ([a-z]+) (\d{4})")
GROUPED = r"\d{1,3}(?:\.\d{3})+|\d+"
AMOUNT = re.compile(rf"(?:€ ?)?({GROUPED})(?:,(\d{{1,2}}|-))?")
NUMBER = re.compile(rf"({GROUPED})")


class Wrong(ValueError):
    """What was typed cannot be read; the message is the Dutch sentence that says what can."""


def parse(fact: Fact, raw: str, agreement: Agreement) -> Value:
    """
    Return what is stored for what was typed.

    :raises Wrong: if it cannot be read as this kind of value
    """
    text = raw.replace("\r\n", "\n").replace("\r", "\n").strip()
    if not text:
        raise Wrong(f"Vul in: {fact.label}.")
    if len(text) > (LONGEST_TEXT if fact.kind == "text" else LONGEST_WORD):
        raise Wrong("Dit is te lang. Maak het korter.")
    return PARSERS[fact.kind](fact, text, agreement)


def show(fact: Fact, value: Value, agreement: Agreement) -> str:
    """
    Return a stored value as a Dutch reader sees it.

    A person is shown by number only: who it is, is for whoever may know people to say.
    """
    if fact.kind == "choice":
        return agreement.code_list(fact.options).codes.get(str(value), str(value))
    if fact.kind == "party":
        return agreement.labels["circles"].get(str(value), str(value))
    return SHOWN.get(fact.kind, str)(value)


def written(fact: Fact, value: Value) -> str:
    """Return a stored value as a form holds it, so that ``parse`` reads the same back."""
    if fact.kind == "money":
        return f"{int(value) // 100},{int(value) % 100:02d}"
    if fact.kind == "yes_no":
        return "ja" if value else "nee"
    return str(value)


def read_day(text: str) -> date:
    """
    Return the day that was written.

    :raises Wrong: if it is not written as a day, or there is no such day
    """
    text = text.strip().lower()
    if found := ISO.fullmatch(text):
        year, month, day = map(int, found.groups())
    elif found := DUTCH.fullmatch(text):
        day, month, year = map(int, found.groups())
    elif (found := SPOKEN.fullmatch(text)) and found[2] in MONTHS:
        day, month, year = int(found[1]), MONTHS.index(found[2]) + 1, int(found[3])
    else:
        raise Wrong("Schrijf de datum zo: 22-11-2026.")
    try:
        return date(year, month, day)
    except ValueError:
        raise Wrong("Deze dag bestaat niet. Kijk de datum na.") from None


def _text(fact: Fact, text: str, agreement: Agreement) -> str:
    del fact, agreement
    if UNWRITTEN.search(text):
        raise Wrong("Er staat een teken in dat niet kan worden bewaard. Typ de tekst opnieuw.")
    return text


def _choice(fact: Fact, text: str, agreement: Agreement) -> str:
    if text not in agreement.code_list(fact.options).codes:
        raise Wrong("Kies een antwoord uit de lijst.")
    return text


def _party(fact: Fact, text: str, agreement: Agreement) -> str:
    del fact
    if text not in agreement.circles:
        raise Wrong("Kies een organisatie uit de lijst.")
    return text


def _date(fact: Fact, text: str, agreement: Agreement) -> str:
    del fact, agreement
    return read_day(text).isoformat()


def _money(fact: Fact, text: str, agreement: Agreement) -> int:
    del fact, agreement
    found = AMOUNT.fullmatch(text.replace("\N{NO-BREAK SPACE}", " "))
    if not found:
        raise Wrong("Schrijf het bedrag zo: 1.250,50.")
    cents = (found[2] or "0").replace("-", "0").ljust(2, "0")
    return _not_too_much(int(found[1].replace(".", "")) * 100 + int(cents))


def _number(fact: Fact, text: str, agreement: Agreement) -> int:
    del fact, agreement
    if not NUMBER.fullmatch(text):
        raise Wrong("Schrijf een heel getal, zonder min, bijvoorbeeld 12.")
    return _not_too_much(int(text.replace(".", "")))


def _person(fact: Fact, text: str, agreement: Agreement) -> int:
    del fact, agreement
    if not re.fullmatch(r"[1-9][0-9]{0,17}", text):
        raise Wrong("Kies een persoon uit de lijst.")
    return int(text)


def _yes_no(fact: Fact, text: str, agreement: Agreement) -> bool:
    del fact, agreement
    if text.lower() not in WORDS:
        raise Wrong("Kies ja of nee.")
    return WORDS[text.lower()]


def _not_too_much(value: int) -> int:
    if value >= MOST:
        raise Wrong("Dit getal is te groot.")
    return value


def _shown_day(value: Value) -> str:
    day = date.fromisoformat(str(value))
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _shown_money(value: Value) -> str:
    return f"€ {_shown_number(int(value) // 100)},{int(value) % 100:02d}"


def _shown_number(value: Value) -> str:
    return f"{int(value):,}".replace(",", ".")


def _shown_yes_no(value: Value) -> str:
    return "Ja" if value else "Nee"


SHOWN: dict[str, Callable[[Value], str]] = {
    "date": _shown_day,
    "money": _shown_money,
    "number": _shown_number,
    "yes_no": _shown_yes_no,
}

PARSERS: dict[str, Callable[[Fact, str, Agreement], Value]] = {
    "text": _text,
    "choice": _choice,
    "date": _date,
    "money": _money,
    "number": _number,
    "yes_no": _yes_no,
    "party": _party,
    "person": _person,
}
