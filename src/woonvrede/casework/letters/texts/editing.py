# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The texts of letters as somebody writes them: which there are, and what may stand in them."""

from dataclasses import dataclass
from datetime import date

from ....access.actor import Actor
from ....access.books import in_force
from ....agreement.book import Agreement, Intervention, Letter, Texts
from ....agreement.paper import SHARED_BLOCKS
from ....agreement.words.letters import SAID_OF_ALL, places_in

SUBJECT = "subject"
EVERYWHERE = "Elke aanpak"
MOST = 4_000  # letters in one block


@dataclass(frozen=True)
class Editable:
    """
    One letter of which somebody writes the texts, or the blocks that letters share; ``of`` says of
    which intervention, in words.
    """

    key: str
    label: str
    of: str
    within: Intervention | None
    letter: Letter | None
    first: Texts

    @property
    def blocks(self) -> tuple[str, ...]:
        """Its own blocks, in the order in which they stand on paper; shared ones are elsewhere."""
        named = self.letter.blocks if self.letter else tuple(self.first)
        subject = (SUBJECT,) if self.letter else ()
        return (*subject, *(name for name in named if name in self.first))

    @property
    def fillable(self) -> frozenset[str]:
        """What a text of it may fill in; a block that letters share only what all of them can."""
        return SAID_OF_ALL | (self.letter.sayable if self.letter else frozenset())

    def kept_in(self, block: str) -> frozenset[str]:
        """What of the case the first text of a block tells: whoever writes a newer one keeps it."""
        return places_in([self.first[block]]) - SAID_OF_ALL


def may_edit(actor: Actor, agreement: Agreement) -> bool:
    """Does the agreement let somebody with these functions write texts?"""
    editing = agreement.editing
    return bool(editing and actor.functions.intersection(editing.functions))


def editables(agreement: Agreement) -> dict[str, Editable]:
    """Return everything of which texts can be written, by key: what is shared comes first."""
    if agreement.paper is None:
        return {}
    texts = agreement.paper.texts
    shared = Editable(SHARED_BLOCKS, "Wat in veel brieven staat", "Alle brieven", None, None, texts)
    everywhere = agreement.everywhere.letters if agreement.everywhere else ()
    in_all: dict[str, Editable] = dict.fromkeys((each.key for each in everywhere), shared)
    own: dict[str, Editable] = {}
    for within in agreement.interventions.values():
        for letter in within.letters:
            of, there = (EVERYWHERE, in_all) if letter.key in in_all else (within.label, own)
            if letter.by:
                there[letter.key] = Editable(
                    letter.key, letter.label, of, within, letter, letter.texts
                )
    return {SHARED_BLOCKS: shared} | in_all | own


def agreement_of(actor: Actor, day: date) -> Agreement:
    """Return the agreement under which somebody works, whose texts they may write."""
    return in_force(day, actor.party_key)
