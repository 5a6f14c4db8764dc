# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""``woonvrede verify-log``"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from woonvrede.jobs.commands import Asked, Commands, Problem
from woonvrede.running.progress import Progress

if TYPE_CHECKING:
    from woonvrede.jobs.sealing.heads import Head
    from woonvrede.jobs.sealing.walk import Walked

# A moment in which nothing changes, and no function or table of somebody else's is found first.
STILL = (
    "set transaction isolation level repeatable read, read only; set local search_path = pg_catalog"
)


def register(commands: Commands) -> None:
    """Add the command."""
    does = "verify the sealed logs; ends with 0 when they are whole, 1 broken, 2 when unknown"
    parser = commands.add("verify-log", run, does=does, role="maintenance", unable=2)
    parser.add_argument("--heads", type=Path, help="folder with heads that you kept elsewhere")


def run(asked: Asked) -> int:
    """Walk both logs to the end, also when the first is broken; each needs a head of its own."""
    from django.db import transaction

    from woonvrede.jobs.sealing import heads
    from woonvrede.jobs.sealing.walk import LOGS

    if asked.heads and not asked.heads.is_dir():
        raise Problem(f"There is no folder {asked.heads}.")
    known = heads.known(asked.heads or heads.folder())
    with transaction.atomic():
        _ask(STILL)
        found = [_walk(log, known) for log in LOGS]
    for each in found:
        _say(each)
    # A copy was named to compare with, so that nothing was sealed yet is no excuse.
    unknown = [each.log for each in found if not each.heads and (each.sealed or asked.heads)]
    if any(each.broken for each in found):
        return 1
    if unknown:
        raise Problem(
            f"Of {' and '.join(f'records_{log}' for log in unknown)} no head is known outside the "
            "database: nobody can tell whether lines were cut off. Name your copies with --heads "
            "FOLDER."
        )
    return 0


def _walk(log: str, known: "Sequence[Head]") -> "Walked":
    from woonvrede.jobs.sealing.walk import walk

    with Progress(f"lines of records_{log}", sys.stderr) as progress:
        return walk(log, known, ask=_ask, tell=progress.tell)


def _say(walked: "Walked") -> None:
    for broken in walked.broken:
        print(f"woonvrede: {broken}", file=sys.stderr)
    if walked.unfit > 1:
        print(f"  records_{walked.log}: so in {walked.unfit} lines", file=sys.stderr)
    if walked.broken:
        return
    print(
        f"records_{walked.log}: {walked.sealed} lines are whole, {walked.heads} heads fit", end=""
    )
    if walked.erased:
        print(f", personal fields erased in {walked.erased}", end="")
    since = f", since {walked.since:%Y-%m-%d %H:%M:%S %Z}" if walked.since else ""
    print(f"; {walked.waiting} not yet sealed{since}")


def _ask(statement: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(statement, values or None)
        return cursor.fetchall() if cursor.description else []
