# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sealing what was written: the database does it, and this keeps its heads elsewhere."""

from datetime import datetime

import structlog
from django.db import connection

from ...access.session import acting_as_system
from . import heads
from .heads import Head
from .walk import GENESIS, LOGS

log = structlog.get_logger(__name__)

SYSTEM = "seal"
BATCH = 5000  # lines per transaction
SEAL = "select sealed, ends_at, ends_in, follows from records_seal(%s, %s, %s, %s)"


def seal_waiting(at: datetime) -> int:
    """
    Seal every line that waits, note the new heads in the log of the process and in the file of the
    day, and return how many lines that were.

    A head that the chain no longer holds is never overwritten: it proves that lines are gone.

    :raises Problem: if a file of heads cannot be read; the lines are then sealed
    """
    total = sum(_seal_all(name) for name in LOGS)
    kept = {name: Head(name, 0, GENESIS) for name in LOGS} | heads.newest()
    ends = [end for name in LOGS if (end := _end_of(kept[name])).position > kept[name].position]
    if ends:
        heads.keep(ends, at)
    return total


def _seal_all(name: str) -> int:
    """Seal what waits in one log, a batch per transaction, and return how many lines that were."""
    total, sealed = 0, BATCH
    while sealed == BATCH:
        sealed, position, hashed, _ = _ask(Head(name, 0, GENESIS), BATCH)
        total += sealed
    if total:
        log.info("sealed", log=name, position=position, hash=bytes(hashed).hex(), lines=total)
    return total


def _end_of(kept: Head) -> Head:
    """Return where a chain ends; the head that was kept itself if the chain does not hold it."""
    _, position, hashed, follows = _ask(kept, 0)
    if not follows:
        log.error("the log does not hold its head", log=kept.log, position=kept.position)
        return kept
    return Head(kept.log, position, bytes(hashed))


def _ask(kept: Head, most: int) -> tuple[int, int, bytes, bool]:
    with acting_as_system(SYSTEM), connection.cursor() as cursor:
        cursor.execute(SEAL, [kept.log, most, kept.position, kept.hash])
        sealed, position, hashed, follows = cursor.fetchone()
    return sealed, position, hashed, follows
