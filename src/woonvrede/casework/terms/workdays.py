# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Working days: Monday to Friday, for terms that parties agreed among themselves."""

from datetime import date, timedelta

SATURDAY = 5


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
