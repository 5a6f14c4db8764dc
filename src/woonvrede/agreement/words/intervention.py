# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""One way of working that parties agreed on: one file of the agreement."""

from collections.abc import Iterator
from functools import cached_property

from .entry import Keyed, Keys, entry_of
from .figures import Indicator, Retention
from .letters import Letter
from .lists import Never
from .parties import Grant, Invitation, Triage
from .prompts import Prompt
from .volunteers import Volunteers
from .work import Carry, Deadline, Fact, Feedback, Move, Outcome, Photos, Register, Route, Stage


class Intervention(Keyed):
    """
    One way of working that parties agreed on; a case is one intervention, for one purpose.  Where
    it is ``mutual``, a case is of both neighbours: what the other reports about the first joins it.
    """

    lead: str
    tenures: Keys
    purpose: str
    triage: Triage
    volunteers: Volunteers | None = None
    start: str
    opens_with: Keys = ()
    mutual: bool = False
    stages: tuple[Stage, ...]
    moves: tuple[Move, ...]
    routes: tuple[Route, ...] = ()
    facts: tuple[Fact, ...] = ()
    registers: tuple[Register, ...] = ()
    photos: Photos | None = None
    grants: tuple[Grant, ...]
    invitations: tuple[Invitation, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    carries: tuple[Carry, ...] = ()
    feedback: tuple[Feedback, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    retention: tuple[Retention, ...] = ()
    letters: tuple[Letter, ...] = ()
    prompts: tuple[Prompt, ...] = ()
    never: tuple[Never, ...] = ()

    @cached_property
    def kept_by_steps(self) -> frozenset[str]:
        """The registers of which steps alone add rows, and the facts that steps alone write."""
        return frozenset(self._kept_by_steps())

    def recorded(self, move: Move) -> tuple[Fact, ...]:
        """Return the columns of the row that a step records, each of its register's category."""
        if not move.records:
            return ()
        kept = self.register(move.records)
        return tuple(
            column.model_copy(update={"category": kept.category}) for column in kept.columns
        )

    def asked(self, move: Move) -> tuple[Fact, ...]:
        """Return what the form of a step asks: its facts, and what else its row needs."""
        keys = (*move.requires, *move.offers)
        more = (c for c in self.recorded(move) if c.required and c.key not in keys)
        return (*(self.fact(key) for key in keys), *more)

    def _kept_by_steps(self) -> Iterator[str]:
        facts = {fact.key for fact in self.facts}
        asked = {key for move in self.moves for key in (*move.requires, *move.offers)}
        for move in self.moves:
            yield from move.settles.keys() - asked
            yield from facts.intersection(column.key for column in self.recorded(move))
            if move.records:
                yield move.records

    def stage(self, key: str) -> Stage:
        """Return one stage; raises KeyError for a stage this intervention has not."""
        return entry_of(self.stages, key)

    def move(self, key: str) -> Move:
        """Return one move; raises KeyError for a move this intervention has not."""
        return entry_of(self.moves, key)

    def fact(self, key: str) -> Fact:
        """Return one fact; raises KeyError for a fact this intervention has not."""
        return entry_of(self.facts, key)

    def answered(self, name: str) -> Fact | None:
        """Return a fact by its key, or a column as ``register.column``; None if there is none."""
        lists = {each.key: each.columns for each in self.registers} | {"": self.facts}
        register, _, key = name.rpartition(".")
        return next((fact for fact in lists.get(register, ()) if fact.key == key), None)

    def register(self, key: str) -> Register:
        """Return one register; raises KeyError for a register this intervention has not."""
        return entry_of(self.registers, key)
