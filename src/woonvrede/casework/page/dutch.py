# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Days and times as people read them."""

from datetime import date, datetime

from django.utils.formats import date_format
from django.utils.timezone import localtime


def in_words(day: date) -> str:
    """Return a day such as ``22 november 2026``."""
    return date_format(day, "j F Y")


def short(day: date, today: date) -> str:
    """Return a day such as ``zo 22 nov``, or in another year than today's ``di 28 nov 2028``."""
    return date_format(day, "D j M" if day.year == today.year else "D j M Y").lower()


def clock(at: datetime) -> str:
    """Return a time such as ``14:05``."""
    return date_format(localtime(at), "H:i")


def day_of(at: datetime) -> date:
    """Return the day in Amsterdam on which a moment falls."""
    return localtime(at).date()
