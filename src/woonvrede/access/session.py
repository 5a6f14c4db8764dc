# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The one place where a transaction learns for whom it runs."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from .actor import Actor


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


def _tell(name: str, value: object, other: str, another: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "select set_config(%s, %s, true), set_config(%s, %s, true)",
            [name, str(value), other, str(another)],
        )
