# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
Addresses: what people type in many ways is one address.

>>> key_of("3511ab", 12, "-a") == key_of("3511 AB", 12, "A")
True
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection

from ..access.keyed import keyed
from .texts import fault_of, is_filled

POSTCODE = re.compile(r"^[1-9][0-9]{3}[A-Z]{2}$")
BAG = re.compile(r"^[0-9]{16}$")
STREET, TOWN = 120, 80  # characters
# In their order: the first to name a dwelling says how its street and town are written.
DWELLINGS = """
    select records_dwelling_of(match, bag, postcode, number, suffix, street, town, district)
    from unnest(%s::text[], %s::text[], %s::text[], %s::integer[], %s::text[], %s::text[],
                %s::text[], %s::text[]) with ordinality
        as sought (match, bag, postcode, number, suffix, street, town, district, place)
    order by place
"""
NUMBER = re.compile(r"^([1-9][0-9]{0,4})[\s\-/]*([0-9A-Za-z\-\s/]{0,8})$")


@dataclass(frozen=True)
class Address:
    """An address as typed: ``number`` may carry its letter and addition, as in ``12-a``."""

    postcode: str
    number: str
    street: str
    town: str
    district: str
    bag: str = ""


def key_of(postcode: str, number: int, suffix: str) -> str:
    """Return one spelling for every way to write an address."""
    return f"{_plain(postcode)}|{number}|{_plain(suffix)}"


def match_of(postcode: str, number: int, suffix: str) -> str:
    """Return the keyed hash by which the dwelling at an address is found."""
    return keyed(key_of(postcode, number, suffix))


def dwellings_at(addresses: Sequence[Address]) -> list[int]:
    """
    Return the ids of the dwellings at sound addresses, which are remembered if they were not yet.

    Nobody learns whether they were: the answer is the same, and is shown in words of their own.
    The address decides; a BAG id only fills in a letter or addition that was left out.
    """
    columns = zip(*(_sought(address) for address in addresses), strict=True)
    with connection.cursor() as cursor:
        cursor.execute(DWELLINGS, [list(column) for column in columns])
        return [found for (found,) in cursor.fetchall()]


def in_words(address: Address) -> str:
    """Return street and number of a sound address, as people write them."""
    number, suffix = _house(address)
    return f"{address.street.strip()} {number}{suffix and ' ' + suffix}"


def place_of(address: Address) -> str:
    """Return postcode and town of a sound address, as people write them."""
    postcode = _plain(address.postcode)
    return f"{postcode[:4]} {postcode[4:]} {address.town.strip()}"


def faults_of(address: Address, *, field: str = "") -> dict[str, str]:
    """Return what cannot be read of an address, per field; names begin with ``field``."""
    checks = {
        "postcode": (
            POSTCODE.match(_plain(address.postcode)),
            "Vul een postcode in, zoals 3511 AB.",
        ),
        "number": (
            NUMBER.match(address.number.strip()),
            "Vul een huisnummer in, zoals 12 of 12-A.",
        ),
        "street": _filled(address.street, STREET, "Vul een straat in."),
        "town": _filled(address.town, TOWN, "Vul een plaats in."),
        "district": (address.district, "Kies een wijk."),
        "bag": (
            not address.bag or BAG.match(_plain(address.bag)),
            "Een BAG-nummer heeft 16 cijfers.",
        ),
    }
    return {f"{field}{name}": words for name, (good, words) in checks.items() if not good}


def _sought(address: Address) -> tuple[str | int | None, ...]:
    """Return by what a dwelling is found, and what is remembered of it."""
    number, suffix = _house(address)
    return (
        match_of(address.postcode, number, suffix),
        keyed(_plain(address.bag)) if address.bag else None,
        _plain(address.postcode),
        number,
        suffix,
        address.street.strip(),
        address.town.strip(),
        address.district,
    )


def _filled(text: str, most: int, otherwise: str) -> tuple[bool, str]:
    """Say whether a street or town can be kept, and what to say when it cannot."""
    return is_filled(text, most), fault_of(text, most) or otherwise


def _house(address: Address) -> tuple[int, str]:
    found = NUMBER.match(address.number.strip())
    assert found is not None
    return int(found[1]), _plain(found[2])


def _plain(text: str) -> str:
    return re.sub(r"[^0-9A-Z]", "", text.upper())
