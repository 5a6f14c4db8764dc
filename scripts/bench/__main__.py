# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
``make bench``: measure worlds of different sizes, and write docs/benchmarks.md.

``CASES`` names other sizes than 10,000 and 100,000, with commas between them; ``BENCH_SECONDS`` is
how long each request is repeated.
"""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

from woonvrede.running import ports
from woonvrede.running.database import databases
from woonvrede.running.places import CHECKOUT

from . import bare, database
from .client import EACH, Ask, Visitor
from .measure import About, Line, Served, changed, memory, shown
from .report import World, write

CASES = [int(each) for each in os.environ.get("CASES", "10000,100000").split(",")]
REQUESTS = int(os.environ.get("BENCH_REQUESTS", "10000"))  # in each world
NEW = "reference=abc&stage=nieuw&due=2026-01-01"
LIST, PAGE = Ask("/", 200, ("stage",)), Ask("/page/", 200, ("<td>stage",))


def main() -> int:
    """Measure everything, one thing at a time."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    with database.running():
        floor, sizes = _bare(max(CASES))
        worlds = [_world(cases) for cases in CASES]
    write(floor, sizes, worlds)
    return 0


def _world(cases: int) -> World:
    begun = time.monotonic()
    variables = database.make_world(cases)
    print(f"A world of {cases:,} cases: {time.monotonic() - begun:.0f} s.", flush=True)
    done = subprocess.run(
        [sys.executable, "-m", "scripts.bench.world", str(cases), str(REQUESTS)],
        env=variables,
        cwd=CHECKOUT,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    found = json.loads(done.stdout.splitlines()[-1])
    databases.drop(database.BENCH, f"world_{cases}")
    lines = tuple(Line(**line) for line in found["lines"])
    return World(cases, lines, **found["memory"])


def _bare(rows: int) -> tuple[list[Line], dict[str, float]]:
    """Measure what next to nothing takes, from a table as long as the largest world."""
    databases.make(database.BENCH, "bare")
    url = database.variables_of("bare")["DATABASE_OWNER_URL"]
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(bare.TABLE, {"rows": rows})
        connection.execute(bare.INDEXES)
    everybody = [Visitor("", [LIST])] * EACH
    pages = [Visitor("", [PAGE])] * EACH
    with _served("psycopg", url) as server:
        lines = [shown(server, About("bare psycopg, list of 25 as JSON"), everybody)]
    with _served("django", url) as server:
        lines.append(shown(server, About("bare Django, list of 25 as JSON"), everybody))
        lines.append(shown(server, About("bare Django, list of 25 as a page"), pages))
        lines.append(changed(server, About("bare Django, adding one"), _adding))
        sizes = {"bare Django": memory(server)}
    return lines, sizes


def _adding(visitors: int, times: int) -> list[Visitor]:
    return [Visitor("", [Ask("/add/", 302, ("Location: /",), NEW)] * times, once=True)] * visitors


@contextmanager
def _served(kind: str, url: str) -> Iterator[Served]:
    port = ports.free()
    words = [sys.executable, "-m", "scripts.bench.bare", kind, str(port), url]
    process = subprocess.Popen(words, cwd=CHECKOUT)
    try:
        while not ports.answers(port):
            if process.poll() is not None:
                raise RuntimeError(f"the bare server did not start: {kind}")
            time.sleep(0.1)
        yield Served(port, process.pid)
    finally:
        process.terminate()
        process.wait(30)


if __name__ == "__main__":
    sys.exit(main())
