# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
Read who may see, write and move what, as written down from the sources alone.

This module imports nothing of the product, so that the two can disagree.
"""

import csv
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from .vocabulary import STAGES

HERE = Path(__file__).parent


class OracleError(ValueError):
    """The oracle's own files are not sound."""


class Decision(NamedTuple):
    """What the sources say of one cell, and where."""

    sees: bool
    writes: bool
    section: str


NOTHING = Decision(sees=False, writes=False, section="")


@dataclass(frozen=True)
class Right:
    """One row of an intervention's file, before its stages are told apart."""

    persona: str
    intervention: str
    stages: tuple[str, ...]
    category: str
    condition: str
    decision: Decision


class Cell(NamedTuple):
    """One question to the oracle."""

    persona: str
    intervention: str
    stage: str
    category: str
    condition: str


class MoveCell(NamedTuple):
    """May this persona take this move in this stage?"""

    persona: str
    intervention: str
    move: str
    stage: str


class ReportCell(NamedTuple):
    """May this persona know this part of a report, apart from the case that it may be in?"""

    persona: str
    route: str
    category: str
    condition: str
    state: str


class InvitationCell(NamedTuple):
    """May this persona invite into this role in this stage?"""

    persona: str
    intervention: str
    role: str
    stage: str


class LetterCell(NamedTuple):
    """May this persona make this letter in this stage?"""

    persona: str
    intervention: str
    letter: str
    stage: str


class Field(NamedTuple):
    """One thing that can be written down, in an intervention or (`report`) before there is one."""

    intervention: str
    kind: str
    key: str


class ReportDecision(NamedTuple):
    """What the sources say of a report, apart from any case, and where."""

    sees: bool
    triages: bool
    section: str


def read_rights(path: Path) -> Iterator[Right]:
    """Yield the rows of one intervention's file, in the order of the file."""
    for row in _rows(path):
        yield Right(
            persona=row["persona"],
            intervention=row["intervention"],
            stages=tuple(row["stages"].split("|")),
            category=row["category"],
            condition=row["condition"],
            decision=Decision(_yes(row["sees"]), _yes(row["writes"]), row["section"]),
        )


@cache
def cells(intervention: str) -> dict[Cell, Decision]:
    """Return every decided cell of one intervention; a cell decided twice is an error."""
    return expand(read_rights(HERE / f"{intervention}.csv"))


def expand(rights: Iterator[Right]) -> dict[Cell, Decision]:
    """
    Return one entry for each stage of each row.

    :raises OracleError: if two rows decide the same cell
    """
    decided: dict[Cell, Decision] = {}
    for right in rights:
        for stage in right.stages:
            cell = Cell(right.persona, right.intervention, stage, right.category, right.condition)
            if cell in decided:
                raise OracleError(f"decided twice: {cell}")
            decided[cell] = right.decision
    return decided


def decide(
    decided: Mapping[Cell, Decision],
    question: tuple[str, str, str, str],
    *,
    holding: Collection[str] = (),
) -> Decision:
    """
    Return the one decision for persona, intervention, stage and category.

    Of each pair of names the negative one holds unless the positive one is given.

    :param holding: the positive names that hold: `invited`, `own`, `recipient`
    :raises OracleError: if the files leave the question open
    """
    for condition in _conditions_in_force(holding):
        found = decided.get(Cell(*question, condition))
        if found is not None:
            return found
    raise OracleError(f"left open: {question} holding {sorted(holding)}")


def visible(decided: Mapping[Cell, Decision]) -> frozenset[Cell]:
    """Return the cells whose persona sees something, to compare as a set."""
    return frozenset(cell for cell, decision in decided.items() if decision.sees)


def writable(decided: Mapping[Cell, Decision]) -> frozenset[Cell]:
    """Return the cells whose persona writes, to compare as a set."""
    return frozenset(cell for cell, decision in decided.items() if decision.writes)


@cache
def moves() -> dict[MoveCell, bool]:
    """Return for each persona, move and stage whether the right exists; guards may still refuse."""
    decided: dict[MoveCell, bool] = {}
    for row in _rows(HERE / "moves.csv"):
        for stage in row["stages"].split("|"):
            cell = MoveCell(row["persona"], row["intervention"], row["move"], stage)
            if cell in decided:
                raise OracleError(f"decided twice: {cell}")
            decided[cell] = _yes(row["may"])
    return decided


@cache
def invitations() -> frozenset[InvitationCell]:
    """Return who may invite into which role; what is not listed may not."""
    return frozenset(
        InvitationCell(row["persona"], row["intervention"], row["role"], stage)
        for row in _rows(HERE / "invitations.csv")
        for stage in row["stages"].split("|")
    )


@cache
def letters() -> frozenset[LetterCell]:
    """Return who makes which letter; what is not listed they do not make."""
    return frozenset(
        LetterCell(row["persona"], row["intervention"], row["letter"], stage)
        for row in _rows(HERE / "letters.csv")
        for stage in row["stages"].split("|")
    )


@cache
def indicators() -> frozenset[tuple[str, str]]:
    """Return who sees which indicator of §5; what is not listed they do not see."""
    return frozenset((row["persona"], row["indicator"]) for row in _rows(HERE / "indicators.csv"))


@cache
def taking_out() -> frozenset[str]:
    """Return who takes lists of cases out of the house; who is not listed does not."""
    return frozenset(row["persona"] for row in _rows(HERE / "lists.csv"))


@cache
def keeping() -> frozenset[str]:
    """Return who keeps the register of volunteers; who is not listed has none."""
    return frozenset(row["persona"] for row in _rows(HERE / "registers.csv"))


@cache
def reports() -> dict[ReportCell, ReportDecision]:
    """Return who sees and who triages a report, waiting or decided, apart from any case."""
    decided: dict[ReportCell, ReportDecision] = {}
    for row in _rows(HERE / "reports.csv"):
        names = ("persona", "route", "category", "condition", "state")
        cell = ReportCell(*(row[name] for name in names))
        if cell in decided:
            raise OracleError(f"decided twice: {cell}")
        decided[cell] = ReportDecision(_yes(row["sees"]), _yes(row["triages"]), row["section"])
    return decided


@cache
def fields() -> dict[Field, str]:
    """Return the category that guards each fact, register, question and kind of person."""
    decided: dict[Field, str] = {}
    for row in _rows(HERE / "fields.csv"):
        field = Field(row["intervention"], row["kind"], row["key"])
        if field in decided:
            raise OracleError(f"decided twice: {field}")
        decided[field] = row["category"]
    return decided


def sections() -> Iterator[tuple[str, str]]:
    """Yield file name and section of every row of every file of rights."""
    shared = ("moves", "reports", "fields", "invitations", "indicators", "lists")
    for name in (f"{each}.csv" for each in (*STAGES, *shared)):
        for row in _rows(HERE / name):
            yield name, row["section"]


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, strict=True))


def _yes(word: str) -> bool:
    if word not in {"yes", "no"}:
        raise OracleError(f"neither yes nor no: {word!r}")
    return word == "yes"


def _conditions_in_force(holding: Collection[str]) -> tuple[str, ...]:
    return (
        "",
        "invited" if "invited" in holding else "not_invited",
        "own" if "own" in holding else "others",
        "recipient" if "recipient" in holding else "not_recipient",
    )
