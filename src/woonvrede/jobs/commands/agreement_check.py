# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""``woonvrede agreement check``"""

import sys
from pathlib import Path

from woonvrede.jobs.commands import Asked, Commands

WAITS = "De controle kijkt verder als dit is verbeterd: wat eruit volgt, staat hier nog niet bij."


def register(commands: Commands) -> None:
    """Add the command."""
    does = "tell every fault of an agreement at once, and what to do about it"
    parser = commands.add("agreement check", run, does=does, role=None)
    parser.add_argument("path", type=Path, metavar="PATH", help="the folder of the agreement")


def run(asked: Asked) -> int:
    """
    Print the faults, one a line, and whether more is looked at once they are mended, and then the
    promises that are proven, all in Dutch.
    """
    from woonvrede.jobs.sound import examined

    checked = examined(asked.path)
    for fault in checked.faults:
        print(fault, file=sys.stderr)
    if checked.waits:
        print(WAITS, file=sys.stderr)
    if not checked.faults:
        print(f"{asked.path}: geen fouten")
    for proven in checked.proven:
        print(f"bewezen: {proven}")
    if not (checked.faults or checked.proven):
        print("geen beloften: er is niets bewezen")
    return 1 if checked.faults else 0
