# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""``woonvrede demo-data``"""

import sys

from woonvrede.jobs.commands import Asked, Commands


def register(commands: Commands) -> None:
    """Add the command."""
    does = "fill an empty installation with fictional people and cases"
    commands.add("demo-data", run, does=does, role="app")


def run(asked: Asked) -> int:
    """Make the world, with a line per case; a world that is there stays as it is."""
    from django.utils import timezone

    from woonvrede.access.refusals import Refused
    from woonvrede.jobs.demo.read import Malformed
    from woonvrede.jobs.demo.world import make_world

    del asked
    try:
        for title, done, total in make_world(timezone.now()):
            print(f"  {done}/{total} {title}", flush=True)
    except (Malformed, Refused) as refusal:
        print(f"woonvrede: {refusal}", file=sys.stderr)
        return 1
    return 0
