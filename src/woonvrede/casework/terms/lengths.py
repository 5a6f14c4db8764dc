# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""How long a term is: the days, working days, weeks and months that parties agreed."""

from datetime import date, timedelta

from ...agreement.book import Parameter

SATURDAY = 5


def last_day(first: date, length: Parameter) -> date:
    """Return the last day of a term that begins on a day."""
    if length.unit == "workdays":
        return after_workdays(first, length.value)
    if length.unit == "weeks":
        return first + timedelta(weeks=length.value)
    if length.unit == "months":
        return _months_after(first, length.value)
    return first + timedelta(days=length.value)


def after_workdays(first: date, days: int) -> date:
    """
    Return the day that lies this many working days after another.

    Public holidays do not count here yet; statutory terms need the Algemene termijnenwet.

    >>> after_workdays(date(2026, 11, 20), 5)
    datetime.date(2026, 11, 27)
    """
    day = first
    while days > 0:
        day += timedelta(days=1)
        days -= day.weekday() < SATURDAY
    return day


def _months_after(first: date, months: int) -> date:
    """Return the same day some months on, or the last day of that month."""
    month = first.year * 12 + first.month - 1 + months
    year, index = divmod(month, 12)
    next_first = date(year + (index == 11), (index + 1) % 12 + 1, 1)
    return min(date(year, index + 1, 1) + timedelta(days=first.day - 1), next_first - timedelta(1))
