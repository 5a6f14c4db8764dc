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
    total, ends = 0, []
    kept = {name: Head(name, 0, GENESIS) for name in LOGS} | heads.newest()
    for name in LOGS:
        sealed, end, follows = _seal(kept[name])
        total += sealed
        if sealed:
            log.info("sealed", log=name, position=end.position, hash=end.hash.hex(), lines=sealed)
        if not follows:
            log.error("the log does not hold its head", log=name, position=kept[name].position)
        elif end.position > kept[name].position:
            ends.append(end)
    if ends:
        heads.keep(ends, at)
    return total


def _seal(kept: Head) -> tuple[int, Head, bool]:
    """Return how many lines were sealed, where the chain ends, and if it holds the head kept."""
    total, sealed = 0, BATCH
    while sealed == BATCH:
        with acting_as_system(SYSTEM), connection.cursor() as cursor:
            cursor.execute(SEAL, [kept.log, BATCH, kept.position, kept.hash])
            sealed, position, hashed, follows = cursor.fetchone()
        total += sealed
    return total, Head(kept.log, position, bytes(hashed)), follows
