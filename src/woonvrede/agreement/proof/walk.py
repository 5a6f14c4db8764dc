# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every way that a report and its cases can go, each state once, the nearest first."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ..book import Agreement, Promise
from .cases import happenings
from .part import Part
from .reports import decisions, starts
from .state import Edge, State


class Step(NamedTuple):
    """One thing that happened in a state."""

    state: State
    edge: Edge


class Way(NamedTuple):
    """The report that it began with, and what happened from there on."""

    start: State
    steps: tuple[Step, ...]

    def then(self, step: Step) -> "Way":
        """Return this way with one step more."""
        return self._replace(steps=(*self.steps, step))


@dataclass(frozen=True)
class Walked:
    """Which states can be come to, by which step first, and everything that can happen in each."""

    came: dict[State, Step | None]
    edges: dict[State, tuple[Edge, ...]]

    def way_to(self, state: State) -> Way:
        """Return the shortest way to a state."""
        step = self.came[state]
        return Way(state, ()) if step is None else self.way_to(step.state).then(step)

    def narrowed(self, may: Callable[[State, Edge], bool]) -> "Walked":
        """Return the same walk, but only by what may happen."""
        starting = [state for state, step in self.came.items() if step is None]

        def edges_of(state: State) -> tuple[Edge, ...]:
            return tuple(edge for edge in self.edges[state] if may(state, edge))

        return _walk(starting, edges_of)


def parts_of(agreement: Agreement, promises: Collection[Promise]) -> dict[str, Part]:
    """Lay out each intervention, and remember in it whom a promise is about."""
    return {
        key: Part(agreement, each, _watched(agreement, key, promises))
        for key, each in agreement.interventions.items()
    }


def walk(agreement: Agreement, parts: Mapping[str, Part]) -> Walked:
    """
    Walk every way from every report: each dwelling, intervention, stage, consent and answer, and
    whoever comes or leaves, whether it signed or not.
    """

    def edges_of(state: State) -> tuple[Edge, ...]:
        if not state.stage:
            return tuple(decisions(agreement, state))
        return tuple(happenings(parts[state.intervention], state))

    return _walk(starts(agreement), edges_of)


def _walk(starting: Iterable[State], edges_of: Callable[[State], tuple[Edge, ...]]) -> Walked:
    walked = Walked(dict.fromkeys(starting), {})
    queue = list(walked.came)
    for state in queue:
        walked.edges[state] = edges_of(state)
        for edge in walked.edges[state]:
            if edge.to not in walked.came:
                walked.came[edge.to] = Step(state, edge)
                queue.append(edge.to)
    return walked


def _watched(
    agreement: Agreement, intervention: str, promises: Collection[Promise]
) -> frozenset[str]:
    """Return the roles of one intervention whose coming, staying or seeing a promise is about."""
    grants = agreement.interventions[intervention].grants
    found: set[str] = set()
    for promise in promises:
        if intervention in promise.interventions:
            found.update(promise.roles)
        elif promise.categories:
            given = (each for each in grants if set(promise.categories).intersection(each.see))
            found.update(grant.role for grant in given)
    return frozenset(found)
