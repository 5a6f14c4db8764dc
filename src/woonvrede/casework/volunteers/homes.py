# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
Where a volunteer lives and how they are called, as keyed hashes: to compare, never to read.

>>> street_match("Burg. Reigerstr.") == street_match("burg reigerstraat")
True
>>> phone_match("+31 30 000 00 01") == phone_match("030-0000001")
True
>>> phone_match("+31 (0)6 1234 5678") == phone_match("06-12345678")
True
"""

import re
import unicodedata

from ...access.keyed import keyed

AREA = re.compile(r"([1-9][0-9]{3})\s?(?:[A-Za-z]{2})?")
ABROAD = re.compile(r"^(?:\+|00)310?")


def street_match(street: str) -> str:
    """Return the hash of a street, however it was spelt."""
    letters = unicodedata.normalize("NFKD", street.casefold())
    plain = "".join(each for each in letters if each.isalnum())
    return keyed(f"street|{re.sub(r'str$', 'straat', plain)}")


def area_match(postcode: str) -> str:
    """Return the hash of the sub-district of a postcode: its four digits (decision 30)."""
    return keyed(f"area|{postcode.strip()[:4]}")


def phone_match(phone: str) -> str:
    """Return the hash of a telephone number; nothing for none."""
    digits = re.sub(r"[^0-9+]", "", phone)
    return keyed(f"phone|{ABROAD.sub('0', digits)}") if digits else ""


def email_match(email: str) -> str:
    """Return the hash of an e-mail address; nothing for none."""
    return keyed(f"email|{email.strip().casefold()}") if email.strip() else ""
