# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Ending a party's part in a case, by who invited it or by the party itself."""

from datetime import datetime

from ...access.actor import Actor
from ...access.books import book
from ...access.door import enter_to_change
from ...access.given import INVITE
from ...access.refusals import Refused
from ...access.rights import Standing
from ...records.case import Case
from ..seats import current_seats, end_seats
from ..writing import permitted


def release(reference: str, role: str, party: str, *, actor: Actor, at: datetime) -> Case:
    """
    End a party's seat: others as far as the actor may invite into it, one's own always, unless
    it leads the case.

    :raises ObjectDoesNotExist: if the actor may not know of the case
    :raises Refused: if it is not the actor's to end, or there is no such seat
    """
    place = enter_to_change(actor, reference, at=at, action=f"release:{role}"[:60])
    own = party == actor.party_key and role in place.roles and not _is_personal(place, role)
    case = place.case
    if not own:
        permitted(place, INVITE, role)
    if role == book(case.agreement).interventions[case.intervention].lead:
        raise Refused("De partij die de regie heeft, kan niet uit de casus stappen.")
    seats = [seat for seat in current_seats(case) if (seat.role, seat.party.key) == (role, party)]
    if not seats:
        raise Refused("Deze organisatie doet niet mee in deze rol.")
    end_seats(case, seats, actor=actor, at=at)
    return case


def _is_personal(place: Standing, role: str) -> bool:
    """A personal seat is given to another, not left: the case would stand without anybody."""
    return book(place.case.agreement).role(role).personal
