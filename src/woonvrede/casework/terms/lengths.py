# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""How long a term is: the days, working days, weeks and months of an agreement or a law."""

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from ...agreement.book import Agreement, Deadline, Parameter
from .working_days import after_working_days, has_working_days, next_working_day

# Longer terms of a law are not lengthened (Algemene termijnenwet, article 4 under a).
LONGEST = {"days": 90, "weeks": 12, "months": 3}
SHORT = 3  # days; a term as long as this or longer has two working days in it (article 2)


def due_day(first: date, term: Deadline, length: Parameter) -> date:
    """Return the day on which a term of an agreement must be met, if it begins on this one."""
    return last_day(first, length, statutory=term.kind == "statutory")


def near(agreement: Agreement, today: date) -> date:
    """Return the last day that is near: what must be done by then is told to be almost over."""
    return last_day(today, agreement.parameter("warning_workdays"))


def last_day(first: date, length: Parameter, *, statutory: bool = False) -> date:
    """
    Return the last day of a term that begins on a day, which itself does not count.

    What parties agreed ends on the very day.  A term of a law (``statutory``) that would end in a
    weekend or on a holiday goes on to the next working day, and one of three days or more until two
    working days lie in it (Algemene termijnenwet, articles 1, 2 and 4).
    """
    if length.unit == "workdays":
        return after_working_days(first, length.value)
    last = _without_the_law(first, length)
    if not statutory or length.value > LONGEST.get(length.unit, 0):
        return last
    while last - first >= timedelta(days=SHORT) and not has_working_days(first, last, 2):
        last += timedelta(days=1)
    return next_working_day(last)


def _without_the_law(first: date, length: Parameter) -> date:
    if length.unit == "weeks":
        return first + timedelta(weeks=length.value)
    if length.unit == "months":
        later: date = first + relativedelta(months=length.value)  # or the last day of that month
        return later
    return first + timedelta(days=length.value)
