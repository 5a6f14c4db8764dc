# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a drawing is made of, in points from above left."""

from dataclasses import dataclass

MARGIN, WIDTH, GAP, LANE = 16, 232, 46, 30
LINE, PADDING, PORT, ABREAST = 20, 14, 16, 40
LETTERS_ABREAST = 25
STAYING, STAYING_ABREAST = 30, 4


@dataclass(frozen=True)
class Box:
    """A stage: its words, and with which steps a case stays in it."""

    key: str
    lines: tuple[str, ...]
    kind: str
    x: int
    y: int
    width: int
    height: int
    staying: tuple[int, ...]
    is_start: bool
    is_final: bool
    is_aside: bool


@dataclass(frozen=True)
class Stroke:
    """A line through points, the last with an arrowhead or joining another line."""

    points: tuple[tuple[int, int], ...]
    arrow: bool


@dataclass(frozen=True)
class Step:
    """A step: its lines, and where its number stands."""

    number: int
    key: str
    label: str
    strokes: tuple[Stroke, ...]
    badges: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Diagram:
    """A whole drawing."""

    key: str
    label: str
    width: int
    height: int
    boxes: tuple[Box, ...]
    steps: tuple[Step, ...]
