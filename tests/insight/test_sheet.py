# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The figures as a spreadsheet: the same numbers, and on a second sheet how they came about."""

from datetime import date
from pathlib import Path

import psycopg
import pytest
from tests.insight.counting import figures
from tests.insight.workbook import Rows, read
from tests.support.world import command
from tests.world import START, signed_in, told

from woonvrede.access.books import in_force
from woonvrede.insight.count import Figure, Figures, reported
from woonvrede.insight.period import named
from woonvrede.insight.sheet import sheet_of

pytestmark = pytest.mark.usefixtures("people")

RULES = "Regels en periode"
HALF = "/monitoring/excel/?periode=2026-H1"


def sheets(found: Figures) -> dict[str, Rows]:
    """Return what stands in the file of these figures."""
    return read(sheet_of(found, in_force(START.date(), "u_centraal"), made=date(2026, 7, 3)))


def days_since_1900(day: date) -> float:
    """Return a day as spreadsheets count it."""
    return float((day - date(1899, 12, 30)).days)


def test_each_party_of_the_agreement_gets_its_own_figures_with_their_rules() -> None:
    agreement = in_force(START.date(), "u_centraal")
    told("closed")
    reporting = [p for p in agreement.labels["parties"] if reported(p, agreement)]
    assert {"u_centraal", "gemeente", "portaal", "bo_ex"} <= set(reporting)
    codes: set[str] = set()
    for party in reporting:
        found = figures(party)
        told_in = sheets(found)
        assert list(told_in) == ["Cijfers", RULES]
        mine = [[each.id, "", float(each.value)] for each in found.indicators]
        whole = [[row[1], row[3], row[4]] for row in told_in["Cijfers"][1:] if not row[3]]
        assert (party, whole) == (party, mine)
        head = next(at for at, row in enumerate(told_in[RULES]) if row[0] == "Code")
        rules = told_in[RULES][head + 1 :]
        assert [row[0] for row in rules] == [each.id for each in found.indicators]
        assert all(len(row) == 6 and all(row) for row in rules)
        assert told_in[RULES][0] == ["Organisatie", agreement.labels["parties"][party]]
        codes |= {each.id for each in found.indicators}
    assert len(codes) == 15


def test_parts_stand_below_their_figure_and_add_up_to_it() -> None:
    told("closed")
    rows = sheets(figures())["Cijfers"]
    label, further = "Niet succesvol afgeronde casussen en hun vervolg", "Laatste Kans Beleid"
    assert [row[1:] for row in rows if row[1] == "EW-6"] == [
        ["EW-6", label, "", 1.0],
        ["EW-6", label, further, 1.0],
    ]


def test_the_second_sheet_tells_period_agreement_day_and_what_still_waits() -> None:
    told("reported")
    rows = {str(row[0]): row[1:] for row in sheets(figures())[RULES]}
    assert rows["Periode"] == ["2026-H1"]
    assert rows["Eerste dag"] == [days_since_1900(date(2026, 1, 1))]
    assert rows["Laatste dag"] == [days_since_1900(date(2026, 6, 30))]
    assert rows["Gemaakt op"] == [days_since_1900(date(2026, 7, 3))]
    assert "(utrecht-2019)" in str(rows["Overeenkomst"][0])
    assert rows["Nog niet beoordeelde meldingen"] == [1.0]
    assert rows["Deze meldingen zijn ontvangen vanaf"] == [days_since_1900(date(2026, 1, 1))]
    assert "tellen deze meldingen nergens mee" in str(rows["Let op"][0])


def test_what_looks_like_a_formula_stays_text() -> None:
    label = '=HYPERLINK("https://voorbeeld.invalid")'
    found = (Figure("EW-1", "severe_nuisance", label, 3),)
    half = named("2026-H1", months=6)
    rows = sheets(Figures("u_centraal", half, "utrecht-2019", found, 0, half.first))
    assert rows["Cijfers"][1][2:] == [label, "", 3.0]


def test_a_member_downloads_what_the_command_writes(
    maintenance: "psycopg.Connection", tmp_path: Path
) -> None:
    """Both are written down, and name no case."""
    told("closed")
    answer = signed_in("lead").get(HALF)
    assert answer.headers["Content-Disposition"] == (
        'attachment; filename="cijfers-u_centraal-2026-H1.xlsx"'
    )
    assert answer.headers["Cache-Control"] == "no-store"
    file = tmp_path / "figures.xlsx"
    asked = ("report", "--party", "u_centraal", "--period", "2026-H1", "--format", "xlsx")
    done = command(*asked, "--output", str(file))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert read(answer.content) == read(file.read_bytes())
    rows = maintenance.execute(
        "select action, account is not null, system, case_ids, report_ids from records_reading "
        "where action like 'figures:%' order by id"
    ).fetchall()
    assert rows == [
        ("figures:u_centraal:2026-H1:xlsx", True, "", [], []),
        ("figures:u_centraal:2026-H1", False, "report", [], []),
    ]


@pytest.mark.parametrize("who", ["police", "mediator", "executor"])
def test_who_sees_no_figures_gets_no_file(who: str) -> None:
    assert signed_in(who).get(HALF).status_code == 404


@pytest.mark.parametrize("name", ["2999-H1", "nonsense"])
def test_there_is_no_file_of_a_period_that_is_none(name: str) -> None:
    assert signed_in("lead").get(f"/monitoring/excel/?periode={name}").status_code == 404


@pytest.mark.parametrize("words", [("--format", "xlsx"), ("--output", "figures.xlsx")])
def test_a_spreadsheet_needs_a_file_and_a_file_a_spreadsheet(words: tuple[str, ...]) -> None:
    done = command("report", "--party", "u_centraal", "--period", "2026-H1", *words)
    assert (done.returncode, done.stdout) == (1, "")
    assert "go together" in done.stderr
