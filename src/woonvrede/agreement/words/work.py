# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""How a case goes: what is asked, its stages and steps, and what comes after it."""

from collections.abc import Mapping
from typing import Literal

from .entry import Entry, Keyed, Keys

Kind = Literal["text", "choice", "date", "money", "number", "yes_no", "party", "person"]
Effect = Literal[
    "ask_permission",
    "remind_permission",
    "grant_permission",
    "refuse_permission",
    "assign",
    "assign_pair",
    "give_order",
    "call_in",
    "close",
    "reopen",
    "accept_hand_over",
    "decline_hand_over",
    "open_beside",
    "refer",
]


class Fact(Keyed):
    """
    One typed value about a case; as a question, about a report; as a column, in a register.

    A question is asked when all of ``when`` hold and none of ``never_when`` does, by the answers to
    the questions before it.  A day lies ``not_before`` that of another fact about the case, and a
    fact about a case is recorded only when all of ``needs`` hold.
    """

    kind: Kind
    category: str = ""
    help: str = ""
    why: str = ""
    options: str = ""
    stages: Keys = ()
    required: bool = False
    past: bool = False
    not_before: str = ""
    when: Keys = ()
    never_when: Keys = ()
    needs: Keys = ()


class Register(Keyed):
    """
    A list of rows of typed values about a case, all of one category; a row is added only when all
    of ``needs`` hold.
    """

    category: str
    help: str = ""
    why: str = ""
    stages: Keys
    needs: Keys = ()
    columns: tuple[Fact, ...]


class Photos(Entry):
    """
    That photos may be added in these stages, at most so many; they are of one category, and gone
    when the case closes.  An intervention without this word has none.
    """

    category: str
    stages: Keys
    most: int
    help: str = ""
    why: str = ""


class Stage(Keyed):
    """A phase of a case; ``aside`` stages stand in the bar only when a case is in them."""

    final: bool = False
    aside: bool = False


class Move(Keyed):
    """
    A step that these roles may take, from some stages to one (or none: it stays).  What it
    ``settles`` nobody types: taking the step is saying so.

    It ``records`` a row of a register: columns that have the key of a fact that it asks get that
    answer, and the other required ones are asked with it.
    """

    origin: Keys
    to: str | None = None
    by: Keys
    needs: Keys = ()
    requires: Keys = ()
    offers: Keys = ()
    settles: Mapping[str, str] = {}
    records: str = ""
    effect: Effect | None = None
    role: str | None = None
    opens: str = ""
    refers: str = ""


class Route(Entry):
    """
    Why a report belongs here, or may never come here; the lowest rank that fits is proposed.

    A ``hard`` route only bars: by ``never_when`` or, without any, by a tenure outside the
    intervention's.
    """

    key: str
    rank: int
    when: Keys
    never_when: Keys = ()
    hard: bool = False
    reason: str


class Deadline(Keyed):
    """
    A term that runs while the case is in these stages and these conditions hold, or until a move
    that meets it; ``length`` names a parameter.  A ``duration`` is how long a law lets something
    last, or a term that it counts in hours: it ends on the very day, where a ``statutory`` term,
    unless it is long, goes on to a working day.

    It runs from the day that the fact ``dated_by`` holds, once that is known; without that word
    from the day on which all this began to be so.  It ends when one of the facts ``ended_by`` is
    recorded, a yes/no fact with yes, and does not run while that stands; is that taken away, the
    same term goes on.
    """

    stages: Keys
    when: Keys = ()
    length: str
    kind: Literal["policy", "statutory", "duration"]
    owner: str
    met_by: Keys = ()
    dated_by: str = ""
    ended_by: Keys = ()

    @property
    def hangs(self) -> bool:
        """Can it begin or end within its stages, by what is recorded?"""
        return bool(self.when or self.dated_by or self.ended_by)


class Outcome(Keyed):
    """
    A result computed at closing: the first outcome whose conditions hold, and of which what comes
    next is none of ``unless_next``.  A case that closes without a next trajectory (it was never
    taken up) has none.
    """

    when: Keys = ()
    unless_next: Keys = ()
    success: bool


class Carry(Entry):
    """
    What goes along to another intervention: when a case closes towards it, and then who is asked
    first; or, without ``asks``, when a step opens it beside a case that goes on, which ``tells``
    so in one category.
    """

    to: str
    asks: str = ""
    tells: str = ""
    tenures: Keys
    facts: dict[str, str] = {}
    persons: Keys = ()


class Feedback(Keyed):
    """
    What whoever reported hears when one of these steps is taken, and facts have one of the codes
    that ``where`` names; nothing else of how it goes.  Of several that fit it is the first.
    """

    by: Keys
    where: Mapping[str, Keys] = {}
