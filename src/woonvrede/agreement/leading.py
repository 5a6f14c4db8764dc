# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which stage leads to which, by the moves of an intervention."""

from collections.abc import Set

from .book import Intervention

Steps = dict[str, set[str]]


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


def passed(intervention: Intervention, stage: str) -> set[str]:
    """Return the stages through which every way from the start to this one leads, and this one."""
    leading, start = steps(intervention), intervention.start
    around = {
        each.key: {origin: to for origin, to in leading.items() if origin != each.key}
        for each in intervention.stages
    }
    return {stage} | {
        each for each, left in around.items() if stage not in reachable(left, {start} - {each})
    }
