# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""``woonvrede agreement check``"""

import sys
from pathlib import Path

from woonvrede.jobs.commands import Asked, Commands


def register(commands: Commands) -> None:
    """Add the command."""
    does = "tell every fault of an agreement at once, and what to do about it"
    parser = commands.add("agreement check", run, does=does, role=None)
    parser.add_argument("path", type=Path, metavar="PATH", help="the folder of the agreement")


def run(asked: Asked) -> int:
    """Print the faults, one a line."""
    from woonvrede.jobs.sound import faults_in

    faults = faults_in(asked.path)
    for fault in faults:
        print(fault, file=sys.stderr)
    if not faults:
        print(f"{asked.path}: no faults")
    return 1 if faults else 0
