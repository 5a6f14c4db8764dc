# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""References of cases and reports: random, so that they tell nothing."""

import re
import secrets
from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from django.db import IntegrityError, transaction
from psycopg import errors

T = TypeVar("T")

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTVWXYZ"
TRIES = 5
SHAPE = re.compile(rf"[0-9]{{4}}-[{ALPHABET}]{{4}}-[{ALPHABET}]{{2}}")


def with_reference(make: Callable[[str], T], at: datetime) -> T:
    """
    Make something under a new reference; see :func:`with_references`.

    :raises IntegrityError: if something else than the reference is wrong
    """
    return with_references(lambda names: make(names[0]), 1, at)


def with_references(make: Callable[[list[str]], T], number: int, at: datetime) -> T:
    """
    Make some things, each under a new reference.

    The rare one that is taken is passed over: nobody may ask which references exist, so the
    database's refusal is the only answer.

    :raises IntegrityError: if something else than the reference is wrong
    """
    for _ in range(TRIES - 1):
        try:
            with transaction.atomic():
                return make([new_reference(at) for _ in range(number)])
        except IntegrityError as refused:
            if not _is_taken(refused):
                raise
    return make([new_reference(at) for _ in range(number)])


def new_reference(at: datetime, choice: Callable[[str], str] = secrets.choice) -> str:
    """
    Return a reference such as ``2026-7KQ4-M2``: the year, and nearly 30 bits of chance.

    No serial number, no city, no kind; no vowels but A and E, and nothing that looks alike.
    """
    chance = "".join(choice(ALPHABET) for _ in range(6))
    return f"{at.year}-{chance[:4]}-{chance[4:]}"


def is_reference(text: str) -> bool:
    """
    Can this be a reference?  Anything else need not be looked for.

    >>> is_reference("2026-7KQ4-M2"), is_reference("2026-7KQ4-M2; drop")
    (True, False)
    """
    return SHAPE.fullmatch(text) is not None


def _is_taken(refused: IntegrityError) -> bool:
    cause = refused.__cause__
    name = cause.diag.constraint_name if isinstance(cause, errors.UniqueViolation) else ""
    return "reference" in (name or "")
