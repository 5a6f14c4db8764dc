# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Somebody new in a report or a case, and what cannot be kept of them."""

from dataclasses import dataclass

from ...agreement.values import UNWRITTEN
from ..citizen_number import REFUSED, holds_citizen_number
from .reach import NO_EMAIL, NO_PHONE, is_email, is_phone

LONGEST = {"name": 160, "phone": 30, "email": 254, "contact_note": 200}  # characters
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


def faults_of_person(person: NewPerson, *, field: str = "") -> dict[str, str]:
    """Return what is missing or cannot be kept, per field; names begin with ``field``."""
    told = {name: getattr(person, name).strip() for name in LONGEST}
    faults = {name: REFUSED for name in WORDS if holds_citizen_number(told[name])}
    if not told["name"]:
        faults["name"] = "Vul een naam in."
    if told["phone"] and not is_phone(told["phone"]):
        faults["phone"] = NO_PHONE
    if told["email"] and not is_email(told["email"]):
        faults["email"] = NO_EMAIL
    for name, most in LONGEST.items():
        if len(told[name]) > most:
            faults[name] = f"Dit is te lang: gebruik ten hoogste {most} tekens."
        elif UNWRITTEN.search(told[name]):
            faults[name] = "Typ dit opnieuw."
    return {f"{field}{name}": words for name, words in faults.items()}
