# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The one place where a transaction learns for whom it runs, and whether it may change anything."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import structlog
from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper
from psycopg import ClientCursor

from .actor import Actor

log = structlog.get_logger(__name__)

# Too long a wait for somebody else's lock, a deadlock, changes that cannot both be, and the second
# of something of which there is one.
HELD_UP = {"55P03", "40P01", "40001", "23505"}
Rows = Sequence[Mapping[str, Any]]

SETTINGS = "select set_config(%s, %s, true), set_config(%s, %s, true)"
# Read-only ends with the savepoint within which it was said; nothing else can take it back.
LOOK = f"savepoint look; {SETTINGS}, set_config('transaction_read_only', 'on', true)"
LOOKED = "release savepoint look; "

_later: ContextVar[dict[str, list[Mapping[str, Any]]] | None] = ContextVar("later", default=None)


@contextmanager
def acting(actor: Actor) -> Iterator[None]:
    """
    Run a transaction as this actor: the policies of the database let through what their circle
    may reach.

    The settings hold for this transaction alone, so a reused connection knows nobody.  It must be
    the outermost block: inside another transaction the former actor would still be known.
    """
    with transaction.atomic(durable=True):
        _tell("app.party", actor.party, "app.account", actor.account)
        yield


@contextmanager
def looking(actor: Actor) -> Iterator[None]:
    """
    Run a transaction as this actor that can change nothing: the database refuses it, from the
    first statement on.  What is written down (:func:`write_down`) is added at its very end, before
    anything is told to anybody.
    """
    with transaction.atomic(durable=True):
        _tell("app.party", actor.party, "app.account", actor.account, statement=LOOK)
        later: dict[str, list[Mapping[str, Any]]] = {}
        outer = _later.set(later)
        try:
            yield
        finally:
            _later.reset(outer)
        for number, (statement, rows) in enumerate(later.items()):
            _write("" if number else LOOKED, statement, rows)


def write_down(statement: str, rows: Rows) -> None:
    """
    Add rows by a statement that takes them as JSON, ``rows``: now, or where nothing can be
    changed, all together when everything was looked at.
    """
    later = _later.get()
    if later is None:
        _write("", statement, rows)
    else:
        later.setdefault(statement, []).extend(rows)


def is_held_up(error: BaseException | None) -> bool:
    """
    Did the database refuse only because somebody else is busy with the same at this moment?

    It is written in the log by what: a refusal that comes again and again is a mistake of ours.
    """
    cause = error and error.__cause__
    state = getattr(cause, "sqlstate", None)
    if state in HELD_UP:
        diagnosis = getattr(cause, "diag", None)
        log.warning("held up", state=state, by=getattr(diagnosis, "constraint_name", None))
    return state in HELD_UP


@contextmanager
def acting_as_system(name: str) -> Iterator[None]:
    """Run a transaction as a named system actor: it reaches figures, and no case."""
    with transaction.atomic(durable=True):
        _tell("app.system", name, "app.party", "")
        yield


@contextmanager
def acting_for_case(name: str, case: int) -> Iterator[None]:
    """Run a job as a named system actor for one case (database role worker)."""
    with transaction.atomic(durable=True):
        _tell("app.system", name, "app.case", case)
        yield


def _tell(
    name: str, value: object, other: str, another: object, *, statement: str = SETTINGS
) -> None:
    with _of_several() as cursor:
        cursor.execute(statement, [name, str(value), other, str(another)])


def _write(before: str, statement: str, rows: Rows) -> None:
    with _of_several() as cursor:
        cursor.execute(before + statement, {"rows": json.dumps(rows)})


def _of_several() -> CursorWrapper:
    """
    Return a cursor that fills in its values itself: the only kind that can send several statements
    at once, and so spare a page the time of the way to and fro.
    """
    cursor: Any = ClientCursor(connection.connection)
    logged = connection.queries_logged
    return connection.make_debug_cursor(cursor) if logged else connection.make_cursor(cursor)
