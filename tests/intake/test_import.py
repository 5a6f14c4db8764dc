# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""``woonvrede import-reports``: a corporation's own export comes in whole, or not at all."""

import re
import signal
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import psycopg
import pytest

from tests.intake.importing import (
    COLUMNS,
    MADE,
    MAPPING,
    ROWS,
    SAMPLE,
    SOUND,
    TWICE,
    WRONG,
    begin,
    imports,
    kept,
    many,
    stopped,
)
from tests.intake.sheets import FORMATS, csv_file

pytestmark = pytest.mark.usefixtures("people")

NOTHING = dict.fromkeys(MADE, 0)
LINE = re.compile(r"^row (\d+), ([^:]+): (.+)$", re.MULTILINE)


def test_the_sample_is_told_row_by_row_and_nothing_is_kept(
    maintenance: "psycopg.Connection",
) -> None:
    for more in ((), ("--carry-out",)):
        done = imports(SAMPLE, *more)
        assert done.returncode == 1
        assert [(int(row), column) for row, column, _ in LINE.findall(done.stdout)] == WRONG
        assert "200 rows: 182 good (" in done.stdout
        assert f"14 wrong, {TWICE} twice in the file, 0 brought in before." in done.stdout
        assert "kind_of_problem (Soort overlast) may be: noise_persons, " in done.stdout
        assert "Nothing was brought in: mend these rows" in done.stdout
        assert kept(maintenance) == NOTHING


@pytest.mark.parametrize("name", FORMATS)
def test_every_kind_of_file_says_the_same(name: str, tmp_path: Path) -> None:
    FORMATS[name](tmp_path / name, [COLUMNS, *ROWS])
    assert imports(tmp_path / name).stdout == imports(SAMPLE).stdout


def test_a_check_of_sound_rows_keeps_nothing(
    tmp_path: Path, maintenance: "psycopg.Connection"
) -> None:
    done = imports(_file(tmp_path, SOUND))
    assert done.returncode == 0
    assert "with --carry-out it is" in done.stdout
    assert kept(maintenance) == NOTHING


def test_sound_rows_come_in_once_and_as_the_file_says(
    tmp_path: Path, maintenance: "psycopg.Connection"
) -> None:
    file = _file(tmp_path, SOUND)
    done = imports(file, "--carry-out")
    assert done.returncode == 0
    assert re.fullmatch(
        r"  182/182 rows brought in, \d+/s, 0:00 to go", done.stderr.splitlines()[-1]
    )
    counts = kept(maintenance)
    assert [counts[name] for name in ("report", "event", "imported")] == [182, 182, 182]
    days = {day for (day,) in maintenance.execute("select received_on from records_report")}
    assert days == {_day(row[1]) for row in SOUND}
    found = maintenance.execute(
        "select p.key, count(*), count(distinct reference),"
        " min(e.at) > now() - interval '5 minutes' from records_report r"
        " join records_party p on p.id = r.landlord_id"
        " join records_event e on e.report_id = r.id group by 1"
    )
    assert found.fetchall() == [("portaal", 182, 182, True)]
    names = {name for (name,) in maintenance.execute("select name from records_person")}
    assert names == {name for row in SOUND for name in (row[7], row[8]) if name}
    again = imports(file, "--carry-out")
    assert (again.returncode, kept(maintenance)) == (0, counts)
    assert f"0 good, 0 wrong, {TWICE} twice in the file, 182 brought in before." in again.stdout
    assert again.stdout.endswith("Nothing in it was new.\n")


def test_who_is_not_asked_for_in_such_a_report_is_counted_and_not_kept(
    tmp_path: Path, maintenance: "psycopg.Connection"
) -> None:
    """§3.4: nobody complains of debts alone.  It is told, for the row did name somebody."""
    debts = tmp_path / "debts.toml"
    no, yes = (f'only_debt = {{ always = "{answer}" }}' for answer in ("nee", "ja"))
    debts.write_text(MAPPING.read_text().replace(no, yes))
    debt, complainant = COLUMNS.index("Ontruiming door huurschuld"), COLUMNS.index("Melder")
    named = [list(row) for row in SOUND if row[complainant]][:3]
    for row in named[:2]:
        row[debt] = "J"
    said = imports(_file(tmp_path, named), "--carry-out", mapping=debts).stdout
    assert "In 2 of the good rows somebody is named for whom the agreement does not ask" in said
    ask = "select name from records_person where role = 'complainant'"
    assert maintenance.execute(ask).fetchall() == [(named[2][complainant],)]
    assert "somebody is named" not in imports(_file(tmp_path, SOUND)).stdout


def test_a_row_is_known_to_its_circle_and_to_no_other(
    tmp_path: Path, maintenance: "psycopg.Connection"
) -> None:
    """Without a column with references all that a row holds makes it the same."""
    anonymous = tmp_path / "anonymous.toml"
    lines = MAPPING.read_text().splitlines()
    anonymous.write_text("\n".join(line for line in lines if not line.startswith("reference")))
    file = _file(tmp_path, [SOUND[0], SOUND[0], SOUND[1]])
    assert imports(file, "--carry-out", mapping=anonymous).returncode == 0
    assert kept(maintenance)["report"] == 2
    colleague = imports(file, who="landlord_excluded", mapping=anonymous)
    assert "0 good, 0 wrong, 1 twice in the file, 2 brought in before." in colleague.stdout
    other = imports(file, who="other_landlord", mapping=anonymous)
    assert "1 twice in the file, 0 brought in before." in other.stdout


