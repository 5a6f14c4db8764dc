# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Web, worker and database as they really run: started, killed, and brought back."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Protocol

import psycopg

from woonvrede.running import ports
from woonvrede.running.database import addresses, lease, postgres
from woonvrede.running.database.cluster import DEMO
from woonvrede.running.demo import offspring

SECONDS_TO_RETURN = 120
SECONDS_TO_END = 30
# A worker that works has a connection on which it listens for jobs.
LISTENS = """
    select from pg_stat_activity
    where usename = 'woonvrede_worker' and query ilike 'listen%' and datname = current_database()
"""


class NotBack(Exception):
    """Something that was killed does not work again."""


class Service(Protocol):
    """Something that can be killed at any moment, and comes back."""

    name: str

    def processes(self) -> list[int]:
        """Return its main process, then those that this one forked off."""

    def recover(self) -> None:
        """Have it work again; nothing happens if it does."""


def kill(service: Service, chance: random.Random) -> None:
    """Kill its main process, or as often one of the others, as ``kill -9`` does."""
    main, *others = service.processes()
    victim = chance.choice([main, chance.choice(others or [main])])
    os.kill(victim, signal.SIGKILL)
    while _lives(victim):
        time.sleep(0.01)


class Command:
    """A command of the console script, as ``make demo`` runs it, whoever watches over it."""

    def __init__(self, name: str, command: str, log: Path, works: Callable[[], bool]) -> None:
        self.name, self.command, self.log, self.works = name, command, log, works
        self.process = self._start()

    def processes(self) -> list[int]:
        """Return its main process, then those that this one forked off."""
        return [self.process.pid, *_forked(self.process.pid)]

    def recover(self) -> None:
        """
        Start it again if it ended, and wait until it works.

        :raises NotBack: if it does not
        """
        deadline = time.monotonic() + SECONDS_TO_RETURN
        while not self._runs() or not self.works():
            if time.monotonic() > deadline:
                raise NotBack(f"the {self.name} does not come back: see {self.log}")
            time.sleep(0.1)

    def end(self) -> None:
        """Ask it to end."""
        self.process.terminate()
        self.process.wait(SECONDS_TO_END)

    def _runs(self) -> bool:
        if self.process.poll() is None:
            return True
        # What it forked off notices that it is gone, and must let go of the port first.
        if not _remain(self.process.pid):
            self.process = self._start()
        return False

    def _start(self) -> "subprocess.Popen[bytes]":
        with self.log.open("ab") as target:
            return subprocess.Popen(
                [sys.executable, "-m", "woonvrede.cli", self.command],
                stdin=subprocess.DEVNULL,
                stdout=target,
                stderr=target,
                start_new_session=True,
                preexec_fn=offspring.die_with_parent,  # noqa: PLW1509 - by the first thread alone
            )


class Database:
    """The embedded server."""

    name = "database"

    def processes(self) -> list[int]:
        """Return its main process, then those that this one forked off."""
        main = int((DEMO.data / "postmaster.pid").read_text().split("\n", 1)[0])
        return [main, *_forked(main)]

    def recover(self) -> None:
        """Start it again if it ended, and wait until it works."""
        with lease.alone(DEMO):
            postgres.start(DEMO)


def web(folder: Path, port: int) -> Command:
    """Start the production web server."""
    return Command("web", "serve", folder / "web.log", lambda: _answers(port))


def worker(folder: Path) -> Command:
    """Start the worker."""
    return Command("worker", "worker", folder / "worker.log", _listens)


def looking() -> "psycopg.Connection":
    """Open a connection that sees all rows, and what every other connection does."""
    with lease.alone(DEMO):
        postgres.start(DEMO)  # which waits for one that recovers
    return postgres.administrator(DEMO, addresses.DATABASE)


def _answers(port: int) -> bool:
    connection = HTTPConnection(ports.ADDRESS, port, timeout=10)
    try:
        connection.request("GET", "/static/", headers={"Host": f"localhost:{port}"})
        connection.getresponse().read()
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
    return True


def _listens() -> bool:
    try:
        with looking() as connection:
            return bool(connection.execute(LISTENS).rowcount)
    except psycopg.OperationalError:
        return False


def _forked(pid: int) -> list[int]:
    found = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for file in found for child in file.read_text().split()]


def _remain(leader: int) -> bool:
    """Does anything still run of the session that a process began?"""
    found = (_words(stat) for stat in Path("/proc").glob("[0-9]*/stat"))
    return any(words and words[0] != "Z" and int(words[3]) == leader for words in found)


def _lives(pid: int) -> bool:
    return _words(Path(f"/proc/{pid}/stat"))[:1] not in ([], ["Z"])


def _words(stat: Path) -> list[str]:
    try:
        return stat.read_text().rpartition(")")[2].split()
    except OSError:  # it has just ended
        return []
