# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""``woonvrede migrate``"""

from pathlib import Path

from woonvrede.jobs.commands import Asked, Commands
from woonvrede.running.database import addresses, roles


def register(commands: Commands) -> None:
    """Add the command."""
    does = "bring the tables, policies and rights of the database up to date"
    commands.add("migrate", run, does=does, role="owner")


def run(asked: Asked) -> int:
    """Migrate as owner, then grant what the processes need."""
    from django.core.management import call_command
    from django.db import connection

    from woonvrede import records

    del asked
    roles.refuse_lacking(addresses.urls())
    call_command("migrate", interactive=False, verbosity=0)
    grants = Path(records.__file__).with_name("grants.sql").read_text(encoding="utf-8")
    with connection.cursor() as cursor:
        cursor.execute(grants)
    return 0
