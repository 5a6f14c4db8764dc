# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading a letter that was made."""

from datetime import datetime

from ...access.actor import Actor
from ...access.door import enter
from ...access.rights import Standing
from ...records.entry import LetterFile
from .filed import Filed
from .sight import letter_in_sight, told_in


def read_file(reference: str, number: int, *, actor: Actor, at: datetime) -> bytes:
    """
    Return a letter as it was made; writes down that it was read, and what kinds of data it tells.

    :raises ObjectDoesNotExist: if the actor may not know of the case, or of such a letter
    """

    def shows(place: Standing) -> frozenset[str]:
        return told_in(letter_in_sight(place, number))

    place = enter(actor, reference, at=at, action="letter:read", shows=shows)
    entry = letter_in_sight(place, number)
    files = LetterFile.objects.filter(case=place.case, category=entry.category)
    return bytes(files.get(pk=Filed.of(entry).file).pdf)
