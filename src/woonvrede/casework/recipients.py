# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may receive what is given only to some: police data (Wet politiegegevens, §4)."""

from collections.abc import Sequence

from ..access.books import book
from ..access.refusals import Invalid
from ..records.case import Case
from .seats import current_seats


def needs_recipients(case: Case, category: str) -> bool:
    """Does the agreement give this category, in this intervention, only to named recipients?"""
    grants = book(case.agreement).interventions[case.intervention].grants
    return any(grant.only == "recipient" and category in grant.see for grant in grants)


def recipients_of(case: Case, category: str, chosen: Sequence[str]) -> list[int]:
    """
    Return the ids of the chosen circles, which must take part in the case.

    :raises Invalid: if a choice is needed and none was made, or one does not take part
    """
    if not needs_recipients(case, category):
        return []
    taking_part = {seat.party.key: seat.party_id for seat in current_seats(case)}
    if not chosen or not set(chosen) <= set(taking_part):
        raise Invalid({"recipients": "Kies voor welke organisaties dit bestemd is."})
    return sorted({taking_part[key] for key in chosen})
