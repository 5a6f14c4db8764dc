# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""``woonvrede agreement migrate``"""

import sys
from typing import TYPE_CHECKING

from woonvrede.jobs.commands import Asked, Commands, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from woonvrede.agreement.book import Agreement
    from woonvrede.jobs.moving import Tried


def register(commands: Commands) -> None:
    """Add the command."""
    does = "tell what becomes of running cases under a later version, and move them if asked"
    parser = commands.add("agreement migrate", run, does=does, role="worker")
    parser.add_argument("--from", dest="former", required=True, help="key of the former version")
    parser.add_argument("--to", dest="new", required=True, help="key of the later version")
    parser.add_argument("--carry-out", action="store_true", help="move them, not only tell")


def run(asked: Asked) -> int:
    """
    Tell in Dutch, as a named system actor, which is recorded; with --carry-out, move case by case.
    """
    from woonvrede.access.door import note_system
    from woonvrede.access.refusals import Refused
    from woonvrede.access.session import acting_as_system
    from woonvrede.casework.versions.plan import MOVES, plan
    from woonvrede.jobs.moving import carry_out, told
    from woonvrede.jobs.ready import refuse_unready

    refuse_unready()
    former, new = _version(asked.former), _version(asked.new)
    if former.partnership != new.partnership:
        raise Problem(f"{new.key} is no version of {former.key}: it is of another partnership.")
    try:
        with acting_as_system(MOVES):
            planned = plan(former, new)
            note_system(MOVES, f"{former.key}:{new.key}", cases=[each.case for each in planned])
    except Refused as undeclared:
        raise Problem(str(undeclared)) from undeclared
    print("\n".join(told(planned, former, new)))
    print(f"\nStart serve en worker opnieuw als zij al draaiden voordat {new.key} er was.")
    if not asked.carry_out:
        print("Er is niets veranderd. Met --carry-out gaan de casussen over die dat kunnen.")
        return 0
    _refuse_early(new)
    stayed = _carried_out(carry_out(planned, former, new), len(planned))
    if stayed:
        print(f"woonvrede: {stayed} cases stay under {former.key}.", file=sys.stderr)
    return 1 if stayed else 0


def _carried_out(cases: "Iterable[Tried]", of: int) -> int:
    """Tell of each case what became of it, and return how many stay where they are."""
    moved = stayed = 0
    try:
        for number, tried in enumerate(cases, start=1):
            moved, stayed = moved + tried.moved, stayed + bool(tried.why)
            print(f"  {number}/{of} {tried.reference} {tried.words}", flush=True)
    except BaseException:
        print(
            f"woonvrede: stopped. {moved} cases moved and remain so; "
            "the same command goes on with the others.",
            file=sys.stderr,
        )
        raise
    return stayed


def _version(key: str) -> "Agreement":
    from woonvrede.access.books import books

    if key not in books():
        raise Problem(f"There is no agreement {key} here: known are {', '.join(books())}.")
    return books()[key]


def _refuse_early(new: "Agreement") -> None:
    from django.utils.timezone import localdate

    if localdate() < new.term.since:
        raise Problem(f"{new.key} does not hold yet: it begins on {new.term.since}.")
