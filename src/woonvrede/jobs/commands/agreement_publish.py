# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""``woonvrede agreement publish``"""

import sys
from pathlib import Path

from woonvrede.jobs.commands import Asked, Commands, Problem


def register(commands: Commands) -> None:
    """Add the command."""
    does = "make the parties and rights of an agreement those of the database"
    parser = commands.add("agreement publish", run, does=does, role="owner")
    parser.add_argument("path", type=Path, metavar="PATH", help="the folder of the agreement")


def run(asked: Asked) -> int:
    """Publish a sound agreement; refuse another."""
    from woonvrede.access.publish import publish
    from woonvrede.agreement.apart import Entangled
    from woonvrede.agreement.fault import Unreadable
    from woonvrede.jobs.ready import UNSOUND
    from woonvrede.jobs.sound import faults_in

    told = faults_in(asked.path)
    for fault in told:
        print(fault, file=sys.stderr)
    if told:
        return 1
    try:
        agreement = publish(asked.path)
    except Unreadable as faults:  # another one of this installation, for this one is sound
        raise Problem(UNSOUND) from faults
    except Entangled as entangled:
        raise Problem(str(entangled)) from entangled
    print(
        f"woonvrede: {agreement.key} is published; restart serve and worker, which do not know it.",
        file=sys.stderr,
    )
    return 0
