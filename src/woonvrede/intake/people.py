# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The people of a report, before they are kept."""

from ..casework.people.add import NewPerson
from ..casework.people.reach import NO_EMAIL, is_email
from .texts import is_filled, is_writable

NAME, PHONE, EMAIL, NOTE = 160, 30, 254, 200  # characters


def faults_of_person(person: NewPerson, *, field: str) -> dict[str, str]:
    """Return what cannot be kept of somebody, per field; names begin with ``field``."""
    checks = {
        "name": (is_filled(person.name, NAME), "Vul een naam in."),
        "phone": (is_writable(person.phone, PHONE), "Dit telefoonnummer is te lang."),
        "email": (_is_address(person.email), NO_EMAIL),
        "contact_note": (is_writable(person.contact_note, NOTE), "Houd dit kort: 200 tekens."),
    }
    return {f"{field}{name}": words for name, (good, words) in checks.items() if not good}


def _is_address(email: str) -> bool:
    return not email or (is_email(email) and len(email) <= EMAIL)
