# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
Citizen service numbers (BSN), which are kept nowhere (UAVG art. 46), also not in a text.

A number that only looks like one can be written in pairs, and so gets through.
"""

import re

REFUSED = (
    "Hier staat een nummer dat een burgerservicenummer (BSN) kan zijn. Dat mag hier niet staan. "
    "Haal het weg. Is het een ander nummer? Schrijf het dan in groepjes van twee cijfers."
)
# In one piece or as it stands on a document, and not the end of a telephone number abroad.
NINE = re.compile(
    r"(?<![0-9])(?<!\+[0-9]{2} )"
    r"(?:[0-9]{9}|[0-9]{3}([ .-])[0-9]{3}\1[0-9]{3}|[0-9]{4}([ .-])[0-9]{2}\2[0-9]{3})"
    r"(?![0-9])"
)
WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def holds_citizen_number(text: str) -> bool:
    """
    Does a text hold nine digits that pass the test of eleven?

    >>> holds_citizen_number("Het nummer is 1112.22.333.")
    True
    >>> holds_citizen_number("Bel 030-1112223 na 12 uur, huur 111222334.")
    False
    """
    return any(_passes(found[0]) for found in NINE.finditer(text))


def _passes(written: str) -> bool:
    digits = [int(each) for each in written if each.isdigit()]
    total = sum(weight * digit for weight, digit in zip(WEIGHTS, digits, strict=True))
    return any(digits) and total % 11 == 0
