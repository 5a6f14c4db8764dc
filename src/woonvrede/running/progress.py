# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""How far long work is: a bar on a terminal, and elsewhere a line now and then."""

import sys
import time
from typing import TextIO

WIDTH = 30
LINES = 10  # where there is no terminal
SECONDS_BETWEEN = 0.2


class Progress:
    """
    Tells what is done of how many, and how long the rest will take.

    >>> lines = Progress("cases", sys.stdout)
    >>> lines.tell(5, 10)
      5/10 cases, 0:00 to go
    """

    def __init__(self, of: str, out: TextIO | None = None) -> None:
        self.of = of
        self.out = out or sys.stdout
        self.begun = time.monotonic()
        self.told = 0.0
        self.tenth = 0

    def tell(self, done: int, total: int) -> None:
        """Tell how far it is; not more often than somebody can read."""
        now = time.monotonic()
        left = (now - self.begun) / done * (total - done) if done else 0.0
        words = f"{done}/{total} {self.of}, {_minutes(left)} to go"
        if not self.out.isatty():
            if done * LINES // total > self.tenth:
                self.tenth = done * LINES // total
                print(f"  {words}", file=self.out, flush=True)
        elif done == total or now - self.told > SECONDS_BETWEEN:
            self.told = now
            filled = WIDTH * done // total
            bar = "#" * filled + "." * (WIDTH - filled)
            end = "\n" if done == total else ""
            print(f"\r\x1b[K  [{bar}] {words}", end=end, file=self.out, flush=True)


def _minutes(seconds: float) -> str:
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"
