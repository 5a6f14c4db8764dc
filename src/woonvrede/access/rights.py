# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
One policy, two readings: ``decide`` in Python for one case, ``may`` in SQL for a whole table.

Both multiply the same six-tuples: in this stage of this intervention of this agreement, this role
may do this with that.  They differ only in how they find *my roles in this case today*.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import BooleanField, F, Field, Func, Q
from django.db.models.expressions import RawSQL

from ..records.case import Case, Involvement
from .actor import Actor
from .given import SEE, Given, rights

# Where a member with some of these functions may do this: in plain SQL, because every list asks it.
PLACES = """
    select agreement, intervention, stage, role from records_right
    where verb = %s and thing = %s and functions && %s::varchar[]
"""
PLACE = ("agreement", "intervention", "stage", "role")


@dataclass(frozen=True)
class Decision:
    """Whether something may, and the section that says so (or that gives the nearest right)."""

    allowed: bool
    because: str


@dataclass(frozen=True)
class Standing:
    """What an actor may do in one case as it stands: the rights of their roles in this stage."""

    case: Case
    actor: Actor
    roles: frozenset[str]
    rights: tuple[Given, ...] = field(repr=False)
    seats: tuple[Involvement, ...] = field(repr=False, default=())
    tenure: str = ""
    landlord: str | None = None

    def allows(self, verb: str, thing: str) -> bool:
        """May this be done with at least some rows of this thing?"""
        return any(right.verb == verb and right.thing == thing for right in self.rights)

    def things(self, verb: str) -> frozenset[str]:
        """Everything with which this may be done, at least in some rows."""
        return frozenset(right.thing for right in self.rights if right.verb == verb)

    def told(self, *things: str) -> tuple[Given, ...]:
        """By which rights these things, as far as they may be seen, are told."""
        return tuple(right for right in self.rights if right.verb == SEE and right.thing in things)

    def sees_all_of(self, *things: str) -> bool:
        """May all of each of these be seen, and not only some rows?"""
        whole = {right.thing for right in self.told(*things) if not right.only}
        return whole.issuperset(things)

    def rows(self, verb: str) -> Q:
        """Select the rows (with category, party and recipients) with which this may be done."""
        ours = Q(recipient_ids__contains=[self.actor.party])
        return self.people(verb) | self._of(verb, "recipient", ours)

    def people(self, verb: str) -> Q:
        """Select the people with whom this may be done; a person has no recipients."""
        return self._of(verb, "", Q()) | self._of(verb, "own", Q(party=self.actor.party))

    def _of(self, verb: str, only: str, limit: Q) -> Q:
        things = {right.thing for right in self.rights if (right.verb, right.only) == (verb, only)}
        return Q(category__in=sorted(things)) & limit if things else Q(pk__in=[])


def roles(actor: Actor, case: Case, involvements: Iterable[Involvement], at: datetime) -> list[str]:
    """
    Return the roles that this actor plays in this case now.

    ``involvements`` are those of the case; a personal one counts for that person alone, a party's
    for the members whose functions, interventions and districts fit.
    """
    if actor.account in case.excluded_ids or not actor.works_on(case.intervention, case.district):
        return []
    playable = actor.plays(case.agreement)
    return [
        seat.role
        for seat in involvements
        if seat.party_id == actor.party
        and seat.account_id in (None, actor.account)
        and seat.role in playable
        and seat.since <= at
        and (seat.until is None or at < seat.until)
    ]


def standing(
    actor: Actor, case: Case, involvements: Sequence[Involvement], at: datetime
) -> Standing:
    """Judge everything that this actor may do in this case as it stands now."""
    mine = frozenset(roles(actor, case, involvements, at))
    by_place = rights(case.agreement, case.intervention)
    found = tuple(right for role in sorted(mine) for right in by_place.get((case.stage, role), ()))
    return Standing(case, actor, mine, found, tuple(involvements))


def decide(place: Standing, verb: str, thing: str) -> Decision:
    """Judge one question about one case; a refusal names the nearest right."""
    for right in place.rights:
        if right.verb == verb and right.thing == thing:
            return Decision(True, right.because)
    return Decision(False, _nearest(place, verb, thing))


def is_known(case: Case, verb: str, thing: str) -> bool:
    """Does the agreement give anybody, in any stage of this intervention, such a right at all?"""
    by_place = rights(case.agreement, case.intervention)
    return any(
        (right.verb, right.thing) == (verb, thing) for rows in by_place.values() for right in rows
    )


def may(actor: Actor, verb: str, thing: str, at: datetime) -> Q:
    """Select the involvements through which the actor may do this in their case."""
    place = Func(*map(F, PLACE), template="(%(expressions)s)", output_field=Field())
    given = RawSQL(PLACES, [verb, thing, sorted(actor.functions)])  # noqa: S611 - a fixed text
    return seats(actor, at) & Q(
        Func(
            place, given, template="%(expressions)s", arg_joiner=" in ", output_field=BooleanField()
        )
    )


def told_by(seats: Iterable[Involvement], *things: str) -> dict[int, list[Given]]:
    """Return by case the rights by which these seats, each one of the reader's, tell things."""
    found: dict[int, list[Given]] = {}
    for seat in seats:
        place = rights(seat.agreement, seat.intervention).get((seat.stage, seat.role), ())
        found.setdefault(seat.case_id, []).extend(
            right for right in place if right.verb == SEE and right.thing in things
        )
    return found


def seats(actor: Actor, at: datetime) -> Q:
    """Select the involvements that are this actor's now."""
    mine = (
        Q(party=actor.party, since__lte=at)
        & (Q(until=None) | Q(until__gt=at))
        & (Q(account=None) | Q(account=actor.account))
    )
    if actor.interventions:
        mine &= Q(intervention__in=actor.interventions)
    if actor.districts:
        mine &= Q(district__in=actor.districts)
    return mine


def _nearest(place: Standing, verb: str, thing: str) -> str:
    """Say in which other stage, or that only another role, has this right."""
    case = place.case
    others = [
        right
        for rows in rights(case.agreement, case.intervention).values()
        for right in rows
        if right.verb == verb and right.thing == thing
    ]
    mine = [right for right in others if right.role in place.roles]
    if mine:
        return f"Dit mag alleen in een andere fase van de casus ({mine[0].because})."
    if others:
        return f"Dit is aan een andere partij in deze casus ({others[0].because})."
    return "De overeenkomst geeft hiervoor niemand het recht."
