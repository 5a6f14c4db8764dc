# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
The database of one test process: a clone of a template that the owner migrated.

Nothing here wraps a test in a transaction: each verb has its own, and rights hang on it.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from pathlib import Path
from typing import Any, TypeVar

import psycopg
from psycopg import sql

from woonvrede.running import places, stamps
from woonvrede.running.database import databases, lease, postgres
from woonvrede.running.database.cluster import TEST
from woonvrede.running.database.roles import LOGINS
from woonvrede.running.environment import DATABASE_URLS

T = TypeVar("T")
Rows = dict[str, set[bytes]]  # of each table, as PostgreSQL copies them
RUN = (os.environ.get("PYTEST_XDIST_TESTRUNUID") or f"{os.getpid():08d}")[:8]
DATABASE = f"run_{RUN}_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"

# What a template is made from: when any of it changes, a new one is made.
PRODUCT = places.CHECKOUT / "src" / "woonvrede"
INPUTS = [
    places.agreements(),
    places.CHECKOUT / "requirements" / "base.txt",
    PRODUCT / "settings.py",
    *(PRODUCT / part for part in ("agreement", "records", "access", "jobs")),
    PRODUCT / "running" / "database" / "roles.py",
]


def environment(database: str) -> dict[str, str]:
    """Return the variables with which a process works in this database of the test cluster."""
    urls = {DATABASE_URLS[role]: TEST.url(login, database) for role, login in LOGINS.items()}
    return {**os.environ, **urls, "DJANGO_SETTINGS_MODULE": "woonvrede.settings"}


@contextmanager
def own_database() -> Iterator[None]:
    """Have a database of this process's own for as long as its tests run."""
    with lease.using(TEST):
        with lease.alone(TEST, "template"):
            template = _template()
            databases.make(TEST, DATABASE, template=template)
        try:
            yield
        finally:
            databases.drop(TEST, DATABASE)
            shutil.rmtree(heads_folder(), ignore_errors=True)


def heads_folder() -> Path:
    """Return where the heads of this database's chains are kept."""
    return places.state() / "heads" / DATABASE


def command(*words: str, database: str = DATABASE) -> "subprocess.CompletedProcess[str]":
    """Run the console script in a database of the test cluster."""
    return subprocess.run(
        [sys.executable, "-m", "woonvrede.cli", *words],
        env=environment(database),
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


BROOMS: "list[Broom]" = []  # one, while tests run


class Broom:
    """Empties every table that was empty when it was made; past all policies and triggers."""

    def __init__(self, connection: "psycopg.Connection") -> None:
        self.connection = connection
        rows = connection.execute(
            "select relname from pg_class "
            "where relnamespace = 'public'::regnamespace and relkind = 'r'"
        )
        self.ask = sql.SQL(" union all ").join(
            sql.SQL("select {} where exists (select from {})").format(name, sql.Identifier(name))
            for (name,) in rows.fetchall()
        )
        self.kept = frozenset(self._filled())
        self.steps: tuple[str, ...] = ()  # by which the world was made, and what is in it then
        self.stands: Rows = {}
        self.made: dict[tuple[str, ...], tuple[Rows, Any]] = {}

    def once(self, name: str, make: Callable[[], T]) -> T:
        """
        Let something be made.  Where it was made before in the very same world, its rows are put
        back instead, and a copy is returned of what came of it.
        """
        before = self._rows()
        if before != self.stands:
            return make()
        self.steps = (*self.steps, name)
        came: T
        if self.steps in self.made:
            self.stands, came = self.made[self.steps]
            self._put_back(
                {table: now - before.get(table, set()) for table, now in self.stands.items()}
            )
        else:
            came = make()
            self.stands = self._rows()
            self.made[self.steps] = self.stands, deepcopy(came)
        return deepcopy(came)

    def sweep(self) -> None:
        """Delete all rows but those of migrations, parties and rights."""
        self.steps, self.stands = (), {}
        # Rows of a few tables are deleted faster than their files are made anew.
        with self.connection.transaction():
            self.connection.execute("set local session_replication_role = replica")
            for name in self._swept():
                self.connection.execute(sql.SQL("delete from {}").format(sql.Identifier(name)))

    def _swept(self) -> list[str]:
        return [name for name in self._filled() if name not in self.kept]

    def _rows(self) -> Rows:
        return {table: set(self._lines(table)) for table in self._swept()}

    def _lines(self, table: str) -> Iterator[bytes]:
        ask = sql.SQL("copy {} to stdout").format(sql.Identifier(table))
        with self.connection.cursor().copy(ask) as rows:
            yield from map(bytes, rows)  # a line each

    def _put_back(self, rows: Rows) -> None:
        with self.connection.transaction():
            self.connection.execute("set local session_replication_role = replica")
            for table, lines in rows.items():
                ask = sql.SQL("copy {} from stdin").format(sql.Identifier(table))
                with self.connection.cursor().copy(ask) as into:
                    into.write(b"".join(lines))

    def _filled(self) -> list[str]:
        return [name for (name,) in self.connection.execute(self.ask, prepare=True)]


@contextmanager
def broom() -> Iterator[Broom]:
    """Have a broom for this process's database, while nothing but the agreements is in it."""
    with postgres.administrator(TEST, DATABASE) as connection:
        BROOMS.append(Broom(connection))
        yield BROOMS[-1]
        BROOMS.pop()


def once(name: str, make: Callable[[], T]) -> T:
    """Make something in this process's database, or put it back (:meth:`Broom.once`)."""
    return BROOMS[-1].once(name, make)


def _template() -> str:
    name = f"template_{stamps.digest(INPUTS)[:12]}"
    there = databases.names(TEST)
    if name in there:
        return name
    # Under another name until it is whole; and what no run can use any more goes.
    for old in there:
        if old.startswith(("template_", "making_")):
            databases.drop(TEST, old)
    making = name.replace("template", "making")
    databases.make(TEST, making)
    _fill(making)
    with postgres.administrator(TEST) as connection:
        rename = sql.SQL("alter database {} rename to {}")
        connection.execute(rename.format(sql.Identifier(making), sql.Identifier(name)))
    return name


def _fill(database: str) -> None:
    _succeed("migrate", database=database)
    for folder in sorted(places.agreements().glob("*/agreement.toml")):
        _succeed("agreement", "publish", str(folder.parent), database=database)


def _succeed(*words: str, database: str) -> None:
    done = command(*words, database=database)
    if done.returncode:
        raise RuntimeError(f"woonvrede {' '.join(words)}: {done.stdout}{done.stderr}")


def work_once() -> None:
    """Let the worker do what there is to do."""
    done = command("worker", "--once")
    assert done.returncode == 0, done.stderr
