# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reporting periods."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

NAME = re.compile(r"^(\d{4})-[A-Z](\d{1,2})$")


@dataclass(frozen=True)
class Period:
    """A reporting period from ``first`` up to, not including, ``after``; ``2026-H1`` by name."""

    name: str
    first: date
    after: date

    @property
    def last(self) -> date:
        """The last day of the period."""
        return self.after - timedelta(days=1)


def period_of(day: date, *, months: int) -> Period:
    """
    Return the reporting period that contains this day.

    Periods are whole calendar months, count from 1 January, and leave no day out:

    >>> period_of(date(2019, 9, 2), months=6)
    Period(name='2019-H2', first=datetime.date(2019, 7, 1), after=datetime.date(2020, 1, 1))

    Source: §5, half-yearly.  That a half-year starts on 1 January or 1 July is assumed.

    :param months: length of a period; must divide twelve
    :raises ValueError: if a year does not hold a whole number of such periods
    """
    if months < 1 or 12 % months:
        raise ValueError(f"a year cannot be divided into periods of {months} months")
    index = (day.month - 1) // months
    start = index * months
    name = f"{day.year}-{_letter(months)}{index + 1}"
    return Period(name, _first(day.year, start), _first(day.year, start + months))


def begun(day: date, *, months: int) -> list[Period]:
    """
    Return the periods of the year of this day that have begun.

    >>> [each.name for each in begun(date(2026, 8, 1), months=3)]
    ['2026-K1', '2026-K2', '2026-K3']
    """
    last = (day.month - 1) // months
    return [period_of(_first(day.year, index * months), months=months) for index in range(last + 1)]


def named(name: str, *, months: int) -> Period:
    """
    Return a period by its name.

    >>> named("2026-H1", months=6).after
    datetime.date(2026, 7, 1)

    :raises ValueError: if there is no such period
    """
    found = NAME.match(name)
    if not found or not 1 <= int(found[2]) <= 12 // months or found[0][5] != _letter(months):
        raise ValueError(f"{name} is no reporting period of {months} months")
    return period_of(_first(int(found[1]), (int(found[2]) - 1) * months), months=months)


def before(period: Period) -> Period:
    """
    Return the period that ends where this one begins.

    >>> before(named("2026-H1", months=6)).name
    '2025-H2'
    """
    return period_of(period.first - timedelta(days=1), months=_months(period))


def after(period: Period) -> Period:
    """
    Return the period that begins where this one ends.

    >>> after(named("2026-H2", months=6)).name
    '2027-H1'
    """
    return period_of(period.after, months=_months(period))


def year_of(period: Period) -> Period:
    """
    Return the calendar year in which a period lies.

    >>> year_of(named("2026-H2", months=6)).first
    datetime.date(2026, 1, 1)
    """
    return period_of(period.first, months=12)


def months_of(period: Period) -> list[tuple[date, date]]:
    """
    Return the first day of each month of a period, with that of the next month.

    >>> months_of(named("2026-H1", months=6))[-1]
    (datetime.date(2026, 6, 1), datetime.date(2026, 7, 1))
    """
    year, first = period.first.year, period.first.month - 1
    numbers = range(first, first + _months(period))
    return [(_first(year, number), _first(year, number + 1)) for number in numbers]


def _months(period: Period) -> int:
    return (period.after.year - period.first.year) * 12 + period.after.month - period.first.month


def _first(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1)


def _letter(months: int) -> str:
    return {12: "J", 6: "H", 4: "T", 3: "K"}.get(months, "P")
