# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files as people save them are read; what unfolds without end, or is no table, is refused."""

import csv
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
import xlsxwriter
from django.utils.timezone import localdate

from tests.intake.importing import COLUMNS, ROWS, imports
from tests.intake.sheets import FORMATS, MANIFEST, SPREADSHEET, csv_file, ods_of, xlsx
from tests.world import START, actor
from woonvrede.access.books import in_force
from woonvrede.intake.files import table, workbook
from woonvrede.intake.files.mapping import Layout, Source, Unread, read_layout, refuse_absent
from woonvrede.intake.files.rows import fields_for, rows_of
from woonvrede.intake.files.table import read_table
from woonvrede.intake.files.workbook import Unusable, read_workbook
from woonvrede.running.places import CHECKOUT

TWO_LINES = "twee;\nen meer"
PAGE = CHECKOUT / "docs/import.md"
CELL = '<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>'
MANY = CELL.replace("<table:table-cell", '<table:table-cell table:number-columns-repeated="999999"')


@pytest.mark.parametrize("name", FORMATS)
def test_a_table_is_the_same_in_every_format(name: str, tmp_path: Path) -> None:
    FORMATS[name](tmp_path / name, [COLUMNS, *ROWS])
    read = read_table(tmp_path / name)
    assert list(read.columns) == COLUMNS
    assert [(each.number, list(each.cells.values())) for each in read.lines] == [
        (number, row) for number, row in enumerate(ROWS, 2)
    ]


def test_rows_keep_the_number_that_a_spreadsheet_gives_them(tmp_path: Path) -> None:
    for name, write in FORMATS.items():
        rows = [
            ["Export", ""],
            ["A", "B"],
            ["", ""],
            ["één", "twee;\nen meer"],
            ["", ""],
            ["5", ""],
        ]
        write(tmp_path / name, rows)
        read = read_table(tmp_path / name, header=2)
        assert [(each.number, each.cells["A"]) for each in read.lines] == [(4, "één"), (6, "5")]
        assert read.lines[0].cells["B"] == TWO_LINES


def test_of_a_formula_its_value_is_read_and_days_and_numbers_as_they_are_typed(
    tmp_path: Path,
) -> None:
    with xlsxwriter.Workbook(tmp_path / "book.xlsx") as book:
        book.add_worksheet("Uitleg")
        sheet = book.add_worksheet("Meldingen")
        sheet.write_row(0, 0, ["A", "B", "C", "D", "E"])
        sheet.write_formula(1, 0, "=1+2", None, 3)
        sheet.write_datetime(1, 1, datetime(2026, 3, 1, 9, 30), book.add_format({"num_format": 14}))  # noqa: DTZ001
        sheet.write_number(1, 2, 12.5)
        sheet.write(1, 3, True)
        sheet.write_string(1, 4, "007")
    read = read_table(tmp_path / "book.xlsx", sheet="Meldingen")
    assert list(read.lines[0].cells.values()) == ["3", "2026-03-01", "12.5", "ja", "007"]
    with pytest.raises(Unusable, match="no sheet of that name"):
        read_table(tmp_path / "book.xlsx", sheet="Elders")


def test_a_workbook_runs_no_code_from_the_folder_of_the_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("python_calamine", "json", "woonvrede"):
        (tmp_path / f"{name}.py").write_text(f"open('ran', 'w').write('{name}')")
    xlsx(tmp_path / "book.xlsx", [["A"], ["1"]])
    assert read_table(Path("book.xlsx")).columns == ("A",)
    assert not (tmp_path / "ran").exists()


def wide(path: Path) -> None:
    ods_of(path, f'<table:table-row table:number-rows-repeated="999999">{MANY}</table:table-row>')


def far(path: Path) -> None:
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "A")
        sheet.write(1_048_575, 16_383, "B")


