# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Keeping a person out of a case: own address, family, conflict of interest."""

from datetime import datetime

from django.db.models import Q

from ...access.actor import Actor, current_at
from ...access.books import book
from ...access.door import enter_to_change
from ...access.refusals import Invalid, Refused
from ...access.rights import Standing
from ...records.account import Membership
from ...records.case import Case, Exclusion
from ...records.report import Report
from ..story.happenings import Excluded
from ..story.timeline import record

REASONS = {
    "own_address": "Woont er zelf of in de buurt",
    "family": "Familie of vriend",
    "conflict_of_interest": "Ander belang",
}


def exclude(reference: str, account: int, reason: str, *, actor: Actor, at: datetime) -> Case:
    """
    Keep a colleague, or oneself, out of a case from now on; it beats every right.

    Who leads the case may exclude whoever works for a party that takes part or reported; everybody
    may step aside.

    :raises ObjectDoesNotExist: if the actor may not know of the case
    :raises Refused: if it is somebody else and the actor does not lead, or they are out already
    :raises Invalid: if the person or the reason is not one of the list
    """
    place = enter_to_change(actor, reference, at=at, action="exclude")
    case = place.case
    if account not in (0, actor.account) and not _leads(place):
        raise Refused("Alleen wie de regie heeft, kan een ander buiten de casus plaatsen.")
    if account in _kept_out(case):
        raise Refused("Deze persoon is al buiten deze casus geplaatst.")
    known = {actor.account, *(member.account_id for member in others(place, at))}
    _is_sound(known, account, reason)
    record(Excluded(reason=reason), case=case, actor=actor, at=at)
    Exclusion.objects.create(case=case, account_id=account, reason=reason, since=at)
    return case


def others(place: Standing, at: datetime) -> list[Membership]:
    """
    Return whom this actor may exclude besides oneself: who leads, whoever works for a party that
    takes part now, or that knows of the case by a report of its own.
    """
    if not _leads(place):
        return []
    taking_part = {seat.party_id for seat in place.seats if seat.until is None or seat.until > at}
    reporting = Report.objects.filter(case=place.case).values("reporter")
    knowing = Q(party__in=taking_part) | Q(party__in=reporting)
    found = Membership.objects.filter(knowing, current_at(at), account__is_active=True).exclude(
        account__in=[place.actor.account, *_kept_out(place.case)]
    )
    return list(found.select_related("account", "party").order_by("party__label", "account__name"))


def _kept_out(case: Case) -> list[int]:
    """
    Return who was kept out here.  Whoever was kept out of another case about this home can be
    kept out here too: a refusal would tell that the other is there.
    """
    return list(Exclusion.objects.filter(case=case).values_list("account", flat=True))


def _leads(place: Standing) -> bool:
    """Does this actor play the part that leads the case?"""
    case = place.case
    return book(case.agreement).interventions[case.intervention].lead in place.roles


def _is_sound(known: set[int], account: int, reason: str) -> None:
    """Raise Invalid with a sentence for whichever was not chosen from its list."""
    errors = {}
    if account not in known:
        errors["account"] = "Kies een persoon uit de lijst."
    if reason not in REASONS:
        errors["reason"] = "Kies een reden uit de lijst."
    if errors:
        raise Invalid(errors)
