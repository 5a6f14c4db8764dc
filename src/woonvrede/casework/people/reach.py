# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""How somebody can be reached, judged as it is typed."""

import re

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

NO_PHONE = (
    "Vul een heel telefoonnummer in, zoals 06-12345678 of 030-1234567. "
    "Een nummer uit het buitenland begint met een plus."
)
NO_EMAIL = "Vul een heel e-mailadres in, zoals naam@voorbeeld.nl."
BETWEEN = re.compile(r"[\s()./-]")
PHONE = re.compile(r"0[1-9][0-9]{8}|(?:\+|00)[1-9][0-9]{6,13}")


def is_phone(text: str) -> bool:
    """
    Can this number be called?

    >>> is_phone("(030) 123 45 67"), is_phone("+31 6 1234 5678"), is_phone("061234")
    (True, True, False)
    """
    return bool(PHONE.fullmatch(BETWEEN.sub("", text)))


def is_email(text: str) -> bool:
    """Can mail be sent to this address?"""
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True