def packed(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("mimetype", SPREADSHEET)
        parts.writestr("META-INF/manifest.xml", MANIFEST)
        with parts.open("content.xml", "w") as content:
            for _ in range(1_500):
                content.write(b" " * 2**20)


def broken(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04 and nothing more")


@pytest.mark.parametrize("write", [wide, far, packed, broken])
def test_what_unfolds_without_end_is_refused(write: Callable[[Path], None], tmp_path: Path) -> None:
    write(tmp_path / "book")
    assert (tmp_path / "book").stat().st_size < 2**21
    with pytest.raises(Unusable, match="damaged, or unfolds into far too much"):
        read_table(tmp_path / "book")


def test_a_file_that_is_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    csv_file(tmp_path / "many.csv", [["A"], *([str(number)] for number in range(11))])
    monkeypatch.setattr(table, "MOST", 10)
    with pytest.raises(Unusable, match="more than 10 rows"):
        read_table(tmp_path / "many.csv")
    (tmp_path / "many.csv").write_bytes(b"A\n" + b"\n" * 11)
    with pytest.raises(Unusable, match="more than 10 rows"):
        read_table(tmp_path / "many.csv")
    monkeypatch.setattr(table, "LARGEST", 10)
    with pytest.raises(Unusable, match="larger than"):
        read_table(tmp_path / "many.csv")


class Cell(str):
    """A cell that counts how often it is compared."""

    compared = 0

    def strip(self, _: str | None = None, /) -> "Cell":
        return self

    def __eq__(self, other: object) -> bool:
        Cell.compared += 1
        return str.__eq__(self, other)

    __hash__ = str.__hash__


def test_of_a_file_that_is_too_large_no_more_is_read_than_shows_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rows that nobody will use fill the memory as well as others."""
    read = 0
    plain = csv.reader

    def counted(text: io.StringIO, delimiter: str) -> Iterator[list[str]]:
        nonlocal read
        for row in plain(text, delimiter=delimiter):
            read += 1
            yield row

    monkeypatch.setattr(table, "MOST", 10)
    monkeypatch.setattr("csv.reader", counted)
    (tmp_path / "many.csv").write_bytes(b"A\n" + b"\n" * 9_999)
    with pytest.raises(Unusable, match="more than 10 rows"):
        read_table(tmp_path / "many.csv")
    assert read < 50
    xlsx(tmp_path / "many.xlsx", [["A"]] * 1_000)
    with pytest.raises(Unusable, match="more than 10 rows"):
        read_table(tmp_path / "many.xlsx")
    assert len(read_workbook(tmp_path / "many.xlsx", most=12)) == 12


def test_names_are_not_compared_each_with_all_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [Cell(number) for number in range(2_000)]
    monkeypatch.setattr("csv.reader", lambda *_, **__: iter([names]))
    (tmp_path / "wide.csv").write_bytes(b"A\n")
    Cell.compared = 0
    assert len(read_table(tmp_path / "wide.csv").columns) == len(names)
    assert Cell.compared < 2 * len(names)


def test_no_more_is_heard_of_a_workbook_than_a_file_may_hold(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor do letters with accents make it more than it is."""
    monkeypatch.setattr(workbook, "LONGEST", 1_000)
    xlsx(tmp_path / "book.xlsx", [["A"], ["é" * 480]])
    assert read_table(tmp_path / "book.xlsx").lines[0].cells["A"] == "é" * 480
    xlsx(tmp_path / "book.xlsx", [["A"], ["é" * 500]])
    with pytest.raises(Unusable, match="unfolds into far too much"):
        read_table(tmp_path / "book.xlsx")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "row 1 holds no names"),
        (b"A;B;A\n1;2;3\n", "columns 1 and 3 have the same name"),
        (b"A;B\n\x81;\xff\n", "not UTF-8, UTF-16 or Windows-1252"),
        (b"A;B\n" + b"x" * 200_000 + b";1\n", "not CSV as it should be"),
    ],
)
def test_what_is_no_table_is_told_in_words(content: bytes, why: str, tmp_path: Path) -> None:
    (tmp_path / "rows.csv").write_bytes(content)
    with pytest.raises(Unusable, match=why):
        read_table(tmp_path / "rows.csv")
    with pytest.raises(Unusable, match="cannot be read: No such file"):
        read_table(tmp_path / "absent.csv")


