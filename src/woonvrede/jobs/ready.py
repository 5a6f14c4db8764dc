# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether the database is the one that this version and these agreements need."""

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from woonvrede.access.publish import stale
from woonvrede.agreement.apart import Entangled
from woonvrede.agreement.fault import Unreadable
from woonvrede.jobs import made_by
from woonvrede.running.problem import Problem

UNSOUND = "An agreement is not sound: run woonvrede agreement check."
EARLIER = (
    "The database was made by an earlier version, whose tables cannot be brought up to date: "
    "for a demo run make demo-reset."
)


def refuse_unready() -> None:
    """
    Refuse to run beside rights other than those of the books.

    :raises Problem: if migrations were not carried out, or are other ones by now, or an agreement
        is not published as it is
    """
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise Problem("The tables are not up to date: run woonvrede migrate.")
    if made_by.another():
        raise Problem(EARLIER)
    try:
        old = stale()
    except DatabaseError as forbidden:
        raise Problem("The rights cannot be read: run woonvrede migrate.") from forbidden
    except Unreadable as faults:
        raise Problem(UNSOUND) from faults
    except Entangled as entangled:
        raise Problem(str(entangled)) from entangled
    if old:
        raise Problem(
            f"The rights in the database are not those of {', '.join(old)}: "
            "run woonvrede agreement publish for each."
        )
