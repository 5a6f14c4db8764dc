# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which letters of a case somebody may read: those of which they may see everything."""

from django.core.exceptions import ObjectDoesNotExist

from ...access.books import book, intervention
from ...access.given import SEE
from ...access.rights import Standing
from ...agreement.book import Letter
from ...agreement.paper import categories_in
from ...records.case import Case
from ...records.entry import Entry
from .filed import Filed


def letter_in_sight(place: Standing, number: int) -> Entry:
    """
    Return a letter of the case that this actor may read, also an older version of what is filed.

    :raises ObjectDoesNotExist: if there is none, or it holds something that they may not see
    """
    letters = Entry.objects.filter(place.rows(SEE), case=place.case, kind=Entry.LETTER)
    entry = letters.select_related("party").get(pk=number)
    if not sees_whole(place, entry):
        raise ObjectDoesNotExist
    return entry


def sees_whole(place: Standing, entry: Entry) -> bool:
    """May this actor see everything that can stand in such a letter?"""
    return place.sees_all_of(*told_in(entry))


def told_in(entry: Entry) -> frozenset[str]:
    """Return the categories of what can stand in a letter that was made, as they were then."""
    return frozenset(Filed.of(entry).tells)


def may_be_in(case: Case, letter: Letter) -> frozenset[str]:
    """Return the categories of what can stand in a letter of this case."""
    return categories_in(
        letter, intervention(case.agreement, case.intervention), book(case.agreement)
    )


def letter_of(case: Case, key: str) -> Letter | None:
    """Return a letter as the agreement has it now; None when it has it no longer."""
    letters = intervention(case.agreement, case.intervention).letters
    return next((each for each in letters if each.key == key), None)
