# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""A file as a table: named columns, and rows with the numbers that a spreadsheet gives them."""

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from .workbook import Cells, Unusable, read_workbook

LARGEST = 50 * 2**20  # bytes
MOST = 50_000  # rows
PACKED = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # how .xlsx and .ods begin, and .xls
ENCODINGS = ("utf-8-sig", "cp1252")
BOMS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
DELIMITERS = ";,\t|"


@dataclass(frozen=True)
class Line:
    """A row by its number in the file: its cells by column, and whether there are cells beyond."""

    number: int
    cells: Mapping[str, str]
    overflows: bool


@dataclass(frozen=True)
class Table:
    """The names of the columns, and the rows that hold anything."""

    columns: tuple[str, ...]
    lines: tuple[Line, ...]


def read_table(path: Path, *, sheet: str = "", header: int = 1) -> Table:
    """
    Read CSV, Excel or ODS, whichever it is; ``header`` is the number of the row with names.

    :raises Unusable: if it cannot be read, is too large, or names a column twice
    """
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as fault:
        raise Unusable(f"it cannot be read: {fault.strerror}") from fault
    if len(content) > LARGEST:
        raise Unusable(f"it is larger than {LARGEST // 2**20} MB: bring it in parts")
    most = header + MOST + 1
    if content.startswith(PACKED):
        rows = read_workbook(path, sheet, most=most)
    else:
        rows = _read_csv(_decoded(content), header, most)
    return _table(rows, header)


def _table(rows: Cells, header: int) -> Table:
    names = [cell.strip() for cell in rows[header - 1]] if len(rows) >= header else []
    if not any(names):
        raise Unusable(f"row {header} holds no names of columns: say header in the mapping")
    times = Counter(names)
    if twice := [str(n) for n, name in enumerate(names, 1) if name and times[name] > 1]:
        raise Unusable(f"columns {' and '.join(twice)} have the same name: give one another")
    if len(rows) > header + MOST:
        raise Unusable(f"it has more than {MOST} rows, with the empty ones: bring it in parts")
    return Table(tuple(filter(None, names)), tuple(_lines(rows, header, names)))


def _lines(rows: Cells, header: int, names: list[str]) -> Iterator[Line]:
    for number, cells in enumerate(rows[header:], header + 1):
        held = {name: cell.strip() for name, cell in zip(names, cells, strict=False) if name}
        beyond = any(cell.strip() for cell in cells[len(names) :])
        if beyond or any(held.values()):
            yield Line(number, held, beyond)


def _decoded(content: bytes) -> str:
    for encoding in ("utf-16",) if content.startswith(BOMS) else ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unusable("its characters are not UTF-8, UTF-16 or Windows-1252: save it as CSV UTF-8")


def _read_csv(text: str, header: int, most: int) -> Cells:
    """Read at most so many rows, with the delimiter that makes most of the row with names."""

    def rows(delimiter: str) -> Iterator[list[str]]:
        return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)

    def named(delimiter: str) -> int:
        first = (row for _, row in zip(range(header), rows(delimiter), strict=False))
        return len([*first, []][header - 1 :][0])

    try:
        return list(islice(rows(max(DELIMITERS, key=named)), most))
    except csv.Error as fault:
        raise Unusable(f"it is not CSV as it should be: {fault}") from fault
