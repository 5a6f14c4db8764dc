# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The diagram of every intervention shows all of it, to everybody, and breaks no policy."""

import re
from collections import Counter
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest

from woonvrede.agreement.book import Agreement, Intervention, Move, Stage
from woonvrede.agreement.draw.diagram import diagram
from woonvrede.agreement.draw.routing import ways
from woonvrede.agreement.draw.shapes import Diagram
from woonvrede.agreement.draw.svg import BADGE, svg
from woonvrede.agreement.read import read
from woonvrede.agreement.told.scope import Scope

FOLDERS = sorted(
    file.parent for file in Path(__file__).parents[2].glob("agreements/*/agreement.toml")
)
BOOKS = [read(folder) for folder in (*FOLDERS, Path(__file__).parent / "sound")]
ALL = [
    pytest.param(book, one, id=f"{book.key}-{one.key}")
    for book in BOOKS
    for one in book.interventions.values()
]
each = pytest.mark.parametrize(("book", "one"), ALL)


def drawn(book: Agreement, one: Intervention) -> Diagram:
    return diagram(one, Scope(book, one))


def parsed(picture: str) -> ElementTree.Element:
    """Return a picture as XML; one that is none fails."""
    return ElementTree.fromstring(picture)  # noqa: S314 - our own


def missing(picture: str, one: Intervention) -> list[str]:
    """Return the stages and moves that do not stand in a picture exactly once."""
    found = Counter(node.get("id") for node in parsed(picture).iter())
    wanted = [f"stages.{stage.key}" for stage in one.stages]
    wanted += [f"moves.{move.key}" for move in one.moves]
    return [name for name in wanted if found[name] != 1]


@each
def test_every_stage_and_every_move_stands_in_it_once(book: Agreement, one: Intervention) -> None:
    assert missing(svg(drawn(book, one)), one) == []


def test_a_move_that_is_left_out_is_missed() -> None:
    book = BOOKS[0]
    one = next(iter(book.interventions.values()))
    less = one.model_copy(update={"moves": one.moves[:-1]})
    assert missing(svg(drawn(book, less)), one) == [f"moves.{one.moves[-1].key}"]


@each
def test_every_way_of_every_move_is_drawn(book: Agreement, one: Intervention) -> None:
    """From each of its stages to its goal, or staying in each of them."""
    places = [stage.key for stage in one.stages]
    found = ways(one)
    gone = {
        (way.number, places[at], places[way.to])
        for way in (*found.straight, *found.right, *found.left)
        for at in way.origins
    }
    stayed = {(n, places[at]) for at, numbers in found.staying.items() for n in numbers}
    for number, move in enumerate(one.moves, start=1):
        for origin in move.origin:
            if move.to in (None, origin):
                assert (number, origin) in stayed
            else:
                assert (number, origin, move.to) in gone


@each
def test_it_holds_no_style_and_no_script_and_says_in_dutch_what_it_is(
    book: Agreement, one: Intervention
) -> None:
    picture = svg(drawn(book, one))
    root = parsed(picture)
    assert [node for node in root.iter() if "style" in node.attrib or "class" in node.attrib] == []
    assert not re.search(r"<(script|style|foreignObject|a)\b|\son\w+=", picture)
    named = [node.text or "" for node in root.iter() if node.tag.endswith(("title", "desc"))]
    assert named[0] == f"Fasen en stappen: {one.label}"
    assert f"{len(one.stages)} fasen" in named[1]


def stand_apart(picture: Diagram) -> None:
    """Fail when a number stands over another, a box over a box, or anything beside the paper."""
    badges = [place for step in picture.steps for place in step.badges]
    for (x, y), (to_x, to_y) in combinations(badges, 2):
        assert (x - to_x) ** 2 + (y - to_y) ** 2 >= (2 * BADGE) ** 2
    for above, below in zip(picture.boxes, picture.boxes[1:], strict=False):
        assert above.y + above.height < below.y
    for x, y in badges:
        assert BADGE < x < picture.width - BADGE
        assert BADGE < y < picture.height - BADGE


@each
def test_nothing_stands_over_anything_else(book: Agreement, one: Intervention) -> None:
    stand_apart(drawn(book, one))


def test_lines_in_one_lane_never_meet() -> None:
    """With more steps than any agreement has: from every stage to every other."""
    stages = tuple(Stage(key=f"s{n}", label=f"Fase {n}", source="§") for n in range(7))
    keys = [stage.key for stage in stages]
    moves = tuple(
        Move(key=f"{a}{b}", label="Stap", origin=(a,), to=b, by=("x",), source="§")
        for a in keys
        for b in keys
    )
    book = BOOKS[0]
    one = next(iter(book.interventions.values()))
    much = one.model_copy(update={"stages": stages, "moves": moves, "start": keys[0]})
    found = ways(much)
    for side in (found.right, found.left):
        for first, second in combinations(side, 2):
            if first.lane == second.lane:
                (low, high), (from_, to) = first.span, second.span
                assert high <= from_ or to <= low
    assert missing(svg(drawn(book, much)), much) == []
    stand_apart(drawn(book, much))


def test_what_is_written_in_an_agreement_stays_text() -> None:
    book = BOOKS[0]
    one = next(iter(book.interventions.values()))
    sly = one.stages[0].model_copy(update={"label": "<script>&\"'"})
    picture = svg(drawn(book, one.model_copy(update={"stages": (sly, *one.stages[1:])})))
    assert "<script" not in picture
    assert missing(picture, one) == []
