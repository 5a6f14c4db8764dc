# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
Days and times as people read them.

Pages name the same days again and again, so how a day is called is kept.
"""

from datetime import date, datetime
from functools import lru_cache

from django.utils.formats import date_format
from django.utils.timezone import localtime

DAYS = 2_000


@lru_cache(DAYS)
def in_words(day: date) -> str:
    """Return a day such as ``22 november 2026``."""
    return date_format(day, "j F Y")


def short(day: date, today: date) -> str:
    """Return a day such as ``zo 22 nov``, or in another year than today's ``di 28 nov 2028``."""
    return _short(day, "D j M" if day.year == today.year else "D j M Y")


def ago(day: date, today: date) -> str:
    """Return how long ago a day was: ``vandaag``, ``gisteren`` or ``12 dagen geleden``."""
    days = (today - day).days
    return f"{days} dagen geleden" if days > 1 else "gisteren" if days == 1 else "vandaag"


def clock(at: datetime) -> str:
    """Return a time such as ``14:05``."""
    return date_format(localtime(at), "H:i")


def day_of(at: datetime) -> date:
    """Return the day in Amsterdam on which a moment falls."""
    return localtime(at).date()


@lru_cache(DAYS)
def _short(day: date, form: str) -> str:
    return date_format(day, form).lower()
