# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Moving running cases to a later version, one transaction per case, and what is told of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from django.db import OperationalError
from django.utils import timezone

from ..access.session import acting_for_case, is_held_up
from ..agreement.book import Agreement
from ..agreement.moving.hindrances import Hindrance
from ..agreement.moving.told import Seen, because, changes
from ..casework.versions.move_over import Stays, move_over
from ..casework.versions.plan import MOVES, Group, Planned, groups

BUSY = "iemand is ermee bezig; voer dit nog eens uit"


@dataclass(frozen=True)
class Tried:
    """
    What came of one case: it moved, or ``why`` it stays.  Neither, when since the plan it was
    closed or another run moved it.
    """

    reference: str
    moved: bool = False
    why: str = ""

    @property
    def words(self) -> str:
        """What is told of it."""
        if self.why:
            return f"blijft: {self.why}"
        return "is over" if self.moved else "was intussen al gesloten of over: er is niets gedaan"


def carry_out(planned: Iterable[Planned], former: Agreement, new: Agreement) -> Iterator[Tried]:
    """
    Move the cases that can, each in a transaction of its own, and yield what came of each.  Whoever
    stops half-way can begin again: what moved has moved.
    """
    for each in planned:
        if each.stays:
            yield Tried(each.reference, why=_why(each, former, new))
        else:
            yield _move(each, former, new)


def told(planned: list[Planned], former: Agreement, new: Agreement) -> Iterator[str]:
    """
    Yield the report, in Dutch for the steering group: per stage how many cases and who may do more
    or less, then which are led by another party, and what stays.
    """
    stay = [each for each in planned if each.stays]
    led = [each for each in planned if each.leads and not each.stays]
    together = list(groups(planned, former, new))
    yield f"Lopende casussen van “{former.label}” ({former.key}) naar “{new.label}” ({new.key})"
    yield f"Kan over: {_cases(len(planned) - len(stay))}. Blijft: {_cases(len(stay))}."
    for group in together:
        was, now = Seen(former, group.was), Seen(new, group.now)
        yield ""
        yield f"{was.words} ({_cases(group.cases)}) wordt: {now.words}"
        yield from _differences(group, was, now)
    if any(each.difference.gained or each.difference.lost for each in together):
        yield ""
        yield "* hiervan staat iets in deze casussen"
    for each in led:
        yield ""
        yield f"{each.reference}: de regie gaat naar {new.labels['circles'][each.leads]}"
    for each in stay:
        yield ""
        yield f"{each.reference} blijft: {_why(each, former, new)}"


def _why(
    each: Planned, former: Agreement, new: Agreement, hindrances: Iterable[Hindrance] = ()
) -> str:
    was = Seen(former, (each.live.intervention, each.live.stage))
    return because(hindrances or each.hindrances, was, Seen(new, each.to))


def _move(each: Planned, former: Agreement, new: Agreement) -> Tried:
    try:
        with acting_for_case(MOVES, each.case):
            moved = move_over(each.case, former=former, new=new, at=timezone.now())
    except Stays as stays:
        return Tried(each.reference, why=_why(each, former, new, stays.hindrances))
    except OperationalError as error:
        if not is_held_up(error):
            raise
        return Tried(each.reference, why=BUSY)
    return Tried(each.reference, moved)


def _differences(group: Group, was: Seen, now: Seen) -> Iterator[str]:
    if not (group.difference.gained or group.difference.lost):
        yield "  iedereen mag wat die eerst mocht"
    for word, reaches, seen in (
        ("krijgt erbij", group.difference.gained, now),
        ("raakt kwijt", group.difference.lost, was),
    ):
        for (role, function), found in groupby(
            reaches, key=lambda each: (each.role, each.function)
        ):
            who = f"{seen.label('roles', role)} ({seen.label('functions', function)})"
            things = changes(found, seen, group.categories.keys())
            yield f"  {who}, in {_cases(group.roles[role])}, {word}: {things}"


def _cases(number: int) -> str:
    return f"{number} {'casus' if number == 1 else 'casussen'}"
