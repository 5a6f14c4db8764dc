# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every stage can be reached, and left until the case is closed."""

from collections.abc import Iterator, Set

from ..book import Agreement, Intervention
from ..fault import Fault
from ..places import file_of

Steps = dict[str, set[str]]


def paths(agreement: Agreement) -> Iterator[Fault]:
    """Find stages to which no move leads, and stages from which no moves lead to an end."""
    for intervention in agreement.interventions.values():
        file = file_of(intervention)
        leading = steps(intervention)
        every = {stage.key for stage in intervention.stages}
        # From a start that does not exist nothing can be reached: that is one fault, not many.
        known = intervention.start in every
        reached = reachable(leading, {intervention.start}) if known else every
        ends = {stage.key for stage in intervention.stages if stage.final}
        escaping = reachable(_reversed(leading), ends)
        for stage in intervention.stages:
            entry = f"stages.{stage.key}"
            if stage.key not in reached:
                yield Fault(
                    file,
                    entry,
                    "unreachable_stage",
                    "Geen enkele stap leidt naar deze fase.",
                    "Voeg een stap toe, of haal de fase weg.",
                )
            if stage.key not in escaping:
                yield Fault(
                    file,
                    entry,
                    "inescapable_stage",
                    "Vanuit deze fase kan een casus nooit worden afgesloten.",
                    "Voeg een stap toe naar een fase met “final = true”.",
                )


def steps(intervention: Intervention) -> Steps:
    """Return to which stages each stage leads."""
    found: Steps = {}
    for move in intervention.moves:
        if move.to is not None:
            for origin in move.origin:
                found.setdefault(origin, set()).add(move.to)
    return found


def reachable(leading: Steps, start: Set[str]) -> set[str]:
    """
    Return the stages that can be come to from these, and these themselves.

    >>> sorted(reachable({"a": {"b"}, "b": {"c"}, "d": {"a"}}, {"a"}))
    ['a', 'b', 'c']
    """
    seen = set(start)
    fresh = set(start)
    while fresh:
        fresh = {to for origin in fresh for to in leading.get(origin, ())} - seen
        seen |= fresh
    return seen


def _reversed(leading: Steps) -> Steps:
    found: Steps = {}
    for origin, destinations in leading.items():
        for to in destinations:
            found.setdefault(to, set()).add(origin)
    return found
