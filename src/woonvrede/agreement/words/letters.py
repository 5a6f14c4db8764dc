# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is written to people and parties, and what of a case may stand in it."""

import re
from collections.abc import Iterable

from pydantic import BaseModel, ConfigDict

from ..vocabulary import REPORTING_PARTY
from .entry import Entry, Keyed, Keys
from .work import Fact

Texts = dict[str, str]

FEEDBACK = "feedback"  # what whoever reported heard last, to whom alone it is said
# What every letter can say.
SAID_OF_ALL = frozenset({"sender", "today", "reference", "address", "purpose"})
# Somebody whose name the form of a letter asks; and whether one by post is safe, with the address.
SOMEBODY, NAME, SAFE, ADDRESS = "somebody", "to_name", "to_safe", ("to_street", "to_town")
PLACE = re.compile(r"\{(\w*)\}")  # where in a text something is filled in
BLOCK = re.compile(r"\bsay\(\s*\"(\w+)\"")  # where a template puts a block
KEY = re.compile(r"\b(?:known|holds|told|lines|rows)\(([^)]*)\)")  # where it asks what is said
WORD = re.compile(r"\"(\w+)\"")


class Letter(Keyed):
    """
    A letter or form, by its template key, and to whom it goes.

    These roles make it in these stages; without any it is made elsewhere.  Nothing of the case can
    stand in it but what is named here: ``says`` are facts that must be known, ``may_say`` facts
    that are told if they are, ``lists`` registers that hold a row at least, and ``names`` people by
    their role, each when a yes/no fact says that they may be named (``""``: always).  ``asks`` are
    questions about the letter itself.  Once made it is of ``category``.  Until one of the facts
    ``shown_by`` is recorded it is on no list of letters to make.

    ``layout`` and ``texts`` come from the folder ``letters``: the template, and by the name of
    each block the first text, with the keys of what may be said in braces.
    """

    to: Keys
    category: str = ""
    by: Keys = ()
    stages: Keys = ()
    shown_by: Keys = ()
    says: Keys = ()
    may_say: Keys = ()
    lists: Keys = ()
    names: dict[str, str] = {}
    asks: tuple[Fact, ...] = ()
    layout: str = ""
    texts: Texts = {}

    @property
    def sayable(self) -> frozenset[str]:
        """Everything about the case or the letter that a text can name."""
        asked = (each.key for each in self.asks)
        when = filter(None, self.names.values())
        heard = (FEEDBACK,) if REPORTING_PARTY in self.to else ()
        return frozenset((*self.says, *self.may_say, *asked, *self.names, *when, *heard))

    @property
    def blocks(self) -> tuple[str, ...]:
        """The blocks that the template puts on paper, in its order."""
        return tuple(dict.fromkeys(BLOCK.findall(self.layout)))

    @property
    def asked_for(self) -> frozenset[str]:
        """What else the template asks of the letter: facts, lists, names."""
        return frozenset(key for keys in KEY.findall(self.layout) for key in WORD.findall(keys))


def places_in(texts: Iterable[str]) -> frozenset[str]:
    """Return everything that is filled in into some texts."""
    return frozenset(key for text in texts for key in PLACE.findall(text))


class Addressee(Keyed):
    """Somebody outside the agreement to whom letters go, and the lines of their address."""

    address: Keys


class Editing(Entry):
    """In which functions people write the texts of letters: words, never rules."""

    functions: Keys


class Paper(BaseModel):
    """How every letter looks (``sheet``), and the texts of blocks that letters share."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    sheet: str
    texts: Texts = {}
