# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Commands run with Django set up and the database within reach."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import django as django_itself
import psycopg
from django.db import DEFAULT_DB_ALIAS, OperationalError, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.postgresql.base import DatabaseWrapper
from environs import EnvError

from woonvrede.running import keys
from woonvrede.running.database import addresses
from woonvrede.running.problem import Problem


def django(work: Callable[[], int]) -> int:
    """
    Do this work with the models loaded and the database up, and leave no connection open.

    :raises Problem: if the settings or the database do not allow it
    """
    keys.make_missing()
    with addresses.reachable():
        _load()
        try:
            return work()
        except (OperationalError, psycopg.OperationalError) as absent:
            raise Problem(f"The database does not answer: {_first_line(absent)}") from absent
        finally:
            close_connections()


@contextmanager
def connected_as(role: str) -> Iterator[None]:
    """
    Speak to the database as another of its roles during this block, by a connection of its own.

    :raises Problem: if the address of that role is not known here
    """
    other = connection_as(role)
    try:
        with speaking_through(other):
            yield
    finally:
        other.close()


def connection_as(role: str, **options: object) -> BaseDatabaseWrapper:
    """
    Return a connection as a role, opened when it is first used; whoever asks closes it.

    ``options`` are psycopg's; a connection that has any comes from no pool.

    :raises Problem: if the address of that role is not known here
    """
    own = connections[DEFAULT_DB_ALIAS]
    settings = {**own.settings_dict, **addresses.as_django_has_it(role)}
    if options:
        kept = {name: each for name, each in settings["OPTIONS"].items() if name != "pool"}
        settings["OPTIONS"] = {**kept, **options}
    return type(own)(settings, DEFAULT_DB_ALIAS)


@contextmanager
def speaking_through(other: BaseDatabaseWrapper) -> Iterator[None]:
    """Speak to the database by this connection during this block."""
    own = connections[DEFAULT_DB_ALIAS]
    connections[DEFAULT_DB_ALIAS] = other
    try:
        yield
    finally:
        connections[DEFAULT_DB_ALIAS] = own


def close_connections() -> None:
    """Close every connection, so that none is shared with a process forked off later."""
    for connection in connections.all():
        connection.close()
        if isinstance(connection, DatabaseWrapper):
            connection.close_pool()


def _load() -> None:
    try:
        django_itself.setup()
    except EnvError as unreadable:
        raise Problem(str(unreadable)) from unreadable


def _first_line(error: Exception) -> str:
    lines = str(error).strip().splitlines() or ["no reason given"]
    return lines[0]
