# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""How long something takes for one client and for eight, and how large a server's processes are."""

import os
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import mean

from .client import EACH, Visitor, visit

SECONDS = float(os.environ.get("BENCH_SECONDS", "5"))
MOST_A_SECOND = 250  # changes by one client, for which there must be enough to change
Visitors = Callable[[int, int], Sequence[Visitor]]


@dataclass(frozen=True)
class Served:
    """A server that runs: its port, and its process."""

    port: int
    pid: int


@dataclass(frozen=True)
class Line:
    """
    What one kind of request took, alone and beside seven others, in milliseconds; ``work`` is the
    time that a worker itself was busy with it, however busy the machine was with other things.
    """

    name: str
    size: str
    cases: int
    queries: int
    p50: float
    p95: float
    p50_together: float
    p95_together: float
    alone: float
    together: float
    work: float
    requests: int

    def as_json(self) -> dict[str, object]:
        """Return it as it is kept."""
        return asdict(self)


@dataclass(frozen=True)
class About:
    """Which request it is, of whom, in a world of how many cases, and what it asks the database."""

    name: str
    size: str = ""
    cases: int = 0
    queries: int = 1


def shown(server: Served, about: About, visitors: Sequence[Visitor]) -> Line:
    """Measure a page, once it is warm."""
    visit(server.port, visitors, seconds=min(SECONDS, 0.5))
    return _line(server, about, lambda number: visitors[:number])


def changed(server: Served, about: About, visitors: Visitors) -> Line:
    """Measure a change, each time of something else."""
    times = int(SECONDS * MOST_A_SECOND)
    return _line(server, about, lambda number: visitors(number, times // number))


def memory(server: Served) -> float:
    """Return how much memory a worker of this server takes, on average, in MB."""
    return mean(_resident(worker) for worker in _workers(server))


def _line(server: Served, about: About, visitors: Callable[[int], Sequence[Visitor]]) -> Line:
    begun = _busy(server)
    alone = visit(server.port, visitors(1), seconds=SECONDS)
    together = visit(server.port, visitors(EACH), seconds=SECONDS)
    requests = len(alone.latencies) + len(together.latencies)
    return Line(
        **asdict(about),
        p50=alone.percentile(0.5),
        p95=alone.percentile(0.95),
        p50_together=together.percentile(0.5),
        p95_together=together.percentile(0.95),
        alone=alone.per_second,
        together=together.per_second,
        work=1000 * (_busy(server) - begun) / requests,
        requests=requests,
    )


def _workers(server: Served) -> list[int]:
    children = Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text()
    return [int(child) for child in children.split()]


def _busy(server: Served) -> float:
    """Return how many seconds the workers of a server have been busy."""
    ticks = 0
    for worker in _workers(server):
        words = Path(f"/proc/{worker}/stat").read_text().rpartition(")")[2].split()
        ticks += int(words[11]) + int(words[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def _resident(pid: int) -> float:
    words = Path(f"/proc/{pid}/status").read_text()
    (line,) = (line for line in words.splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024
