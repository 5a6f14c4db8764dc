# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""How far long work is: a bar on a terminal, and elsewhere a line now and then."""

import sys
import time
from typing import Self, TextIO

WIDTH = 30
LINES = 10  # where there is no terminal
SECONDS_BETWEEN = 0.2


class Progress:
    """
    Tells what is done of how many, and how long the rest will take; the first time it is told
    where the work begins.  Whatever ends the work within it, what is told next is on a new line.
    """

    def __init__(self, of: str, out: TextIO | None = None) -> None:
        self.of = of
        self.out = out or sys.stdout
        self.begun = time.monotonic()
        self.told = 0.0
        self.tenth = 0
        self.first: int | None = None
        self.half = False  # a line was begun

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.half:
            self.half = False
            print(file=self.out, flush=True)

    def tell(self, done: int, total: int, more: str = "") -> None:
        """
        Tell how far it is, how many a second, how long the rest takes, and what ``more`` there is
        to tell; not more often than somebody can read.  Of no work nothing is told.
        """
        if not total:
            return
        now = time.monotonic()
        self.first = done if self.first is None else self.first
        rate = (done - self.first) / max(now - self.begun, 0.001)
        left = _minutes((total - done) / rate) if rate else "?"
        words = f"{done}/{total} {self.of}, {rate:.0f}/s, {left} to go{more and f', {more}'}"
        if not self.out.isatty():
            if done * LINES // total > self.tenth:
                self.tenth = done * LINES // total
                print(f"  {words}", file=self.out, flush=True)
        elif done >= total or now - self.told > SECONDS_BETWEEN:
            self.told = now
            filled = min(WIDTH, WIDTH * done // total)
            bar = "#" * filled + "." * (WIDTH - filled)
            self.half = done < total
            end = "" if self.half else "\n"
            print(f"\r\x1b[K  [{bar}] {words}", end=end, file=self.out, flush=True)


def _minutes(seconds: float) -> str:
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"
