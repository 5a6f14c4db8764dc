# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
Where a volunteer lives and how they are called, as keyed hashes: to compare, never to read.

Each is of one account: who reads the database does not see who live in the same street.

>>> street_match("Burg. Reigerstr.", of=1) == street_match("burg reigerstraat", of=1)
True
>>> street_match("Reigerstraat", of=1) == street_match("Reigerstraat", of=2)
False
>>> phone_match("+31 30 000 00 01", of=1) == phone_match("030-0000001", of=1)
True
>>> phone_match("+31 (0)6 1234 5678", of=1) == phone_match("06-12345678", of=1)
True
"""

import re
import unicodedata

from ...access.keyed import keyed

AREA = re.compile(r"([1-9][0-9]{3})\s?(?:[A-Za-z]{2})?")
ABROAD = re.compile(r"^(?:\+|00)310?")


def street_match(street: str, *, of: int) -> str:
    """Return the hash of a street, however it was spelt."""
    letters = unicodedata.normalize("NFKD", street.casefold())
    plain = "".join(each for each in letters if each.isalnum())
    return keyed(f"street|{of}|{re.sub(r'str$', 'straat', plain)}")


def area_match(postcode: str, *, of: int) -> str:
    """Return the hash of the sub-district of a postcode: its four digits (decision 30)."""
    return keyed(f"area|{of}|{postcode.strip()[:4]}")


def phone_match(phone: str, *, of: int) -> str:
    """Return the hash of a telephone number; nothing for none."""
    digits = re.sub(r"[^0-9+]", "", phone)
    return keyed(f"phone|{of}|{ABROAD.sub('0', digits)}") if digits else ""
