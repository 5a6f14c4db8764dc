# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Adding a person to a case."""

from datetime import datetime

from ...access.actor import Actor
from ...access.books import book
from ...access.door import enter_to_change
from ...access.given import WRITE
from ...access.refusals import Invalid, Refused
from ...records.case import Case
from ...records.person import Person
from ..story.happenings import PersonAdded
from ..story.timeline import record
from ..writing import permitted
from .newcomer import NewPerson, faults_of_person


def add_person(reference: str, person: NewPerson, *, actor: Actor, at: datetime) -> Case:
    """
    Add somebody to a case; what they are there decides who sees them.

    :raises ObjectDoesNotExist: if the actor may not know of the case
    :raises Refused: if the actor may not write this kind of data here
    :raises Invalid: if the role or the name is missing, or something cannot be kept
    """
    place = enter_to_change(actor, reference, at=at, action="add_person")
    roles = {each.key: each for each in book(place.case.agreement).person_roles}
    if not place.things(WRITE).intersection(each.category for each in roles.values()):
        raise Refused("In deze fase kunt u in deze casus niemand toevoegen.")
    if person.role not in roles:
        raise Invalid({"role": "Kies wie deze persoon is."})
    category = roles[person.role].category
    permitted(place, WRITE, category)
    if faults := faults_of_person(person):
        raise Invalid(faults)
    Person.objects.create(case=place.case, party_id=actor.party, category=category, **vars(person))
    happening = PersonAdded(role=roles[person.role].label)
    record(happening, case=place.case, actor=actor, at=at, category=category)
    return place.case