def test_a_row_with_cells_beyond_its_columns_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "rows.csv").write_text("A;B\n1;2;\n1;2;3\n")
    layout = Layout(fields={"description": Source(column=("A",))})
    rows = rows_of(read_table(tmp_path / "rows.csv"), layout)
    assert [(row.number, list(row.unread)) for row in rows] == [(2, []), (3, [""])]


def test_a_source_joins_translates_and_reads_days() -> None:
    assert Source(column=("A", "B")).read({"A": "12", "B": "bis"}) == "12 bis"
    assert Source(column=("A", "B")).read({"A": "12", "B": ""}) == "12"
    assert Source(always="x").read({}) == "x"
    translated = Source(column=("A",), values={"J  N": "ja", "": "nee"})
    assert [translated.read({"A": each}) for each in ("j n", "", "?")] == ["ja", "nee", "?"]
    day = Source(column=("A",), date="%d.%m.%y")
    assert [day.read({"A": each}) for each in ("1.2.26", "2026-02-01", "")] == [
        "2026-02-01",
        "2026-02-01",
        "",
    ]
    with pytest.raises(Unread, match="zoals de mapping zegt"):
        day.read({"A": "gisteren"})


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("fields = ", "it is not TOML"),
        ("colour = 1\n[fields]\n", "colour: Extra inputs"),
        ('[fields]\nstreet = { column = "A", always = "B" }', "fields.street: .* either column"),
        ("[fields]\nstreet = { }", "fields.street: .* either column or always"),
        ('header = 0\n[fields]\nbsn = { column = "A" }', "header: "),
        ('[fields]\nbsn = { column = "A" }', "there is no field bsn: there are acute_danger, "),
    ],
)
def test_what_is_wrong_with_a_mapping_is_told(
    text: str, why: str, tmp_path: Path, people: None
) -> None:
    (tmp_path / "mapping.toml").write_text(text)
    with pytest.raises(Unusable, match=why):
        read_layout(tmp_path / "mapping.toml", fields_for(actor("landlord")))


def test_columns_that_the_file_has_not_are_all_named(tmp_path: Path) -> None:
    layout = Layout(fields={name: Source(column=(name,)) for name in ("A", "C", "D")})
    csv_file(tmp_path / "rows.csv", [["A", "B"], ["1", "2"]])
    with pytest.raises(Unusable, match="it has no column C, D: mend the mapping"):
        refuse_absent(layout, read_table(tmp_path / "rows.csv"))


def test_a_workbook_that_cannot_be_read_is_one_line(tmp_path: Path, people: None) -> None:
    broken(tmp_path / "book.xlsx")
    done = imports(tmp_path / "book.xlsx")
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (1, "", 1)
    xlsx(tmp_path / "book.xlsx", [["A"], ["1"]])
    assert "it has no column Acuut gevaar, " in imports(tmp_path / "book.xlsx").stderr


def words_under(heading: str) -> set[str]:
    """Return the words in the first column of the table under a heading of the page."""
    part = PAGE.read_text().split(f"\n## {heading}\n")[1].split("\n## ")[0]
    return {
        word
        for cell in re.findall(r"^\| ([^|]+) \|", part, re.MULTILINE)
        for word in re.findall(r"`(\w+)`", cell)
    }


def test_every_word_of_a_mapping_is_explained() -> None:
    assert words_under("The words of a mapping") == {*Layout.model_fields, *Source.model_fields}


def test_every_field_is_explained(people: None) -> None:
    """The questions are the agreement's, which explains them itself."""
    mine = actor("landlord")
    questions = {question.key for question in in_force(localdate(START), mine.party_key).questions}
    assert words_under("The fields") == fields_for(mine) - questions
