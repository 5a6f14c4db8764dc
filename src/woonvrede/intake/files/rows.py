# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the rows of a file hold, in fields of a report."""

from collections.abc import Mapping
from dataclasses import dataclass

from ...access.actor import Actor
from ...access.books import books
from ..filling import FIELDS
from .mapping import RECEIVED, REFERENCE, Layout, Unread
from .table import Line, Table

OVERFLOWS = "Deze rij heeft meer cellen dan er kolommen zijn. Staat een tekst niet tussen quotes?"


@dataclass(frozen=True)
class Row:
    """A row by its number: what was read per field, and per field why it was not."""

    number: int
    answers: Mapping[str, str]
    unread: Mapping[str, str]


def fields_for(actor: Actor) -> set[str]:
    """Return the fields of a report as this actor's circle fills it in."""
    mine = (each for each in books().values() if actor.party_key in each.circles)
    asked = {question.key for agreement in mine for question in agreement.questions}
    return {REFERENCE, RECEIVED, *asked, *(key for keys in FIELDS.values() for key in keys)}


def rows_of(table: Table, layout: Layout) -> list[Row]:
    """Return what the rows of a file hold."""
    return [_row(line, layout) for line in table.lines]


def _row(line: Line, layout: Layout) -> Row:
    answers, unread = {}, {"": OVERFLOWS} if line.overflows else {}
    for name, source in layout.fields.items():
        try:
            answers[name] = source.read(line.cells)
        except Unread as why:
            unread[name] = str(why)
    return Row(line.number, answers, unread)
