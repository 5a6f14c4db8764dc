# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
Which days are no working days: weekends, and holidays by the Algemene termijnenwet (article 3).

A holiday that many take off is none for the law, and the other way round the fifth of May is one
each year: so this follows the law and no calendar of days off.
"""

import tomllib
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from dateutil.easter import easter

SATURDAY, SUNDAY = 5, 6
FIXED = {(1, 1): "Nieuwjaarsdag", (5, 5): "5 mei", (12, 25): "Eerste Kerstdag",
         (12, 26): "Tweede Kerstdag"}  # fmt: skip
AFTER_EASTER = {-2: "Goede Vrijdag", 1: "Tweede Paasdag", 39: "Hemelvaartsdag",
                50: "Tweede Pinksterdag"}  # fmt: skip
DECREED = "Gelijkgesteld bij koninklijk besluit"
ONE = timedelta(days=1)


@cache
def holidays(year: int) -> Mapping[date, str]:
    """
    Return the holidays of a year, each with why it is one (article 3, first to third paragraph).

    Days of a decree (third paragraph) are known for the years that ``decreed.toml`` names.
    """
    found = {date(year, month, day): name for (month, day), name in FIXED.items()}
    found |= {easter(year) + days * ONE: name for days, name in AFTER_EASTER.items()}
    kings = date(year, 4, 27)
    found[kings - ONE if kings.weekday() == SUNDAY else kings] = "Koningsdag"
    return found | {day: DECREED for day in _decreed() if day.year == year}


def is_working_day(day: date) -> bool:
    """Is this neither a Saturday or Sunday nor a holiday?"""
    return day.weekday() < SATURDAY and day not in holidays(day.year)


def next_working_day(day: date) -> date:
    """Return the day itself, or the first working day after it."""
    while not is_working_day(day):
        day += ONE
    return day


def after_working_days(first: date, days: int) -> date:
    """
    Return the day that lies this many working days after another.

    >>> after_working_days(date(2026, 11, 20), 5)
    datetime.date(2026, 11, 27)
    >>> after_working_days(date(2026, 4, 30), 3)  # the fifth of May is between
    datetime.date(2026, 5, 6)
    """
    day = first
    for _ in range(days):
        day = next_working_day(day + ONE)
    return day


def working_days_between(first: date, last: date) -> int:
    """Return how many working days lie after ``first``, up to and including ``last``."""
    days = range(1, (last - first).days + 1)
    return sum(is_working_day(first + number * ONE) for number in days)


def has_working_days(first: date, last: date, wanted: int) -> bool:
    """Lie at least so many working days after ``first``, up to and including ``last``?"""
    return after_working_days(first, wanted) <= last


@cache
def _decreed() -> frozenset[date]:
    table = tomllib.loads(files(__package__).joinpath("decreed.toml").read_text(encoding="utf-8"))
    return frozenset(table["days"])
