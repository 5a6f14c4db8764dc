# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""A spreadsheet read back from its own XML, without the library that wrote it."""

import io
import zipfile
from xml.etree import ElementTree

Rows = list[list[str | float]]


def read(content: bytes) -> dict[str, Rows]:
    """
    Return the rows of each sheet: numbers as numbers, everything else as the text that is shown.

    A formula is a fault.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        names = [each.get("name") for each in _part(parts, "workbook").iterfind(".//{*}sheet")]
        texts = [_text(each) for each in _part(parts, "sharedStrings").iterfind(".//{*}si")]
        return {
            str(name): _rows(_part(parts, f"worksheets/sheet{number}"), texts)
            for number, name in enumerate(names, 1)
        }


def quoted(content: bytes) -> list[str]:
    """Return which cells of the first sheet hold text that is marked as quoted, as A1."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        styles, sheet = _part(parts, "styles"), _part(parts, "worksheets/sheet1")
    ways = [each.get("quotePrefix") == "1" for each in styles.iterfind(".//{*}cellXfs/{*}xf")]
    cells = [each for each in sheet.iterfind(".//{*}c") if ways[int(each.get("s", "0"))]]
    assert {each.get("t") for each in cells} <= {"s"}
    return [each.get("r", "") for each in cells]


def _part(parts: zipfile.ZipFile, name: str) -> ElementTree.Element:
    return ElementTree.fromstring(parts.read(f"xl/{name}.xml"))  # noqa: S314 - we wrote it


def _rows(sheet: ElementTree.Element, texts: list[str]) -> Rows:
    assert not list(sheet.iterfind(".//{*}f")), "a formula"
    rows = sheet.iterfind(".//{*}row")
    return [[_value(cell, texts) for cell in row.iterfind(".//{*}c")] for row in rows]


def _value(cell: ElementTree.Element, texts: list[str]) -> str | float:
    held = cell.findtext("{*}v") or ""
    return texts[int(held)] if cell.get("t") == "s" else float(held)


def _text(held: ElementTree.Element) -> str:
    return "".join(part.text or "" for part in held.iterfind(".//{*}t"))
