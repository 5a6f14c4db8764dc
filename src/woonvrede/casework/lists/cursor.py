# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where a page of a list ended, as an address says it: a day and a reference, no serial number."""

import re
from dataclasses import dataclass
from datetime import date

WRITTEN = re.compile(r"(\d{4}-\d\d-\d\d|0)_([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2})", re.ASCII)


@dataclass(frozen=True)
class Cursor:
    """The last line of a page: its day, if it has one, and its reference."""

    day: date | None
    reference: str

    def __str__(self) -> str:
        return f"{self.day or 0}_{self.reference}"


def read_cursor(text: str) -> Cursor | None:
    """
    Return the cursor that was written so; None for anything else, which begins at the beginning.

    >>> read_cursor("2026-12-03_2026-7KQ4-M2")
    Cursor(day=datetime.date(2026, 12, 3), reference='2026-7KQ4-M2')
    >>> read_cursor("2026-99-99_2026-7KQ4-M2")
    """
    found = WRITTEN.fullmatch(text)
    if found is None:
        return None
    try:
        day = None if found[1] == "0" else date.fromisoformat(found[1])
    except ValueError:
        return None
    return Cursor(day, found[2])
