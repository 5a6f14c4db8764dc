# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Filters that somebody keeps under a name, for themselves or for everybody of their circle."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from ...access.actor import Actor
from ...access.refusals import Invalid, Refused
from ...records.account import SavedFilter
from ..citizen_number import REFUSED, holds_citizen_number

MOST = 20
LONGEST = 60


@dataclass(frozen=True)
class Saved:
    """A filter that was kept; only who kept it (``mine``) can throw it away."""

    number: int
    name: str
    codes: str
    shared: bool
    mine: bool


def saved_for(actor: Actor) -> tuple[Saved, ...]:
    """Return the filters that this actor kept, and those that others of their circle share."""
    found = SavedFilter.objects.filter(party=actor.party).order_by("name", "pk")
    return tuple(
        Saved(each.pk, each.name, each.codes, each.shared, each.account_id == actor.account)
        for each in found
        if each.shared or each.account_id == actor.account
    )


def save_filter(name: str, codes: str, *, shared: str, actor: Actor, at: datetime) -> None:
    """
    Keep a filter under a name, for oneself (``shared`` is "nee") or for one's circle ("ja").

    :raises Invalid: if the name is missing, too long, taken or holds what may not stand there, or
        it is not said for whom it is kept
    :raises Refused: if this person keeps as many as there is room for
    """
    name = " ".join(name.split())
    mine = _mine(actor)
    errors = {
        "name": _fault_in(name, mine),
        "shared": "" if shared in ("ja", "nee") else "Kies voor wie het filter is.",
    }
    if any(errors.values()):
        raise Invalid({field: error for field, error in errors.items() if error})
    if mine.count() >= MOST:
        raise Refused(f"U hebt al {MOST} filters bewaard. Gooi er eerst een weg.")
    SavedFilter.objects.create(
        account_id=actor.account,
        party_id=actor.party,
        name=name,
        codes=codes,
        shared=shared == "ja",
        at=at,
    )


def discard_filter(number: int, *, actor: Actor) -> None:
    """
    Throw a filter away.

    :raises ObjectDoesNotExist: if this person did not keep such a filter for this circle
    """
    _mine(actor).get(pk=number).delete()


def _mine(actor: Actor) -> QuerySet[SavedFilter]:
    return SavedFilter.objects.filter(account=actor.account, party=actor.party)


def _fault_in(name: str, mine: QuerySet[SavedFilter]) -> str:
    if not name:
        return "Geef het filter een naam."
    if len(name) > LONGEST:
        return f"Gebruik ten hoogste {LONGEST} tekens."
    if holds_citizen_number(name):
        return REFUSED
    return "U hebt al een filter met deze naam." if mine.filter(name=name).exists() else ""
