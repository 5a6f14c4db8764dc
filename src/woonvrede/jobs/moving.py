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
from ..agreement.moving.hindrances import Hindrance, Why
from ..agreement.moving.reach import Reach
from ..casework.versions.move_over import Stays, move_over
from ..casework.versions.plan import MOVES, Group, Planned, groups

BECAUSE: dict[Why, str] = {
    "no_intervention": "there is no intervention {}",
    "no_stage": "there is no stage {}",
    "at_the_end": "the stage {} is a last one, and a case closes by a step alone",
    "ahead": "only a step leads to the stage {}",
    "other_purpose": "it would be for another purpose, {}",
    "other_tenure": "there this is not for a dwelling with the tenure {}",
    "no_lead": "nobody who takes part is {}, who leads there",
    "several_leads": "more than one party is {}, who leads there",
    "no_role": "there is no role {}",
    "not_a_party": "this party can no longer play its role ({})",
    "no_consent": "who is {} takes part without the consent that is asked there",
    "other_fact": "the fact {} is not there, or is something else",
    "other_register": "the register {} is not there, or is something else",
    "other_person_role": "who is {} is not there, or is guarded by another category",
    "no_category": "there is no category {}",
    "unseen": "nobody who takes part would know of it in the stage {}",
}


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
            return f"stays: {self.why}"
        return "moved" if self.moved else "was closed or moved meanwhile: nothing was done"


def carry_out(planned: Iterable[Planned], former: Agreement, new: Agreement) -> Iterator[Tried]:
    """
    Move the cases that can, each in a transaction of its own, and yield what came of each.  Whoever
    stops half-way can begin again: what moved has moved.
    """
    for each in planned:
        if each.stays:
            yield Tried(each.reference, why=reasons(each.hindrances))
        else:
            yield _move(each, former, new)


def told(planned: list[Planned], former: Agreement, new: Agreement) -> Iterator[str]:
    """
    Yield the report: per stage how many cases and who may do more or less, then which are led by
    another party, and what stays.
    """
    stay = [each for each in planned if each.stays]
    led = [each for each in planned if each.leads and not each.stays]
    yield f"{former.key} to {new.key}: {len(planned) - len(stay)} cases can move, {len(stay)} stay"
    for group in groups(planned, former, new):
        yield ""
        yield f"{' '.join(group.was)}, {group.cases} cases, to {' '.join(group.now)}"
        yield from _differences(group)
    if any(each.difference.gained or each.difference.lost for each in groups(planned, former, new)):
        yield ""
        yield "* something of this category was written in these cases"
    for each in led:
        yield ""
        yield f"{each.reference} will be led by {each.leads}"
    for each in stay:
        yield ""
        yield f"{each.reference} stays: {reasons(each.hindrances)}"


def reasons(hindrances: Iterable[Hindrance]) -> str:
    """Return why a case stays, in words; nothing if nothing hinders it."""
    return "; ".join(BECAUSE[each.why].format(each.name) for each in hindrances)


def _move(each: Planned, former: Agreement, new: Agreement) -> Tried:
    try:
        with acting_for_case(MOVES, each.case):
            moved = move_over(each.case, former=former, new=new, at=timezone.now())
    except Stays as stays:
        return Tried(each.reference, why=reasons(stays.hindrances))
    except OperationalError as error:
        if not is_held_up(error):
            raise
        return Tried(each.reference, why="somebody is busy with it: run this again")
    return Tried(each.reference, moved)


def _differences(group: Group) -> Iterator[str]:
    if not (group.difference.gained or group.difference.lost):
        yield "  everybody may what they did"
    for word, changes in (("gains", group.difference.gained), ("loses", group.difference.lost)):
        for (role, function), found in groupby(
            changes, key=lambda each: (each.role, each.function)
        ):
            things = ", ".join(_thing(each, group) for each in found)
            yield f"  {role} ({function}), in {group.roles[role]} cases, {word}: {things}"


def _thing(change: Reach, group: Group) -> str:
    star = "*" if change.verb == "see" and change.thing in group.categories else ""
    only = f" (only {change.only})" if change.only else ""
    return f"{change.verb} {change.thing}{star}{only}"
