# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
The agreements that are in force here, read once from their folders.

Several partnerships may live in one installation, each with its successive agreements.  Whoever
asks does so for a circle, and a circle belongs to one partnership.
"""

from datetime import date
from functools import cache
from pathlib import Path

from django.conf import settings

from ..agreement.apart import keep_apart
from ..agreement.book import Agreement, Intervention
from ..agreement.read import read


class UnknownAgreement(KeyError):
    """
    An agreement that these books have not: it was published since they were read.

    They are not read again for it: that a process acts by the rights that the database has is seen
    when it starts.
    """


@cache
def books() -> dict[str, Agreement]:
    """
    Return every agreement of this installation by its key.

    :raises Unreadable: if a folder does not hold an agreement
    :raises Entangled: if people would act for one circle within two partnerships
    """
    folders = sorted(path.parent for path in Path(settings.AGREEMENTS).glob("*/agreement.toml"))
    found = [read(folder) for folder in folders]
    keep_apart(found)
    return {agreement.key: agreement for agreement in found}


def book(key: str) -> Agreement:
    """Return one agreement; raises UnknownAgreement when this installation had it not."""
    try:
        return books()[key]
    except KeyError:
        raise UnknownAgreement(key) from None


def intervention(agreement: str, key: str) -> Intervention:
    """Return one intervention of one agreement."""
    return book(agreement).interventions[key]


def signed_text(key: str) -> str | None:
    """
    Return the signed text of one agreement, which an installation may lay beside the folders; it
    is empty where it lies not there, and None where what lies there is not UTF-8.
    """
    path = Path(settings.AGREEMENTS) / f"{book(key).key}.txt"
    try:
        return path.read_text(encoding="utf-8-sig") if path.is_file() else ""
    except UnicodeDecodeError:
        return None


def in_force(day: date, circle: str) -> Agreement:
    """
    Return the agreement under which a circle works on this day.

    :raises LookupError: if none holds, or the circle belongs to no partnership or to several
    """
    return holding(day, partnership_of(circle))


def is_at_work(day: date, circle: str) -> bool:
    """Is there an agreement under which a circle works on this day?"""
    try:
        in_force(day, circle)
    except LookupError:
        return False
    return True


def holding(day: date, partnership: str) -> Agreement:
    """
    Return the agreement of a partnership that holds on this day: the latest begun that has not
    ended, or that goes on tacitly (§1; that it goes on is an assumed entry).

    :raises LookupError: if none holds
    """
    found = [
        agreement
        for agreement in books().values()
        if agreement.partnership == partnership
        and agreement.term.since <= day
        and (agreement.term.until is None or day < agreement.term.until or agreement.term.continues)
    ]
    if not found:
        raise LookupError(f"no agreement of {partnership} holds on {day}")
    return max(found, key=lambda agreement: agreement.term.since)


def partnership_of(circle: str) -> str:
    """
    Return the partnership within which people act for a circle.

    :raises LookupError: if there is none, or if they act in several, for its units alone
    """
    found = partnerships(circle)
    if len(found) != 1:
        raise LookupError(f"{circle} belongs to {len(found)} partnerships")
    return found[0]


def partnerships(circle: str) -> list[str]:
    """Return the partnerships in which a circle stands; a legal party may stand in several."""
    return sorted({each.partnership for each in books().values() if circle in each.circles})
