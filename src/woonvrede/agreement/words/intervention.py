# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""One way of working that parties agreed on: one file of the agreement."""

from .entry import Keyed, Keys, entry_of
from .figures import Indicator, Retention
from .letters import Letter
from .lists import Never
from .parties import Grant, Invitation, Triage
from .volunteers import Volunteers
from .work import Carry, Deadline, Fact, Move, Outcome, Register, Route, Stage


class Intervention(Keyed):
    """One way of working that parties agreed on; a case is one intervention, for one purpose."""

    lead: str
    tenures: Keys
    purpose: str
    triage: Triage
    volunteers: Volunteers | None = None
    start: str
    opens_with: Keys = ()
    stages: tuple[Stage, ...]
    moves: tuple[Move, ...]
    routes: tuple[Route, ...] = ()
    facts: tuple[Fact, ...] = ()
    registers: tuple[Register, ...] = ()
    grants: tuple[Grant, ...]
    invitations: tuple[Invitation, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    carries: tuple[Carry, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    retention: tuple[Retention, ...] = ()
    letters: tuple[Letter, ...] = ()
    never: tuple[Never, ...] = ()

    def stage(self, key: str) -> Stage:
        """Return one stage; raises KeyError for a stage this intervention has not."""
        return entry_of(self.stages, key)

    def move(self, key: str) -> Move:
        """Return one move; raises KeyError for a move this intervention has not."""
        return entry_of(self.moves, key)

    def fact(self, key: str) -> Fact:
        """Return one fact; raises KeyError for a fact this intervention has not."""
        return entry_of(self.facts, key)

    def register(self, key: str) -> Register:
        """Return one register; raises KeyError for a register this intervention has not."""
        return entry_of(self.registers, key)
