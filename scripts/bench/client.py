# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
A light client in a process of its own: each of its threads keeps one connection alive and checks
every answer.  Reads one job as JSON and writes what it took: a list of seconds per client.
"""

import json
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from itertools import cycle

from woonvrede.running.places import CHECKOUT

EACH = 8  # visitors at the same time, at most
LENGTH = b"content-length: "


class Unexpected(Exception):
    """An answer is not what was asked for."""


@dataclass(frozen=True)
class Ask:
    """One request, and what its answer must have: a status, and these words in head or body."""

    path: str
    status: int
    words: tuple[str, ...]
    body: str | None = None


@dataclass(frozen=True)
class Visitor:
    """Somebody with a session, and what they ask: over and over, or each thing once."""

    cookie: str
    asks: Sequence[Ask]
    once: bool = False


@dataclass(frozen=True)
class Took:
    """How long each answer took, in seconds, and how many came in a second."""

    latencies: list[float] = field(repr=False)
    per_second: float

    def percentile(self, share: float) -> float:
        """Return within which time so many of the answers came, in milliseconds."""
        ordered = sorted(self.latencies)
        return 1000 * ordered[min(int(share * len(ordered)), len(ordered) - 1)]


def visit(port: int, visitors: Sequence[Visitor], *, seconds: float) -> Took:
    """
    Let these visitors ask, at the same time, for so many seconds.

    :raises Unexpected: if any answer is not what it must be
    """
    job = {"port": port, "seconds": seconds, "visitors": [asdict(each) for each in visitors]}
    done = subprocess.run(
        [sys.executable, "-m", "scripts.bench.client"],
        cwd=CHECKOUT,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT / "src")},
        input=json.dumps(job),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise Unexpected(done.stderr)
    found: list[list[float]] = json.loads(done.stdout)
    latencies = [each for client in found for each in client]
    return Took(latencies, sum(len(client) / sum(client) for client in found if client))


class Connection:
    """One connection that stays open."""

    def __init__(self, port: int, cookie: str) -> None:
        self.port = port
        self.head = f"Host: localhost:{port}\r\nCookie: {cookie}\r\n".encode()
        self.socket = self._open()

    def ask(self, ask: Ask) -> float:
        """Ask, check the answer, and return how many seconds it took."""
        words = self._words(ask)
        begun = time.perf_counter()
        self.socket.sendall(words)
        head, body, closes = self._answer()
        took = time.perf_counter() - begun
        missing = [word for word in ask.words if word.encode() not in head + body]
        if head[9:12] != str(ask.status).encode() or missing:
            said = f"{ask.path}: not {ask.status} with {missing}: {head.decode()}\n{body.decode()}"
            raise Unexpected(said[:6000])
        if closes:
            self.socket.close()
            self.socket = self._open()
        return took

    def _open(self) -> socket.socket:
        opened = socket.create_connection(("127.0.0.1", self.port), timeout=60)
        opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return opened

    def _words(self, ask: Ask) -> bytes:
        if ask.body is None:
            return b"GET %s HTTP/1.1\r\n%s\r\n" % (ask.path.encode(), self.head)
        body = ask.body.encode()
        kind = b"Content-Type: application/x-www-form-urlencoded\r\n"
        size = b"Content-Length: %d\r\n" % len(body)
        return b"POST %s HTTP/1.1\r\n%s%s%s\r\n%s" % (
            ask.path.encode(), self.head, kind, size, body,
        )  # fmt: skip

    def _answer(self) -> tuple[bytes, bytes, bool]:
        got = b""
        while b"\r\n\r\n" not in got:
            got += self._more()
        head, _, body = got.partition(b"\r\n\r\n")
        low = head.lower()
        if LENGTH not in low:
            raise Unexpected(f"an answer without a length: {head.decode()}")
        size = int(low.split(LENGTH, 1)[1].split(b"\r\n", 1)[0])
        parts, have = [body], len(body)
        while have < size:
            parts.append(self._more())
            have += len(parts[-1])
        return head, b"".join(parts), b"\r\nconnection: close" in low

    def _more(self) -> bytes:
        found = self.socket.recv(65536)
        if not found:
            raise Unexpected("the server closed the connection")
        return found


def main() -> int:
    """Carry out one job."""
    job = json.load(sys.stdin)
    visitors = [
        Visitor(each["cookie"], [Ask(**ask) for ask in each["asks"]], each["once"])
        for each in job["visitors"]
    ]
    took: list[list[float]] = [[] for _ in visitors]
    faults: list[str] = []
    begin = threading.Barrier(len(visitors))

    def go(number: int, visitor: Visitor) -> None:
        try:
            connection = Connection(job["port"], visitor.cookie)
            begin.wait()
            end = time.perf_counter() + job["seconds"]
            for ask in _asks(visitor):
                took[number].append(connection.ask(ask))
                if time.perf_counter() > end:
                    return
        except (Unexpected, OSError) as fault:
            faults.append(str(fault))
            begin.abort()

    threads = [threading.Thread(target=go, args=pair) for pair in enumerate(visitors)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(faults[0] if faults else json.dumps(took), file=sys.stderr if faults else sys.stdout)
    return 1 if faults else 0


def _asks(visitor: Visitor) -> Iterator[Ask]:
    return iter(visitor.asks) if visitor.once else cycle(visitor.asks)


if __name__ == "__main__":
    sys.exit(main())
