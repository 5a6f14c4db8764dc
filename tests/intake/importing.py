# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The sample of a corporation's export, and what is remembered of a file that was brought in."""

import signal
import subprocess
import sys
from pathlib import Path

import psycopg

from tests.intake.sheets import csv_file, read_csv
from tests.support.world import DATABASE, command, environment
from woonvrede.running.places import CHECKOUT

SAMPLE = CHECKOUT / "docs/samples/meldingen.csv"
MAPPING = CHECKOUT / "docs/samples/meldingen.toml"
COLUMNS, *ROWS = read_csv(SAMPLE)
# What is wrong in the sample on purpose: row, and column.
WRONG = [
    (7, "Postcode"),
    (19, "Huisnummer + Toevoeging"),
    (31, "Wijk"),
    (44, "Datum binnenkomst"),
    (52, "Datum binnenkomst"),
    (68, "Datum binnenkomst"),
    (83, "Soort overlast"),
    (97, "Toelichting"),
    (110, "Toelichting"),
    (125, "Postcode"),
    (125, "Straat"),
    (139, "Structureel"),
    (150, "Sinds"),
    (161, "Melder weet ervan"),
    (172, "Telefoon melder"),
]
SOUND = [row for number, row in enumerate(ROWS, 2) if number not in {row for row, _ in WRONG}]
TWICE = 4
MADE = ("report", "person", "event", "dwelling", "imported")


def words(file: Path, *more: str, who: str = "landlord", mapping: Path = MAPPING) -> list[str]:
    """Return the command that checks a file as somebody of the cast."""
    account = f"{who}@voorbeeld.invalid"
    return ["import-reports", str(file), "--mapping", str(mapping), "--as", account, *more]


def imports(
    file: Path, *more: str, who: str = "landlord", mapping: Path = MAPPING
) -> "subprocess.CompletedProcess[str]":
    """Check a file as somebody of the cast; ``--carry-out`` brings it in."""
    return command(*words(file, *more, who=who, mapping=mapping))


def many(folder: Path, rows: int) -> Path:
    """Return a file of so many sound rows, each of another case and mostly of another dwelling."""
    made = []
    for number in range(rows):
        row = list(SOUND[number % len(SOUND)])
        row[0], row[3] = f"{number}", f"{number % 9000 + 1}"
        made.append(row)
    csv_file(folder / "many.csv", [COLUMNS, *made])
    return folder / "many.csv"


def begin(file: Path) -> "subprocess.Popen[str]":
    """Begin to bring in a file."""
    return subprocess.Popen(
        [sys.executable, "-m", "woonvrede.cli", *words(file, "--carry-out")],
        env=environment(DATABASE),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def stopped(file: Path, said: str, by: signal.Signals) -> "subprocess.CompletedProcess[str]":
    """Bring in a file, and stop that with a signal once it tells that so much is done."""
    begun = begin(file)
    assert begun.stderr is not None
    for line in begun.stderr:
        if line.strip().startswith(f"{said}, "):
            begun.send_signal(by)
            break
    out, err = begun.communicate(timeout=60)
    return subprocess.CompletedProcess(begun.args, begun.returncode, out, err)


def kept(maintenance: "psycopg.Connection") -> dict[str, int]:
    """Return how many rows there are of what a report leaves."""
    counts = {}
    for name in MADE:
        row = maintenance.execute(f"select count(*) from records_{name}".encode()).fetchone()
        assert row is not None
        counts[name] = int(row[0])
    return counts
