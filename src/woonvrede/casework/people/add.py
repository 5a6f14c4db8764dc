# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Adding a person to a case."""

from dataclasses import dataclass
from datetime import datetime

from ...access.actor import Actor
from ...access.books import book
from ...access.door import enter_to_change
from ...access.given import WRITE
from ...access.refusals import Invalid, Refused
from ...records.case import Case
from ...records.person import Person
from ..citizen_number import REFUSED, holds_citizen_number
from ..story.happenings import PersonAdded
from ..story.timeline import record
from ..writing import permitted
from .reach import NO_EMAIL, NO_PHONE, is_email, is_phone

LONGEST = {"name": 160, "phone": 30, "email": 254, "contact_note": 200}
WORDS = ("name", "contact_note")


@dataclass(frozen=True)
class NewPerson:
    """Who it is, what they are in the case, and over which channels they may be reached."""

    role: str
    name: str
    phone: str = ""
    email: str = ""
    may_phone: bool = False
    may_voicemail: bool = False
    may_post: bool = False
    may_email: bool = False
    contact_note: str = ""


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
    _is_sound(person)
    Person.objects.create(case=place.case, party_id=actor.party, category=category, **vars(person))
    happening = PersonAdded(role=roles[person.role].label)
    record(happening, case=place.case, actor=actor, at=at, category=category)
    return place.case


def _is_sound(person: NewPerson) -> None:
    """Raise Invalid if the name is missing, or something cannot be kept."""
    errors = {name: REFUSED for name in WORDS if holds_citizen_number(getattr(person, name))}
    if not person.name.strip():
        errors["name"] = "Vul een naam in."
    if person.phone and not is_phone(person.phone):
        errors["phone"] = NO_PHONE
    if person.email and not is_email(person.email):
        errors["email"] = NO_EMAIL
    errors |= {
        name: f"Dit is te lang: gebruik ten hoogste {most} tekens."
        for name, most in LONGEST.items()
        if len(getattr(person, name)) > most
    }
    if errors:
        raise Invalid(errors)
