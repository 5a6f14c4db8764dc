# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
What a verb leaves for later: in its own transaction, so that what is undone is never done.

Whoever carries it out (``woonvrede.jobs``) says so at start-up; casework does not know the queue.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from typing import Literal, Protocol

from django.utils.timezone import make_aware

Duty = Literal["term_passes", "seat_ends", "people_forgotten"]


class Carrier(Protocol):
    """Somebody who does a duty at a moment; it is told the ids of a case and of one of its rows."""

    def __call__(self, duty: Duty, at: datetime, *, case: int, row: int) -> None: ...


_carriers: list[Carrier] = []


def carry_out_with(carrier: Carrier) -> None:
    """Name who carries out what is left for later."""
    _carriers[:] = [carrier]


@contextmanager
def carried_out_with(carrier: Carrier) -> Iterator[None]:
    """Name who carries it out during this block, in place of whoever does it otherwise."""
    usual = list(_carriers)
    carry_out_with(carrier)
    try:
        yield
    finally:
        _carriers[:] = usual


def leave(duty: Duty, at: datetime, *, case: int, row: int) -> None:
    """
    Leave a duty for a moment; one that lies in the past is done at once.

    :raises LookupError: if nobody carries it out, because then it would be forgotten
    """
    if not _carriers:
        raise LookupError("nobody carries out what is left for later")
    _carriers[0](duty, at, case=case, row=row)


def end_of(day: date) -> datetime:
    """Return the moment at which a day has passed, here."""
    return make_aware(datetime.combine(day + timedelta(days=1), time.min))
