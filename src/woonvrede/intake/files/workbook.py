# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
A sheet of a workbook as lists of texts, read in a process of its own.

A small file can unfold into a sheet without end.  The process may use so much memory and time and
no more; it knows no database, and whatever becomes of it, who asked is told in words.
"""

import json
import os
import resource
import signal
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, WorksheetNotFound

MEMORY, SECONDS = 2**30, 60  # bytes, of the processor
LONGEST = 50 * 2**20  # bytes that are heard from the process
NOT_READ = "it cannot be read as Excel or ODS: it is damaged, or unfolds into far too much"
LOCKED = "it is locked with a password: save it without"
NO_SHEET = "it has no sheet of that name"

Cells = list[list[str]]


class Unusable(Exception):
    """A file or mapping that cannot be used; says in one line what to do about it."""


def read_workbook(path: Path, sheet: str = "", *, most: int) -> Cells:
    """
    Return the first rows of a sheet, at most so many, of the first sheet without a name; of a
    formula what it came to.

    :raises Unusable: if there is no such sheet, or the file holds too much or is no workbook
    """
    # Isolated: else whoever wrote in the folder of the moment would be taken for a module.
    command = [sys.executable, "-I", "-m", __name__, str(path), sheet, str(most)]
    # Without our environment, in which the addresses of the database are.
    with subprocess.Popen(
        command, env={}, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        assert process.stdout is not None
        said = process.stdout.read(LONGEST + 1)
    # Who is no longer listened to fails at writing.
    if process.returncode or len(said) > LONGEST:
        raise Unusable(NOT_READ)
    told = json.loads(said)
    if isinstance(told, str):
        raise Unusable(told)
    rows: Cells = told
    return rows


def _main(path: str, sheet: str, most: str) -> int:
    signal.alarm(2 * SECONDS)  # which ends it, whatever it waits for
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with Path(path).open("rb") as file:
        return _say(_read(CalamineWorkbook.from_filelike(file), sheet, int(most)))


def _read(book: CalamineWorkbook, sheet: str, most: int) -> Cells:
    found = book.get_sheet_by_name(sheet) if sheet else book.get_sheet_by_index(0)
    rows = found.to_python(skip_empty_area=False, nrows=most)
    return [[_text(cell) for cell in row] for row in rows]


def _text(value: object) -> str:
    """Return a cell as it would be typed: days as ISO dates, whole numbers without a point."""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def _say(what: Cells | str) -> int:
    with open(sys.stdout.fileno(), "w", encoding="utf-8", closefd=False) as out:
        json.dump(what, out, ensure_ascii=False)
    return 0


if __name__ == "__main__":
    try:
        code = _main(*sys.argv[1:])
    except PasswordError:
        code = _say(LOCKED)
    except WorksheetNotFound:
        code = _say(NO_SHEET)
    except (CalamineError, MemoryError):
        code = 1
    # What was read need not be put away.
    os._exit(code)
