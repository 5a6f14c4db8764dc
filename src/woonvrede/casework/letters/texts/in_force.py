# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which texts a letter has on a day: those of the agreement, until somebody wrote newer ones."""

from dataclasses import dataclass
from datetime import date

from ....agreement.book import Agreement, Letter, Texts
from ....agreement.paper import SHARED_BLOCKS
from ....records.entry import LetterText

FIRST = 0  # the number of the texts in the folder


@dataclass(frozen=True)
class InForce:
    """The texts of a letter, its own and those that letters share, and which version of each."""

    texts: Texts
    number: int
    shared_number: int

    @property
    def version(self) -> str:
        """The version in words: first texts are 0."""
        return f"{self.number}.{self.shared_number}"


def texts_in_force(agreement: Agreement, letter: Letter, day: date) -> InForce:
    """Return the texts with which this letter is made on this day."""
    newest = newest_of(agreement, (letter.key, SHARED_BLOCKS), day)
    own, shared = newest.get(letter.key), newest.get(SHARED_BLOCKS)
    first = agreement.paper.texts if agreement.paper else {}
    return InForce(
        texts=first | (shared.texts if shared else {}) | letter.texts | (own.texts if own else {}),
        number=own.number if own else FIRST,
        shared_number=shared.number if shared else FIRST,
    )


def newest_of(agreement: Agreement, letters: tuple[str, ...], day: date) -> dict[str, LetterText]:
    """Return by letter the version that holds on a day, where somebody wrote one."""
    written = LetterText.objects.filter(
        partnership=agreement.partnership, letter__in=letters, since__lte=day
    )
    latest = written.order_by("letter", "-since", "-number").distinct("letter")
    return {each.letter: each for each in latest}
