# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
A person's consent (AVG), which lets a party take part, and its withdrawal, which ends that.

Not to be confused with the corporation's permission.  Where it is asked, the agreement says so on
the invitation (§3.4: the buurtteam for families only after the client agreed).
"""

from datetime import date, datetime

from django.utils.timezone import localdate

from ...access.actor import Actor
from ...access.books import book
from ...access.door import enter_to_change
from ...access.given import INVITE, SEE
from ...access.refusals import Invalid, Refused
from ...records.case import Case
from ...records.permission import Consent
from ...records.person import Person
from ..consents import refuse_where_not_asked
from ..inviting import refuse_where_it_does_not_fit
from ..persons import people_of
from ..seats import current_seats, end_seats
from ..story.happenings import ConsentGiven, ConsentWithdrawn
from ..story.timeline import record
from ..writing import permitted


def give_consent(
    reference: str, person: int, role: str, day: date | None, *, actor: Actor, at: datetime
) -> Case:
    """
    Record that somebody agreed that a party in this role takes part.

    :raises ObjectDoesNotExist: if the actor may not know of the case, or the person is not in it
    :raises Refused: if the actor may not invite into this role here, no consent is asked for it, or
        a condition is not met
    :raises Invalid: if nobody is named, or the day is missing or lies in the future
    """
    place = enter_to_change(actor, reference, at=at, action=f"consent:{role}"[:60])
    permitted(place, INVITE, role)
    refuse_where_not_asked(place.case, role)
    refuse_where_it_does_not_fit(place.case, role, at)
    if not person:
        raise Invalid({"person": "Kies wie instemt."})
    if day is None or day > localdate(at):
        raise Invalid({"day": "Vul een dag in tot en met vandaag."})
    agreeing = Person.objects.get(people_of(place.case), place.people(SEE), pk=person)
    Consent.objects.create(
        case=place.case, person=agreeing, role=role, given_on=day, recorded_by_id=actor.account
    )
    label = book(place.case.agreement).role(role).label
    happening = ConsentGiven(role=label)
    record(happening, case=place.case, actor=actor, at=at, category=agreeing.category)
    return place.case


def withdraw_consent(reference: str, role: str, *, actor: Actor, at: datetime) -> Case:
    """
    Record that the consent for a role was withdrawn: whoever took part on it leaves at once.

    :raises ObjectDoesNotExist: if the actor may not know of the case
    :raises Refused: if the actor may not invite into this role here, or there is no consent
    """
    place = enter_to_change(actor, reference, at=at, action=f"withdraw:{role}"[:60])
    permitted(place, INVITE, role)
    case = place.case
    standing = Consent.objects.filter(case=case, role=role, withdrawn_on=None)
    categories = set(standing.values_list("person__category", flat=True))
    if not standing.update(withdrawn_on=localdate(at)):
        raise Refused("Er is geen instemming die kan worden ingetrokken.")
    words = ConsentWithdrawn(role=book(case.agreement).role(role).label)
    for category in sorted(categories):
        record(words, case=case, actor=actor, at=at, category=category)
    seats = [seat for seat in current_seats(case) if seat.role == role]
    end_seats(case, seats, actor=actor, at=at)
    return case
