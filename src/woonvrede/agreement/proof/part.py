# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""One intervention, laid out for walking: who sees, writes and acts in which stage."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ..book import Agreement, Intervention, Move
from ..leading import reachable, steps
from ..vocabulary import NEXT, PROCESS


@dataclass(frozen=True)
class Part:
    """
    An intervention, and the roles that a promise is about: ``watched``.

    Seats are remembered of who can change what happens, or stays whatever others do.  Whoever only
    comes by invitation and looks on is told when it comes in, and is not remembered: what it could
    see would only double the number of states.
    """

    agreement: Agreement
    intervention: Intervention
    watched: frozenset[str]

    @cached_property
    def remembered(self) -> frozenset[str]:
        """The roles of which the seats are remembered."""
        described = self.intervention
        moving = {role for move in described.moves for role in (*move.by, move.role) if role}
        inviting = {role for each in described.invitations for role in each.by}
        asked = {carry.asks for carry in described.carries}
        opening = {described.lead, *described.opens_with}
        return frozenset(moving | inviting | asked | opening | self._writing) | self.watched

    @cached_property
    def leaving(self) -> dict[str, tuple[Move, ...]]:
        """The moves that can be taken in each stage."""
        return {
            stage.key: tuple(move for move in self.intervention.moves if stage.key in move.origin)
            for stage in self.intervention.stages
        }

    @cached_property
    def seeing(self) -> dict[str, frozenset[str]]:
        """The roles that know of the case in each stage."""
        return {
            stage.key: frozenset(
                grant.role
                for grant in self.intervention.grants
                if stage.key in grant.stages and PROCESS in grant.see and not grant.only
            )
            for stage in self.intervention.stages
        }

    @cached_property
    def late(self) -> frozenset[str]:
        """The facts that a move needs in a stage in which they are not asked."""
        return frozenset(
            key
            for move in self.intervention.moves
            for key in self.needed(move)
            if not set(move.origin) <= set(self.intervention.fact(key).stages)
        )

    def needed(self, move: Move) -> Iterator[str]:
        """Yield the facts that must be there for a move."""
        for key in (*move.requires, *move.needs):
            if key in self._facts:
                yield key

    def settled(self, move: Move) -> frozenset[str]:
        """
        Return the late facts that surely stand once a move was taken: what it asked, and the
        conditions that it needed.  A condition that was only asked may have been answered with no.
        """
        asked = self.late.intersection(move.requires) - self._conditions
        return asked | self.late.intersection(move.needs)

    def writing(self, key: str, stage: str) -> tuple[str, ...]:
        """Return the roles that can write down a fact in a stage."""
        return self._writers[key].get(stage, ())

    def answers(self, move: Move, stage: str) -> tuple[str, ...]:
        """Return which interventions can be chosen to come next, and "" for anything else."""
        fact = next((each for each in self.intervention.facts if each.key == NEXT), None)
        required = NEXT in move.requires
        if fact is None or not (required or self._before[stage].intersection(fact.stages)):
            return ("",)
        codes = self.agreement.code_list(fact.options).codes if fact.options else {}
        found = [code if code in self.agreement.interventions else "" for code in codes]
        return tuple(dict.fromkeys([*([] if required and found else [""]), *found]))

    @cached_property
    def _facts(self) -> frozenset[str]:
        return frozenset(fact.key for fact in self.intervention.facts)

    @cached_property
    def _conditions(self) -> frozenset[str]:
        return frozenset(name for move in self.intervention.moves for name in move.needs)

    @cached_property
    def _writers(self) -> dict[str, dict[str, tuple[str, ...]]]:
        return {
            fact.key: {
                stage: tuple(
                    dict.fromkeys(
                        grant.role
                        for grant in self.intervention.grants
                        if stage in grant.stages and fact.category in grant.write
                    )
                )
                for stage in fact.stages
            }
            for fact in self.intervention.facts
        }

    @cached_property
    def _writing(self) -> frozenset[str]:
        needed = {key for move in self.intervention.moves for key in self.needed(move)}
        return frozenset(
            role for key in needed for roles in self._writers[key].values() for role in roles
        )

    @cached_property
    def _before(self) -> dict[str, frozenset[str]]:
        leading = steps(self.intervention)
        stages = [stage.key for stage in self.intervention.stages]
        return {
            to: frozenset(stage for stage in stages if to in reachable(leading, {stage}))
            for to in stages
        }
