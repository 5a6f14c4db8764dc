# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Filters that somebody keeps under a name, for themselves or for everybody of their circle."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.timezone import localdate

from ...access.actor import Actor, current_at
from ...access.books import in_force
from ...access.refusals import Invalid, Refused
from ...records.account import Membership, SavedFilter
from ..citizen_number import REFUSED, holds_citizen_number

MOST = 20
MOST_SHARED = 20  # in one circle
LONGEST = 60


@dataclass(frozen=True)
class Saved:
    """A filter that was kept: by the reader (``mine``), or by somebody who ``left`` the circle."""

    number: int
    name: str
    codes: str
    shared: bool
    mine: bool
    left: bool


def saved_for(actor: Actor, *, at: datetime) -> tuple[Saved, ...]:
    """Return the filters that this actor kept, and those that who works in their circle shares."""
    found = _told(SavedFilter.objects.filter(party=actor.party), actor, at)
    return tuple(each for each in found if each.mine or (each.shared and not each.left))


def theirs_to_discard(actor: Actor, *, at: datetime) -> tuple[Saved, ...]:
    """
    Return the filters that this actor may throw away: their own, and for whom the others call
    when they want the circle (`contact_points`), also what anybody in it shares or ever shared.
    """
    return _told(_to_discard(actor, at), actor, at)


def save_filter(name: str, codes: str, *, shared: str, actor: Actor, at: datetime) -> None:
    """
    Keep a filter under a name, for oneself (``shared`` is "nee") or for one's circle ("ja").

    :raises Invalid: if the name is missing, too long, taken or holds what may not stand there, or
        it is not said for whom it is kept
    :raises Refused: if this person keeps, or this circle shares, as many as there is room for
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
    if shared == "ja" and sum(each.shared for each in saved_for(actor, at=at)) >= MOST_SHARED:
        raise Refused(
            f"In uw organisatie zijn al {MOST_SHARED} filters gedeeld. Bewaar dit filter alleen "
            "voor uzelf, of laat er eerst een weggooien."
        )
    SavedFilter.objects.create(
        account_id=actor.account,
        party_id=actor.party,
        name=name,
        codes=codes,
        shared=shared == "ja",
        at=at,
    )


def discard_filter(number: int, *, actor: Actor, at: datetime) -> None:
    """
    Throw a filter away.

    :raises ObjectDoesNotExist: if there is no such filter that is theirs to throw away
    """
    _to_discard(actor, at).get(pk=number).delete()


def _told(found: QuerySet[SavedFilter], actor: Actor, at: datetime) -> tuple[Saved, ...]:
    here = Membership.objects.filter(
        current_at(at),
        account=OuterRef("account"),
        party=OuterRef("party"),
        account__is_active=True,
    )
    rows = found.annotate(left=~Exists(here)).order_by("name", "pk")
    columns = ("pk", "name", "codes", "shared", "account", "left")
    return tuple(
        Saved(pk, name, codes, shared, account == actor.account, left)
        for pk, name, codes, shared, account, left in rows.values_list(*columns)
    )


def _to_discard(actor: Actor, at: datetime) -> QuerySet[SavedFilter]:
    points = in_force(localdate(at), actor.party_key).contact_points
    speaks = any(
        point.party == actor.party_key and actor.functions.intersection(point.functions)
        for point in points
    )
    mine = Q(account=actor.account)
    found = SavedFilter.objects.filter(party=actor.party)
    return found.filter(mine | Q(shared=True) if speaks else mine)


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
