# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Cases as lines of a list, each as far as its reader may see it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from itertools import starmap
from typing import NamedTuple

from django.utils.timezone import localdate

from ...access.actor import Actor
from ...access.books import book
from ...access.given import MOVE, SEE, Given, rights
from ...access.rights import seats
from ...records.case import Involvement
from ..page.dutch import ago, short


class _Seat(NamedTuple):
    """One of the reader's seats, with what a line shows of its case."""

    case: int
    role: str
    quiet_since: date
    due: date | None
    agreement: str
    intervention: str
    stage: str
    district: str
    reference: str
    closed_at: datetime | None
    address: str
    version: int


COLUMNS = (
    "case_id",
    "role",
    "quiet_since",
    "due",
    *(f"case__{name}" for name in _Seat._fields[4:]),
)


@dataclass(frozen=True)
class CaseLine:
    """
    One case in a list; ``agreement`` and ``key`` are those of its intervention.

    ``address`` and ``district`` are empty for who may not see the dwelling; ``moves`` are the steps
    that are its reader's to take as it stands, which conditions may still refuse.
    ``by`` is the day of the first term, in words; ``quiet_since`` that on which somebody last did
    something in it that its reader may see, and ``quiet`` how long ago that is.
    """

    reference: str
    agreement: str
    key: str
    intervention: str
    stage: str
    roles: tuple[str, ...]
    due: date | None
    closed: bool
    address: str
    district: str
    version: int
    moves: frozenset[str]
    given: tuple[Given, ...] = field(repr=False)
    by: str = ""
    quiet_since: date | None = None
    quiet: str = ""

    @property
    def sees(self) -> frozenset[str]:
        """What its reader may see of the case."""
        return frozenset(right.thing for right in self.given)

    def sees_all_of(self, *things: str) -> bool:
        """May its reader see all of each of these, and not only some rows?"""
        return {right.thing for right in self.given if not right.only}.issuperset(things)

    def told(self, *things: str) -> list[Given]:
        """By which rights a line tells that the case is there, where, and these things beside."""
        return self.counted("dwelling", *things)

    def counted(self, *things: str) -> list[Given]:
        """By which rights a number tells that the case is there, and these things alone."""
        shown = {"process", *things}
        return [right for right in self.given if right.thing in shown]

    def told_for(self, purpose: str, *things: str) -> list[Given]:
        """By which rights for one purpose a line tells all of that; none if a part has no such."""
        told = self.told(*things)
        meant = [right for right in told if right.purpose == purpose]
        return meant if {each.thing for each in meant} == {each.thing for each in told} else []

    @property
    def title(self) -> str:
        """What the line is called."""
        return self.address or self.intervention


def lines(actor: Actor, cases: Collection[int], *, at: datetime) -> dict[int, CaseLine]:
    """
    Return a line for each of these cases of which the actor may know, in one question.

    What a line shows is judged in memory, by the same rights.
    """
    if not cases:
        return {}
    mine: dict[int, list[_Seat]] = {}
    found = Involvement.objects.filter(seats(actor, at), case__in=cases).order_by("pk")
    playable = cache(actor.plays)
    for seat in starmap(_Seat, found.values_list(*COLUMNS)):
        if seat.role in playable(seat.agreement):
            mine.setdefault(seat.case, []).append(seat)
    today = localdate(at)
    made = {case: _line(held, today) for case, held in mine.items()}
    return {case: line for case, line in made.items() if "process" in line.sees}


def by_which_rights(
    lines: Mapping[int, CaseLine], told: Iterable[tuple[int, str]]
) -> dict[int, list[Given]]:
    """Return by which rights these things are told beside the line of their case."""
    things: dict[int, set[str]] = {}
    for case, thing in told:
        things.setdefault(case, set()).add(thing)
    return {case: lines[case].told(*kinds) for case, kinds in things.items()}


def _line(mine: list[_Seat], today: date) -> CaseLine:
    case, agreement = mine[0], book(mine[0].agreement)
    place = rights(case.agreement, case.intervention)
    given = [right for seat in mine for right in place.get((case.stage, seat.role), ())]
    seen = tuple(right for right in given if right.verb == SEE)
    intervention = agreement.interventions[case.intervention]
    due = min((seat.due for seat in mine if seat.due), default=None)
    dwelling = any(right.thing == "dwelling" for right in seen)
    return CaseLine(
        reference=case.reference,
        agreement=case.agreement,
        key=case.intervention,
        intervention=intervention.label,
        stage=intervention.stage(case.stage).label,
        roles=tuple(dict.fromkeys(agreement.role(seat.role).label for seat in mine)),
        due=due,
        closed=case.closed_at is not None,
        address=case.address if dwelling else "",
        district=agreement.labels["districts"].get(case.district, "") if dwelling else "",
        version=case.version,
        moves=frozenset(right.thing for right in given if right.verb == MOVE),
        given=seen,
        by=short(due, today) if due else "",
        quiet_since=(quiet_since := max(seat.quiet_since for seat in mine)),
        quiet=ago(quiet_since, today),
    )