def test_who_may_not_report_brings_nothing_in(maintenance: "psycopg.Connection") -> None:
    for who in ("manager", "secretary", "nobody", "somebody_else"):
        done = imports(SAMPLE, "--carry-out", who=who)
        assert (done.returncode, done.stdout) == (1, "")
        assert "may not report for any party" in done.stderr
        assert who not in done.stderr
    assert "for politie" in imports(SAMPLE, "--party", "politie").stderr
    assert kept(maintenance) == NOTHING


def test_who_works_in_one_district_brings_in_what_is_there(tmp_path: Path) -> None:
    there = [row for row in SOUND if row[6] == "Vleuten-De Meern"]
    elsewhere = [row for row in SOUND if row[6] != "Vleuten-De Meern"][:2]
    done = imports(_file(tmp_path, there[:2] + elsewhere), who="landlord_other_district")
    found = [(int(row), column) for row, column, _ in LINE.findall(done.stdout)]
    assert found == [(4, "Wijk"), (5, "Wijk")]


def test_that_a_file_was_brought_in_is_written_down(
    tmp_path: Path, maintenance: "psycopg.Connection"
) -> None:
    file = _file(tmp_path, SOUND[:1])
    imports(file)
    imports(file, "--carry-out")
    found = maintenance.execute(
        "select action from records_reading where system = 'import-reports' order by id"
    )
    account = maintenance.execute(
        "select id from records_account where email = 'landlord@voorbeeld.invalid'"
    ).fetchone()
    assert account is not None
    told = [f"{verb}:{account[0]}:portaal" for verb in ("check", "carry-out")]
    assert [action for (action,) in found] == told


def test_what_is_told_holds_nothing_of_what_the_rows_say(tmp_path: Path) -> None:
    """Also not the value that is wrong: a list of faults is mailed around."""
    canaries = [f"canary{number}" for number in range(len(COLUMNS))]
    done = imports(_file(tmp_path, [*ROWS, canaries]), "--carry-out")
    said = done.stdout + done.stderr
    assert "row 202, Postcode" in said
    held = {cell for row in (*ROWS, canaries) for cell in row if len(cell) > 5} - set(DISTRICTS)
    assert [cell for cell in held if cell in said] == []
    without_names = tmp_path / "without.csv"
    csv_file(without_names, ROWS)
    done = imports(without_names)
    assert done.returncode == 1
    assert [cell for cell in ROWS[0] if len(cell) > 5 and cell in done.stderr] == []


def test_what_is_killed_near_the_end_leaves_nothing_and_comes_in_once_later(
    tmp_path: Path, maintenance: "psycopg.Connection"
) -> None:
    _killed(many(tmp_path, 600), 600, 400, maintenance)


@pytest.mark.full
def test_ten_thousand_rows_killed_at_nine_thousand_leave_nothing_and_come_in_once(
    tmp_path: Path, maintenance: "psycopg.Connection"
) -> None:
    """In under three minutes, when they do."""
    assert _killed(many(tmp_path, 10_000), 10_000, 9_000, maintenance) < 180


def test_two_at_once_bring_a_file_in_once(
    tmp_path: Path, maintenance: "psycopg.Connection"
) -> None:
    """The second waits for the first, and then either knows the rows or says to begin again."""
    file = many(tmp_path, 200)
    both = [begin(file) for _ in range(2)]
    said = [each.communicate(timeout=120)[1] for each in both]
    codes = [each.returncode for each in both]
    assert 0 in codes
    assert all("nothing was brought in" in said[n] for n, code in enumerate(codes) if code)
    assert kept(maintenance)["report"] == 200


def test_ctrl_c_cancels_and_says_so(tmp_path: Path, maintenance: "psycopg.Connection") -> None:
    file = many(tmp_path, 400)
    for said in ("120/400 rows checked", "200/400 rows brought in"):
        done = stopped(file, said, signal.SIGINT)
        assert done.returncode == 1
        assert done.stderr.splitlines()[-1] == "woonvrede: Cancelled: nothing was brought in."
        assert kept(maintenance) == NOTHING


DISTRICTS = {row[6] for row in ROWS}


def _killed(file: Path, rows: int, after: int, maintenance: "psycopg.Connection") -> float:
    """Kill it after so many rows, bring it in twice; return how many seconds the first took."""
    done = stopped(file, f"{after}/{rows} rows brought in", signal.SIGKILL)
    assert done.returncode == -signal.SIGKILL
    assert kept(maintenance) == NOTHING
    begun = time.monotonic()
    assert imports(file, "--carry-out").returncode == 0
    took = time.monotonic() - begun
    counts = kept(maintenance)
    assert [counts[name] for name in ("report", "event", "imported")] == [rows] * 3
    assert "0 good" in imports(file, "--carry-out").stdout
    assert kept(maintenance) == counts
    return took


def _file(folder: Path, rows: Sequence[Sequence[str]]) -> Path:
    csv_file(folder / "rows.csv", [COLUMNS, *rows])
    return folder / "rows.csv"


def _day(written: str) -> date:
    day, month, year = map(int, written.split(maxsplit=1)[0].split("-"))
    return date(year, month, day)
