# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""``woonvrede migrate``"""

from pathlib import Path

from woonvrede.jobs.commands import Asked, Commands, Problem
from woonvrede.running.database import addresses, roles


def register(commands: Commands) -> None:
    """Add the command."""
    does = "bring the tables, policies and rights of the database up to date"
    commands.add("migrate", run, does=does, role="owner")


def run(asked: Asked) -> int:
    """
    Migrate as owner, then grant what the processes need; refuse tables that were made otherwise.
    """
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    from woonvrede import records
    from woonvrede.jobs import made_by
    from woonvrede.jobs.ready import EARLIER

    del asked
    roles.refuse_lacking(addresses.urls())
    executor = MigrationExecutor(connection)
    done = not executor.migration_plan(executor.loader.graph.leaf_nodes())
    if done and made_by.another():
        raise Problem(EARLIER)
    call_command("migrate", interactive=False, verbosity=0)
    grants = Path(records.__file__).with_name("grants.sql").read_text(encoding="utf-8")
    with connection.cursor() as cursor:
        cursor.execute(grants)
    made_by.sign()
    return 0
