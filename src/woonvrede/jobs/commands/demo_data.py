# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""``woonvrede demo-data``"""

import sys
from datetime import date, datetime, time

from woonvrede.jobs.commands import Asked, Commands, Problem
from woonvrede.running.progress import Progress


def register(commands: Commands) -> None:
    """Add the command."""
    does = "fill an empty installation with fictional people and cases"
    parser = commands.add("demo-data", run, does=does, role="app")
    parser.add_argument(
        "--small", action="store_true", help="the scenes alone, no city around them"
    )
    parser.add_argument(
        "--cases", type=int, metavar="N", help="then copy a city's homes in bulk up to N cases"
    )
    parser.add_argument(
        "--at", type=date.fromisoformat, metavar="DAY", help="as it was on this day"
    )


def run(asked: Asked) -> int:
    """Make the world, telling how far it is; a world that is there stays, or grows if asked."""
    from woonvrede.access.refusals import Refused
    from woonvrede.jobs.demo.city.read import cities
    from woonvrede.jobs.demo.crowded.grow import grow
    from woonvrede.jobs.demo.read import Malformed
    from woonvrede.jobs.demo.world import make_world

    growing, there = False, 0
    try:
        large = cities()
        world = make_world(_moment(asked.at), () if asked.small else large)
        told = 0
        with Progress("cases") as progress:
            for _, told, total in world:
                progress.tell(told, total)
        if not told:
            print("The world is there already, and stays as it is.")
        growing = True
        growth = grow(asked.cases, [city for city, _ in large]) if asked.cases else ()
        with Progress("cases") as progress:
            for there, total, rows in growth:
                progress.tell(there, max(there, total), f"{rows} rows")
        if growth:
            print(f"There are {there} cases.")
    except (Malformed, Refused) as refusal:
        print(f"woonvrede: {refusal}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        raise Problem(f"Stopped. {_stopped(growing, there)}") from None
    return 0


def _stopped(growing: bool, there: int) -> str:
    """Return what somebody has who stopped, and how to go on."""
    if not growing:
        return "This world is half: begin again with an empty database (make demo-reset)."
    kept = f"{there} cases are there" if there else "The world is whole"
    return f"{kept}; the same command goes on."


def _moment(day: date | None) -> datetime:
    from django.utils import timezone

    now = timezone.now()
    if day is None:
        return now
    at = timezone.make_aware(datetime.combine(day, time(17)))
    if at > now:
        raise Problem(f"The world ends in the past: {day} has not passed yet.")
    return at
