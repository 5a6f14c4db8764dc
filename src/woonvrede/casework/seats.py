# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Seats in a case: the shared step of everything that lets a party take part, or ends it."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.timezone import localdate

from ..access.actor import Actor
from ..access.books import book
from ..access.refusals import Refused
from ..agreement.proof.bound import may_take_part
from ..records.case import Case, Involvement
from ..records.party import Party
from .story.happenings import Involved, Released
from .story.timeline import record
from .terms.later import leave


def involve(
    case: Case, role: str, party: Party, *, actor: Actor, at: datetime, account: int | None = None
) -> None:
    """
    Let a party, or one person of it, take part in a role from now on; again is harmless.

    :raises Refused: if the agreement does not give the party this role, or it is not bound that day
    """
    agreement = book(case.agreement)
    agreed = agreement.role(role)
    if party.key not in agreed.parties:
        raise Refused(f"{party.label} kan niet meedoen als {agreed.label} ({agreed.source}).")
    same = Involvement.objects.filter(
        case=case, role=role, party=party, account=account, until=None
    )
    if same.exists():
        return
    if not may_take_part(agreement, case.intervention, party.key, localdate(at)):
        raise Refused(f"{party.label} kan niet meedoen: opgevolgd, of tekende hier niet voor.")
    Involvement.objects.create(case=case, role=role, party=party, account_id=account, since=at)
    if account is None:
        happening = Involved(party.label, agreed.label, role_key=role, party_key=party.key)
        record(happening, case=case, actor=actor, at=at)


def end_seats(case: Case, seats: Iterable[Involvement], *, actor: Actor, at: datetime) -> None:
    """End these seats, the actor's own last: after that they may see no more."""
    agreement = book(case.agreement)
    for seat in sorted(seats, key=lambda seat: seat.party_id == actor.party):
        if seat.account_id is None:
            label = agreement.role(seat.role).label
            words = Released(seat.party.label, label, role_key=seat.role, party_key=seat.party.key)
            record(words, case=case, actor=actor, at=at)
        # By the clock of the database the end may still lie ahead: then its net is narrowed later.
        leave("seat_ends", at, case=case.pk, row=seat.pk)
        seat.until = at
        seat.save(update_fields=["until"])


def current_seats(case: Case) -> list[Involvement]:
    """Return the seats of a case that have not ended."""
    seats = Involvement.objects.filter(case=case, until=None)
    return list(seats.select_related("party", "account").order_by("pk"))
