# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The agreements that are in force here, read once from their folders."""

from datetime import date
from functools import cache
from pathlib import Path

from django.conf import settings

from ..agreement.book import Agreement, Intervention
from ..agreement.read import read


@cache
def books() -> dict[str, Agreement]:
    """Return every agreement of this installation by its key."""
    folders = sorted(path.parent for path in Path(settings.AGREEMENTS).glob("*/agreement.toml"))
    found = [read(folder) for folder in folders]
    return {agreement.key: agreement for agreement in found}


def book(key: str) -> Agreement:
    """Return one agreement; raises KeyError when this installation has it not."""
    return books()[key]


def intervention(agreement: str, key: str) -> Intervention:
    """Return one intervention of one agreement."""
    return books()[agreement].interventions[key]


def signed_text(key: str) -> str:
    """
    Return the signed text of one agreement, which an installation may lay beside the folders; it
    is empty where it lies not there.
    """
    path = Path(settings.AGREEMENTS) / f"{book(key).key}.txt"
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def in_force(day: date) -> Agreement:
    """
    Return the agreement that holds on this day: the latest begun that has not ended, or that
    goes on tacitly (§1; that it goes on is an assumed entry).

    :raises LookupError: if none holds
    """
    holding = [
        agreement
        for agreement in books().values()
        if agreement.term.since <= day
        and (agreement.term.until is None or day < agreement.term.until or agreement.term.continues)
    ]
    if not holding:
        raise LookupError(f"no agreement holds on {day}")
    return max(holding, key=lambda agreement: agreement.term.since)
