# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
Canaries: a value that stands nowhere else, one for every field that can hold one.

A text holds a word with a number; a day, an amount and a number lie where no real one lies, and
are found again in every spelling in which a page or a form writes them.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from woonvrede.agreement.values import MONTHS

FIRST_DAY = date(2200, 1, 1)
FIRST_CENTS = 700_000_000
FIRST_NUMBER = 80_000_000
NEVER = "never"  # in place of a category: what no page shows to anybody
REASON = "reason"  # why a route was decided on: of who judges, and mostly of who reported
PARTS = ("name", "phone", "email", "contact_note")  # of a person
REFERENCE = re.compile(r"\b2\d{3}-[2-9A-Z]{4}-[2-9A-Z]{2}\b")

Reader = Callable[["re.Match[str]"], int]


def _ordinal(year: str, month: int, day: str) -> int:
    return (date(int(year), month, int(day)) - FIRST_DAY).days


SPELLINGS: tuple[tuple["re.Pattern[str]", Reader], ...] = (
    (re.compile(r"kanarie(\d{5})", re.IGNORECASE), lambda found: int(found[1])),
    (
        re.compile(r"\b(2[2-9]\d\d)-(\d\d)-(\d\d)\b"),
        lambda found: _ordinal(found[1], int(found[2]), found[3]),
    ),
    (
        re.compile(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)}) (2[2-9]\d\d)\b"),
        lambda found: _ordinal(found[3], MONTHS.index(found[2]) + 1, found[1]),
    ),
    (
        re.compile(r"\b(\d{1,2})-(\d{1,2})-(2[2-9]\d\d)\b"),
        lambda found: _ordinal(found[3], int(found[2]), found[1]),
    ),
    (re.compile(r"\b7\.?(\d{3})\.?(\d{3}),00\b"), lambda found: int(found[1] + found[2])),
    (re.compile(r"\b80\.?(\d{3})\.?(\d{3})\b(?!,)"), lambda found: int(found[1] + found[2])),
)


@dataclass(frozen=True)
class Canary:
    """
    One planted value: of which case or report, which category guards it, who brought it in and
    for whom, and whether the page of its case, or of its report, must show it to who may see it.
    """

    number: int
    of: str
    what: str
    category: str
    party: str = ""
    recipients: tuple[str, ...] = ()
    shown: bool = True


@dataclass
class Cage:
    """Every canary of one world, by number and by reference."""

    planted: dict[int, Canary] = field(default_factory=dict)
    references: dict[str, int] = field(default_factory=dict)
    last: int = 0

    def number(self) -> int:
        """Return a number that no canary has yet."""
        self.last += 1
        return self.last

    def plant(self, of: str, what: str, category: str, **more: object) -> int:
        """Remember a new canary and return its number."""
        number = self.number()
        self.planted[number] = Canary(number, of, what, category, **more)  # type: ignore[arg-type]
        return number

    def plant_at(self, number: int, of: str, what: str, category: str, **more: object) -> None:
        """Remember a canary whose number was given out before."""
        self.planted[number] = Canary(number, of, what, category, **more)  # type: ignore[arg-type]

    def reference(self, of: str, what: str, category: str) -> None:
        """Remember a reference, which is a canary as it stands."""
        self.references[of] = self.plant(of, what, category)

    def found_in(self, text: str) -> set[int]:
        """Return the numbers of the canaries in a text."""
        return set(self._numbers(text)) & self.planted.keys()

    def _numbers(self, text: str) -> Iterator[int]:
        for pattern, read in SPELLINGS:
            for found in pattern.finditer(text):
                try:
                    yield read(found)
                except ValueError:  # a thirty-second of a month is no day of ours
                    continue
        for found in REFERENCE.finditer(text):
            if found[0] in self.references:
                yield self.references[found[0]]


def word(number: int) -> str:
    """Return a canary to write in a text."""
    return f"kanarie{number:05}"


def day(number: int) -> str:
    """Return a canary to keep as a day."""
    return (FIRST_DAY + timedelta(days=number)).isoformat()


def cents(number: int) -> int:
    """Return a canary to keep as an amount."""
    return FIRST_CENTS + number * 100


def contact(numbers: Mapping[str, int]) -> dict[str, str]:
    """Return the canaries of one person, in the shape that each of the ``PARTS`` must have."""
    return {
        "name": word(numbers["name"]),
        "phone": f"06 {count(numbers['phone'])}",
        "email": f"{word(numbers['email'])}@voorbeeld.invalid",
        "contact_note": word(numbers["contact_note"]),
    }


def count(number: int) -> int:
    """Return a canary to keep as a number."""
    return FIRST_NUMBER + number
