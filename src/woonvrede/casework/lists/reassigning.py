# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Giving the personal seats of several cases to another colleague: which, and to whom."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ObjectDoesNotExist
from django.utils.timezone import localdate

from ...access.actor import Actor, current_at
from ...access.books import book, in_force
from ...access.door import known_to, note_list
from ...agreement.book import Agreement, Intervention, Move
from ...records.account import Membership
from ...records.case import Involvement
from ..references import is_reference
from .filters import Choices, played_by
from .lines import CaseLine, lines

MOST = 25
ASSIGN = "assign"


@dataclass(frozen=True)
class ToGive:
    """One case: the step by which its seat is given, and who has that seat now."""

    reference: str
    title: str
    intervention: str
    stage: str
    step: str
    held_by: str


@dataclass(frozen=True)
class Reassigning:
    """The chosen cases as they stand, with their versions, and the colleagues to choose from."""

    cases: tuple[ToGive, ...]
    versions: dict[str, int]
    colleagues: Choices


def can_be_given(found: Iterable[CaseLine]) -> frozenset[str]:
    """Return the references of the cases of which the reader may give the seat to another now."""
    return frozenset(
        line.reference
        for line in found
        if any(step.key in line.moves for step in _steps(_intervention(line)))
    )


def read_reassigning(references: Collection[str], *, actor: Actor, at: datetime) -> Reassigning:
    """
    Return the chosen cases of which this actor may know; writes down that they looked.

    :raises ObjectDoesNotExist: if the agreement lets this actor give no seat to another, anywhere
    """
    agreement = in_force(localdate(at), actor.party_key)
    roles = _roles(actor, agreement)
    if not roles:
        raise ObjectDoesNotExist
    asked = [each for each in references if is_reference(each)][:MOST]
    known = known_to(actor, at=at).filter(case__reference__in=asked)
    found = lines(actor, set(known.values_list("case_id", flat=True)), at=at)
    note_list(actor, "reassign", cases={case: line.told() for case, line in found.items()})
    seats = Involvement.objects.filter(current_at(at), case__in=found, role__in=roles)
    held = {
        (seat.case_id, seat.role): seat.account.name
        for seat in seats.select_related("account")
        if seat.account
    }
    shown = sorted(found.items(), key=lambda each: asked.index(each[1].reference))
    return Reassigning(
        tuple(_to_give(case, line, held) for case, line in shown),
        {line.reference: line.version for line in found.values()},
        _colleagues(roles, actor, agreement, at),
    )


def _to_give(case: int, line: CaseLine, held: dict[tuple[int, str], str]) -> ToGive:
    """Tell of one case; where the step is not to be taken now, the verb will say why."""
    steps = _steps(_intervention(line))
    allowed = [step for step in steps if step.key in line.moves]
    step = next(iter((*allowed, *steps)), None)
    holder = held.get((case, step.role or ""), "") if step else ""
    key = step.key if step else ""
    return ToGive(line.reference, line.title, line.intervention, line.stage, key, holder)


def _intervention(line: CaseLine) -> Intervention:
    return book(line.agreement).interventions[line.key]


def _steps(intervention: Intervention) -> list[Move]:
    """Return the steps that give a seat anew and leave the case where it is."""
    return [step for step in intervention.moves if step.effect == ASSIGN and step.to is None]


def _roles(actor: Actor, agreement: Agreement) -> set[str]:
    """Return the roles of which this actor can give the seat."""
    played = set(played_by(actor, agreement))
    return {
        step.role
        for each in agreement.interventions.values()
        for step in _steps(each)
        if step.role and played.intersection(step.by)
    }


def _colleagues(roles: Iterable[str], actor: Actor, agreement: Agreement, at: datetime) -> Choices:
    """Return who of the circle can have such a seat at all; the verb judges each case."""
    functions = {function for role in roles for function in agreement.role(role).functions}
    found = Membership.objects.filter(
        current_at(at),
        party=actor.party,
        functions__overlap=sorted(functions),
        account__is_active=True,
    ).select_related("account")
    named = {str(each.account_id): each.account.name for each in found}
    return tuple(sorted(named.items(), key=lambda each: (each[1].lower(), each[0])))
