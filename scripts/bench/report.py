# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was found, in words and tables: printed, and kept in docs/benchmarks.md."""

import os
import platform
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path

from woonvrede.running.database.postgres import VERSION
from woonvrede.running.places import CHECKOUT

from .measure import SECONDS, Line

FILE = CHECKOUT / "docs/benchmarks.md"
BEGIN, END = "<!-- made by make bench: begin -->", "<!-- made by make bench: end -->"
HEAD = ("what", "whose", "queries", "p50 / p95 ms, 1 client", "1 client, requests/s",
        "p50 / p95 ms, 8 clients", "8 clients, requests/s", "worker busy, ms",
        "p50, times bare Django", "busy, times bare Django",
        "p50, times bare Django as a page")  # fmt: skip
GROWTH = ("what", "whose", "p50 with 1 client, times", "with 8 clients, times", "busy, times")
CHANGES = ("new report", "move")
Rows = Iterable[Sequence[str]]


@dataclass(frozen=True)
class World:
    """
    What was found in a world; memory in MB a worker: at its start, ``warm`` after every line was
    measured, and at the end, after how many requests.
    """

    cases: int
    lines: tuple[Line, ...]
    start: float
    warm: float
    warm_after: int
    end: float
    requests: int


def write(floor: Sequence[Line], memories: Mapping[str, float], worlds: Sequence[World]) -> None:
    """Put what was found into the document, and print it."""
    words = "\n".join(_words(floor, memories, worlds))
    before, _, rest = FILE.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    FILE.write_text(f"{before}{BEGIN}\n\n{words}\n\n{END}{after}", encoding="utf-8")
    print(words)


def _words(
    floor: Sequence[Line], memories: Mapping[str, float], worlds: Sequence[World]
) -> Iterable[str]:
    yield from _machine()
    yield "\n## Next to nothing, on the same server\n"
    yield _table(HEAD[:1] + HEAD[2:8], ((line.name, *_numbers(line)) for line in floor))
    _, data, page, adding = floor
    for world in worlds:
        yield f"\n## {world.cases:,} cases\n"
        rows = [
            (line.name, line.size, *_numbers(line),
             *_times(line, adding if line.name in CHANGES else data),
             "" if line.name in CHANGES else _times(line, page)[0])
            for line in world.lines
        ]  # fmt: skip
        yield _table(HEAD, rows)
        yield (
            f"\nMemory of a worker: {world.start:.0f} MB at the start, {world.warm:.0f} MB after "
            f"{world.warm_after:,} requests, {world.end:.0f} MB after {world.requests:,} "
            f"(bare Django: {memories['bare Django']:.0f} MB)."
        )
    for fewer, more in pairwise(worlds):
        yield f"\n## From {fewer.cases:,} to {more.cases:,} cases\n"
        yield _table(GROWTH, _growth(fewer, more))


def _machine() -> Iterable[str]:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    yield (
        f"Measured on {datetime.now(UTC):%d %B %Y} at commit {_commit()}: {os.cpu_count()} cores "
        f"({_processor()}), {memory:.0f} GB of memory, Linux {platform.release().split('-')[0]}, "
        f"Python {platform.python_version()}, Django {version('django')}, PostgreSQL {VERSION}, "
        f"gunicorn {version('gunicorn')}. Each line took {SECONDS:g} s with one client and as "
        f"long with eight. At the end the load of the machine over 1, 5 and 15 minutes was "
        f"{load}."
    )


def _commit() -> str:
    said = subprocess.run(
        ["git", "describe", "--always", "--dirty"],
        cwd=CHECKOUT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return said.stdout.strip() or "unknown"


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    found = (line.partition(": ")[2] for line in lines if line.startswith("model name"))
    return next(found, platform.machine())


def _numbers(line: Line) -> tuple[str, ...]:
    return (
        str(line.queries),
        f"{line.p50:.1f} / {line.p95:.1f}",
        f"{line.alone:.0f}",
        f"{line.p50_together:.1f} / {line.p95_together:.1f}",
        f"{line.together:.0f}",
        f"{line.work:.1f}",
    )


def _times(line: Line, floor: Line) -> tuple[str, ...]:
    return f"{line.p50 / floor.p50:.1f}", f"{line.work / floor.work:.1f}"


def _growth(fewer: World, more: World) -> Rows:
    before = {(line.name, line.size): line for line in fewer.lines}
    for line in more.lines:
        if old := before.get((line.name, line.size)):
            alone, together = line.p50 / old.p50, line.p50_together / old.p50_together
            busy = line.work / old.work
            yield line.name, line.size, f"{alone:.2f}", f"{together:.2f}", f"{busy:.2f}"


def _table(head: Sequence[str], rows: Rows) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
