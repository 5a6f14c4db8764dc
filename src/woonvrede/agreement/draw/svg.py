# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
A diagram as SVG: no scripts and no styles, so that the content security policy can forbid both.

It reads in black and white: what a box is, its border and its words say; how a step goes, its way.
"""

from itertools import pairwise
from xml.etree import ElementTree

from .shapes import LINE, PADDING, STAYING, STAYING_ABREAST, Box, Diagram, Step, Stroke

SVG = "http://www.w3.org/2000/svg"
FONT = "Noto Sans, system-ui, sans-serif"
INK, BLUE, SOFT, PAPER = "#24292e", "#24578f", "#eaf1fa", "#ffffff"
ROUND, BADGE = 8, 11


def svg(drawn: Diagram) -> str:
    """Return the file."""
    size = {"width": f"{drawn.width}", "height": f"{drawn.height}"}
    root = ElementTree.Element(
        "svg",
        {
            "xmlns": SVG,
            **size,
            "viewBox": f"0 0 {drawn.width} {drawn.height}",
            "role": "img",
            "aria-labelledby": "titel beschrijving",
            "font-family": FONT,
            "font-size": "14",
            "fill": INK,
        },
    )
    _text(root, "title", title(drawn), id="titel")
    _text(root, "desc", description(drawn), id="beschrijving")
    _arrowhead(root)
    ElementTree.SubElement(root, "rect", {**size, "fill": PAPER})
    for box in drawn.boxes:
        _box(root, box)
    # All lines lie below all numbers.
    for step in drawn.steps:
        _lines(root, step)
    for step in drawn.steps:
        _number(root, step)
    ElementTree.indent(root)
    return f"{ElementTree.tostring(root, encoding='unicode')}\n"


def title(drawn: Diagram) -> str:
    """Return what the drawing is of."""
    return f"Fasen en stappen: {drawn.label}"


def description(drawn: Diagram) -> str:
    """Return what there is to see, for who does not see it."""
    first, last = drawn.boxes[0].lines, drawn.boxes[-1].lines
    return (
        f"Van boven naar beneden {len(drawn.boxes)} fasen, van {' '.join(first)} tot en met "
        f"{' '.join(last)}. Pijlen zijn stappen: recht naar beneden gaat naar de volgende fase, "
        "rechts langs slaat fasen over, links langs gaat terug. Bij stappen zonder pijl blijft de "
        f"casus in de fase. De nummers 1 tot en met {len(drawn.steps)} staan in de lijst van "
        "stappen."
    )


def _arrowhead(root: ElementTree.Element) -> None:
    marker = ElementTree.SubElement(
        ElementTree.SubElement(root, "defs"),
        "marker",
        {
            "id": "punt",
            "viewBox": "0 0 10 10",
            "refX": "10",
            "refY": "5",
            "markerWidth": "9",
            "markerHeight": "9",
            "markerUnits": "userSpaceOnUse",
            "orient": "auto",
        },
    )
    ElementTree.SubElement(marker, "path", {"d": "M0 0 10 5 0 10z", "fill": INK})


def _box(root: ElementTree.Element, box: Box) -> None:
    group = ElementTree.SubElement(root, "g", {"id": f"stages.{box.key}"})
    border = {"fill": PAPER if box.is_aside else SOFT, "stroke": BLUE, "stroke-width": "1.5"}
    if box.is_start:
        border["stroke-width"] = "3.5"
    if box.is_aside:
        border["stroke-dasharray"] = "6 4"
    _rect(group, box, 0, border)
    if box.is_final:
        _rect(group, box, 4, {"fill": "none", "stroke": BLUE, "stroke-width": "1"})
    middle, y = _middle(box), box.y + PADDING + _room_above(box)
    for line in box.lines:
        _text(group, "text", line, **_at(middle, y + 14), font_weight="600")
        y += LINE
    if box.kind:
        _text(group, "text", box.kind, **_at(middle, y + 12), font_size="12")
    if box.staying:
        below = (
            box.y + box.height - PADDING - 2 - STAYING * ((len(box.staying) - 1) // STAYING_ABREAST)
        )
        _text(group, "text", "blijft hier:", x=f"{box.x + 14}", y=f"{below}", font_size="12")


def _room_above(box: Box) -> int:
    """Return how far words are moved down to stand in the middle of a box higher than they are."""
    words = LINE * (len(box.lines) + bool(box.kind))
    return 0 if box.staying else max(0, (box.height - 2 * PADDING - words) // 2)


def _rect(group: ElementTree.Element, box: Box, inset: int, more: dict[str, str]) -> None:
    place = {
        "x": f"{box.x + inset}",
        "y": f"{box.y + inset}",
        "width": f"{box.width - 2 * inset}",
        "height": f"{box.height - 2 * inset}",
        "rx": f"{max(ROUND - inset, 2)}",
    }
    ElementTree.SubElement(group, "rect", {**place, **more})


def _lines(root: ElementTree.Element, step: Step) -> None:
    for stroke in step.strokes:
        line = {"d": _path(stroke), "fill": "none", "stroke": INK, "stroke-width": "1.5"}
        if stroke.arrow:
            line["marker-end"] = "url(#punt)"
        ElementTree.SubElement(root, "path", line)


def _number(root: ElementTree.Element, step: Step) -> None:
    group = ElementTree.SubElement(root, "g", {"id": f"moves.{step.key}"})
    _text(group, "title", f"{step.number}. {step.label}")
    for x, y in step.badges:
        circle = {"cx": f"{x}", "cy": f"{y}", "r": f"{BADGE}", "fill": PAPER, "stroke": INK}
        ElementTree.SubElement(group, "circle", circle)
        _text(group, "text", f"{step.number}", **_at(x, y + 4), font_size="12", font_weight="600")


def _path(stroke: Stroke) -> str:
    """Return a line through points, with its corners rounded."""
    (x, y), *rest = stroke.points
    said = [f"M{x} {y}"]
    for corner, after in pairwise(rest):
        before = _short_of(corner, (x, y))
        said += [f"L{before[0]} {before[1]}", _curve(corner, _short_of(corner, after))]
        x, y = corner
    said.append(f"L{rest[-1][0]} {rest[-1][1]}")
    return " ".join(said)


def _curve(corner: tuple[int, int], to: tuple[int, int]) -> str:
    return f"Q{corner[0]} {corner[1]} {to[0]} {to[1]}"


def _short_of(corner: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    """Return the point just before a corner, on the way to another point."""
    return _nearer(corner[0], other[0]), _nearer(corner[1], other[1])


def _nearer(from_: int, to: int) -> int:
    if from_ == to:
        return from_
    return from_ + (min(ROUND, to - from_) if to > from_ else -min(ROUND, from_ - to))


def _middle(box: Box) -> int:
    return box.x + box.width // 2


def _at(x: int, y: int) -> dict[str, str]:
    return {"x": f"{x}", "y": f"{y}", "text_anchor": "middle"}


def _text(parent: ElementTree.Element, tag: str, words: str, **more: str) -> None:
    given = {name.replace("_", "-"): value for name, value in more.items()}
    ElementTree.SubElement(parent, tag, given).text = words
