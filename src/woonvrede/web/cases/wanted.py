# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which cases an address asks for, in codes alone."""

from urllib.parse import urlencode

from django.http import QueryDict

from ...casework.lists.filters import Filter, Wanted

# How each filter is called in the address.
NAMES = {
    "intervention": "aanpak",
    "stage": "fase",
    "district": "wijk",
    "role": "rol",
    "term": "termijn",
    "outcome": "afloop",
    "lead": "regie-bij",
    "party": "partij",
    "sort": "volgorde",
}
CLOSED = {"stand": "afgesloten"}
OURS = {"regie": "ons"}
QUIET = {NAMES["sort"]: "stilste"}


def wanted_in(asked: QueryDict) -> Wanted:
    """Return which cases an address asks for."""
    closed = asked.get("stand") == CLOSED["stand"]
    return Wanted(
        **{key: asked.get(name, "") for key, name in NAMES.items()},
        in_charge=not closed and asked.get("regie") == OURS["regie"],
        closed=closed,
        after=asked.get("na", ""),
    )


def codes_of(wanted: Wanted, filters: tuple[Filter, ...]) -> str:
    """Return what was chosen as the end of an address: codes alone, and none but those offered."""
    chosen = {NAMES[each.key]: each.chosen for each in filters if each.chosen}
    more = CLOSED if wanted.closed else OURS if wanted.in_charge else {}
    return urlencode(chosen | more)
