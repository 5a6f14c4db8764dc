# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The boxes of a drawing with their places, on which the lines are drawn."""

from textwrap import wrap

from ..book import Intervention, Stage
from ..told.scope import Scope
from .routing import Way, Ways
from .shapes import (
    ABREAST,
    GAP,
    LANE,
    LETTERS_ABREAST,
    LINE,
    MARGIN,
    PADDING,
    PORT,
    STAYING,
    STAYING_ABREAST,
    WIDTH,
    Box,
    Stroke,
)


class Sheet:
    """The boxes with their places, on which the lines are drawn."""

    def __init__(self, found: Ways, intervention: Intervention, scope: Scope) -> None:
        self.ways = found
        self.x = MARGIN + self.lanes(found.left) * LANE
        self.right = self.x + WIDTH
        boxes: list[Box] = []
        y = MARGIN
        for at, stage in enumerate(intervention.stages):
            boxes.append(self._box(at, stage, y, intervention.start, scope))
            y = boxes[-1].y + boxes[-1].height + GAP
        self.boxes = tuple(boxes)
        self.bottom = y - GAP

    def lanes(self, beside: tuple[Way, ...]) -> int:
        """Return how many lanes there are on one side."""
        return max((way.lane for way in beside), default=-1) + 1

    def drawn(self, number: int) -> tuple[tuple[Stroke, ...], tuple[tuple[int, int], ...]]:
        """Return the lines of one step, and the places of its number."""
        strokes: list[Stroke] = []
        badges: list[tuple[int, int]] = []
        for way in (each for each in self.ways.straight if each.number == number):
            x = self._abreast(way)
            top, end = self._foot(way.origins[0]), self.boxes[way.to].y
            strokes.append(Stroke(((x, top), (x, end)), arrow=True))
            badges.append((x, (top + end) // 2 - 3))
        for side in ("right", "left"):
            for way in (each for each in getattr(self.ways, side) if each.number == number):
                strokes += self._beside(way, side)
                badges.append((self._lane(way, side), self._gap(way)))
        badges += [self._stays(at, keys.index(number)) for at, keys in self._staying(number)]
        return tuple(strokes), tuple(badges)

    def _box(self, at: int, stage: Stage, y: int, start: str, scope: Scope) -> Box:
        words = f"{scope.letter(stage.key)}. {stage.label}"
        lines = tuple(wrap(words, LETTERS_ABREAST))
        kinds = [
            "begin" if stage.key == start else "",
            "zijspoor" if stage.aside else "",
            "einde" if stage.final else "",
        ]
        kind = ", ".join(filter(None, kinds))
        staying = self.ways.staying.get(at, ())
        inside = LINE * (len(lines) + bool(kind)) + STAYING * -(-len(staying) // STAYING_ABREAST)
        most = max(len(self._ports(at, side)) for side in ("right", "left"))
        return Box(
            key=stage.key,
            lines=lines,
            kind=kind,
            x=self.x,
            y=y,
            width=WIDTH,
            height=2 * PADDING + max(inside, PORT * (most - 1)),
            staying=staying,
            is_start=stage.key == start,
            is_final=stage.final,
            is_aside=stage.aside,
        )

    def _staying(self, number: int) -> list[tuple[int, tuple[int, ...]]]:
        return [(at, keys) for at, keys in self.ways.staying.items() if number in keys]

    def _stays(self, at: int, place: int) -> tuple[int, int]:
        box = self.boxes[at]
        row, column = divmod(place, STAYING_ABREAST)
        rows = -(-len(box.staying) // STAYING_ABREAST)
        return box.x + 100 + column * LANE, box.y + box.height - PADDING - 6 - (
            rows - row - 1
        ) * STAYING

    def _abreast(self, way: Way) -> int:
        """Return how far to the right a line goes down, beside others between the same stages."""
        same = [each.number for each in self.ways.straight if each.to == way.to]
        middle = self.x + WIDTH // 2
        return middle + ABREAST * same.index(way.number) - ABREAST * (len(same) - 1) // 2

    def _beside(self, way: Way, side: str) -> list[Stroke]:
        """Return a line along one side: whole from its first stage, and a joint from each other."""
        lane, edge = self._lane(way, side), self._edge(side)
        ends = [self._port(at, way.number, side) for at in way.origins]
        end = self._port(way.to, way.number, side)
        first, *others = ends if side == "right" else reversed(ends)
        whole = Stroke(((edge, first), (lane, first), (lane, end), (edge, end)), arrow=True)
        turn = 8 if side == "right" else -8
        return [
            whole,
            *(Stroke(((edge, y), (lane, y), (lane, y + turn)), arrow=False) for y in others),
        ]

    def _lane(self, way: Way, side: str) -> int:
        if side == "right":
            return self.x + WIDTH + LANE + way.lane * LANE
        return self.x - LANE - way.lane * LANE

    def _edge(self, side: str) -> int:
        return self.x + WIDTH if side == "right" else self.x

    def _gap(self, way: Way) -> int:
        """Return the height of a number: where all have joined, and no other line crosses."""
        above = max(way.origins) if way.to > max(way.origins) else min(way.origins) - 1
        return self._foot(above) + GAP // 2

    def _foot(self, at: int) -> int:
        return self.boxes[at].y + self.boxes[at].height

    def _port(self, at: int, number: int, side: str) -> int:
        ports = self._ports(at, side)
        box = self.boxes[at]
        free = box.height - 2 * PADDING
        step = min(PORT, free // max(len(ports) - 1, 1))
        first = box.y + box.height // 2 - step * (len(ports) - 1) // 2
        return first + step * ports.index(number)

    def _ports(self, at: int, side: str) -> list[int]:
        """
        Return which steps touch one side of a stage, from above.

        On the right they arrive above and leave below; on the left, where lines go up, the other
        way about.  So lines cross as little as can be.
        """
        beside = self.ways.right if side == "right" else self.ways.left
        arriving = sorted((w.lane, w.number) for w in beside if w.to == at)
        leaving = sorted((-w.lane, w.number) for w in beside if at in w.origins)
        if side == "right":
            return [number for _, number in arriving + leaving]
        return [number for _, number in [*reversed(leaving), *reversed(arriving)]]
