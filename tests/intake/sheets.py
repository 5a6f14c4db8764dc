# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The same rows as CSV, Excel and ODS, each as the programs that people use write it."""

import csv
import io
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import xlsxwriter

Rows = Sequence[Sequence[str]]
SPREADSHEET = "application/vnd.oasis.opendocument.spreadsheet"
NAMES = "urn:oasis:names:tc:opendocument:xmlns"
MANIFEST = (
    f'<manifest:manifest xmlns:manifest="{NAMES}:manifest:1.0"><manifest:file-entry'
    f' manifest:full-path="/" manifest:media-type="{SPREADSHEET}"/></manifest:manifest>'
)


def read_csv(path: Path) -> list[list[str]]:
    """Return the rows of a file with semicolons."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=";"))


def csv_file(path: Path, rows: Rows, *, delimiter: str = ";", encoding: str = "utf-8-sig") -> None:
    """Write CSV; the other way is as an old Excel does it."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))


def old_csv(path: Path, rows: Rows) -> None:
    """Write CSV with commas in Windows-1252."""
    csv_file(path, rows, delimiter=",", encoding="cp1252")


def xlsx(path: Path, rows: Rows) -> None:
    """Write a workbook of Excel."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Meldingen")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)


def ods(path: Path, rows: Rows) -> None:
    """Write a workbook of LibreOffice, as small as one can be."""
    ods_of(path, "".join(f"<table:table-row>{_cells(row)}</table:table-row>" for row in rows))


def ods_of(path: Path, rows: str) -> None:
    """Write a workbook of LibreOffice with these rows, in its own words."""
    content = (
        f'<office:document-content xmlns:office="{NAMES}:office:1.0"'
        f' xmlns:table="{NAMES}:table:1.0" xmlns:text="{NAMES}:text:1.0"><office:body>'
        f'<office:spreadsheet><table:table table:name="Meldingen">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("mimetype", SPREADSHEET, zipfile.ZIP_STORED)
        parts.writestr("META-INF/manifest.xml", MANIFEST)
        parts.writestr("content.xml", content)


def database_csv(path: Path, rows: Rows) -> None:
    """Write CSV with tabs in UTF-16, as databases export it."""
    csv_file(path, rows, delimiter="\t", encoding="utf-16")


FORMATS: dict[str, Callable[[Path, Rows], None]] = {
    "new.csv": csv_file,
    "old.csv": old_csv,
    "database.csv": database_csv,
    "book.xlsx": xlsx,
    "book.ods": ods,
}


def _cells(row: Sequence[str]) -> str:
    return "".join(
        f'<table:table-cell office:value-type="string"><text:p>{escape(text)}</text:p>'
        "</table:table-cell>"
        if text
        else "<table:table-cell/>"
        for text in row
    )
