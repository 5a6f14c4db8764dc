# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may receive what is given only to some: police data (Wet politiegegevens, §4)."""

from collections.abc import Iterable, Sequence

from ..access.books import book
from ..access.refusals import Invalid
from ..records.case import Case, Involvement
from ..records.party import Party
from .seats import current_seats

RECIPIENT = "recipient"


def needs_recipients(case: Case, category: str) -> bool:
    """Does the agreement give this category, in this intervention, only to named recipients?"""
    grants = book(case.agreement).interventions[case.intervention].grants
    return any(grant.only == RECIPIENT and category in grant.see for grant in grants)


def receivers(case: Case, category: str, seats: Iterable[Involvement]) -> dict[str, Party]:
    """Return the circles in these seats that may receive this category in this stage, by key."""
    roles = {
        grant.role
        for grant in book(case.agreement).interventions[case.intervention].grants
        if grant.only == RECIPIENT and category in grant.see and case.stage in grant.stages
    }
    return {seat.party.key: seat.party for seat in seats if seat.role in roles}


def recipients_of(case: Case, category: str, chosen: Sequence[str]) -> list[int]:
    """
    Return the ids of the chosen circles, which must take part in a role that may receive this.

    :raises Invalid: if a choice is needed and none was made, or one may not receive it
    """
    if not needs_recipients(case, category):
        return []
    able = receivers(case, category, current_seats(case))
    if not chosen or not set(chosen) <= set(able):
        raise Invalid({"recipients": "Kies voor welke organisaties dit bestemd is."})
    return sorted({able[key].pk for key in chosen})
