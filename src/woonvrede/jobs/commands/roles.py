# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""``woonvrede roles``"""

from woonvrede.jobs.commands import Asked, Commands
from woonvrede.running.database import roles


def register(commands: Commands) -> None:
    """Add the command."""
    does = "print the SQL with which an administrator makes the five roles of the database"
    commands.add("roles", run, does=does, role=None)


def run(asked: Asked) -> int:
    """Print the SQL."""
    del asked
    print(roles.statements(), end="")
    return 0
