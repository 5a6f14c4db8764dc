# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
Which way each step of an intervention goes in its diagram.

Stages stand below each other in their order.  A step from a stage to the one right below it goes
straight down; one that skips stages goes along the right, one that goes back along the left, each
in a lane of its own.  A step from several stages is one line, which they all join.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..book import Intervention

Span = tuple[int, int]


@dataclass(frozen=True)
class Way:
    """One line: step ``number`` from these stages to that one, by place from above."""

    number: int
    origins: tuple[int, ...]
    to: int
    lane: int = 0

    @property
    def span(self) -> Span:
        """From the highest to the lowest stage that it touches."""
        touched = (*self.origins, self.to)
        return min(touched), max(touched)


@dataclass(frozen=True)
class Ways:
    """All lines of an intervention, and per stage the steps with which a case stays there."""

    straight: tuple[Way, ...]
    right: tuple[Way, ...]
    left: tuple[Way, ...]
    staying: dict[int, tuple[int, ...]]


def ways(intervention: Intervention) -> Ways:
    """Return which way each step goes; a step that goes both on and back has two lines."""
    places = {stage.key: at for at, stage in enumerate(intervention.stages)}
    straight: list[Way] = []
    on: list[Way] = []
    back: list[Way] = []
    staying: dict[int, tuple[int, ...]] = {}
    for number, move in enumerate(intervention.moves, start=1):
        origins = sorted(places[key] for key in move.origin)
        to = places[move.to] if move.to else None
        for at in origins:
            if to is None or at == to:
                staying[at] = (*staying.get(at, ()), number)
        if to is None:
            continue
        above = tuple(at for at in origins if at < to)
        below = tuple(at for at in origins if at > to)
        if above == (to - 1,):
            straight.append(Way(number, above, to))
        elif above:
            on.append(Way(number, above, to))
        if below:
            back.append(Way(number, below, to))
    return Ways(tuple(straight), tuple(_in_lanes(on)), tuple(_in_lanes(back)), staying)


def _in_lanes(found: Iterable[Way]) -> Iterator[Way]:
    """Give each line the innermost lane where it meets no other; the shortest come first."""
    taken: list[list[Span]] = []
    for way in sorted(found, key=lambda each: (each.span[1] - each.span[0], each.number)):
        lane = next((n for n, spans in enumerate(taken) if _is_free(way.span, spans)), len(taken))
        if lane == len(taken):
            taken.append([])
        taken[lane].append(way.span)
        yield Way(way.number, way.origins, way.to, lane)


def _is_free(span: Span, taken: Iterable[Span]) -> bool:
    """Do lines that touch the same stage only with their ends still leave this lane free?"""
    return all(span[0] >= high or span[1] <= low for low, high in taken)
