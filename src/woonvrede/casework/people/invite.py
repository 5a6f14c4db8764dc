# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Inviting a party to take part in a case."""

from datetime import datetime

from ...access.actor import Actor
from ...access.books import book
from ...access.door import enter_to_change
from ...access.given import INVITE
from ...access.refusals import Invalid
from ...records.case import Case
from ...records.party import Party
from ..consents import refuse_without_consent
from ..inviting import refuse_where_it_does_not_fit
from ..seats import involve
from ..writing import chosen


def invite(reference: str, role: str, party: str, *, actor: Actor, at: datetime) -> Case:
    """
    Let a party take part in a role that the agreement lets this actor invite into.

    Partial signing is a ceiling: the agreement's check refuses such an invitation beforehand, and
    a party has to be there and bound on this day.

    :raises ObjectDoesNotExist: if the actor may not know of the case
    :raises Refused: if the actor may not invite into this role here, a condition is not met, a
        consent is missing, or the party is not bound
    :raises Invalid: if the party cannot play the role
    """
    place = enter_to_change(actor, reference, at=at, action=f"invite:{role}"[:60])
    chosen(place, INVITE, role, {"seat": "Kies een organisatie uit de lijst."})
    if party not in book(place.case.agreement).role(role).parties:
        raise Invalid({"seat": "Kies een organisatie uit de lijst."})
    refuse_where_it_does_not_fit(place.case, role, at)
    refuse_without_consent(place.case, role)
    involve(place.case, role, Party.objects.get(key=party), actor=actor, at=at)
    return place.case
