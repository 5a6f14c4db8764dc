# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Commands run with Django set up and the database within reach."""

from collections.abc import Callable

import django as django_itself
import psycopg
from django.db import OperationalError, connections
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
