# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rows as a spreadsheet in which no text is ever read as a formula."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

Cells = Sequence[str | int | date | None]
# What makes a program that opens a list of values take one for a formula.
RISKY = ("=", "+", "-", "@", "\t", "\r")
# Of what is printed below, as Excel counts it; the library leaves out what is longer.
LONGEST_FOOTER = 255


@dataclass(frozen=True)
class Sheet:
    """One sheet: the width of each column, in characters, its rows, and what is printed below."""

    name: str
    widths: Sequence[int]
    rows: Iterable[Cells]
    footer: str = ""


def workbook(sheets: Iterable[Sheet], *, made: date) -> bytes:
    """
    Return a workbook with these sheets.  Text is typed as text; what could be taken for a formula
    is marked as quoted besides, so that it also stays text for who edits the cell.

    :raises ValueError: if a footer is longer than Excel prints
    """
    held = io.BytesIO()
    with xlsxwriter.Workbook(held, {"in_memory": True}) as book:
        book.set_properties({"created": made})
        day = book.add_format({"num_format": "d-m-yyyy", "align": "left"})
        quoted = book.add_format({"quote_prefix": True})
        for each in sheets:
            sheet = book.add_worksheet(each.name)
            if each.footer:
                sheet.set_footer(_footer(each.footer))
            for column, width in enumerate(each.widths):
                sheet.set_column(column, column, width)
            for row, cells in enumerate(each.rows):
                for column, cell in enumerate(cells):
                    _write(sheet, (row, column), cell, day, quoted)
    return held.getvalue()


def _footer(text: str) -> str:
    footer = "&L" + text.replace("&", "&&")
    if len(footer.encode("utf-16-le")) > 2 * LONGEST_FOOTER:
        raise ValueError(text)
    return footer


def _write(
    sheet: Worksheet,
    place: tuple[int, int],
    cell: str | int | date | None,
    day: Format,
    quoted: Format,
) -> None:
    if isinstance(cell, date):
        sheet.write_datetime(*place, cell, day)
    elif isinstance(cell, int):
        sheet.write_number(*place, cell)
    elif cell is not None:
        sheet.write_string(*place, cell, quoted if cell.startswith(RISKY) else None)
