# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every name can stand in an address, and no two entries of one list have the same."""

import re
from collections import Counter
from collections.abc import Iterator

from ...book import Agreement, CodeList, Entry, Indicator, Intervention, Keyed, Route
from ...fault import Fault
from ...places import places
from ...vocabulary import PAGES

KEY = re.compile("[a-z0-9][a-z0-9_-]*")
# What a figure is called stands in the text that was signed, also with capitals.
FIGURE = re.compile("[A-Za-z0-9][A-Za-z0-9_-]*")


def unfit_keys(agreement: Agreement) -> Iterator[Fault]:
    """Find names that no address can hold, and interventions called as another page is."""
    for place in places(agreement):
        fit = FIGURE if isinstance(place.of, Indicator) else KEY
        for key in _keys(place.of):
            if not fit.fullmatch(key):
                yield place.fault(
                    "unfit_key",
                    f"“{key}” kan geen naam zijn.",
                    "Gebruik kleine letters, cijfers, “_” en “-”.",
                )
        if isinstance(place.of, Intervention) and place.of.key in PAGES:
            yield place.fault(
                "unfit_key", f"“{place.of.key}” is al een andere pagina.", "Kies een andere naam."
            )


def _keys(entry: Entry) -> tuple[str, ...]:
    if isinstance(entry, CodeList):
        return (entry.key, *entry.codes)
    if isinstance(entry, Agreement):
        return entry.key, entry.partnership
    return (entry.key,) if isinstance(entry, Keyed | Route) else ()


def duplicate_keys(agreement: Agreement) -> Iterator[Fault]:
    """Find keys that stand twice in a list, and units that have the name of a party."""
    counted = Counter(
        (place.file, place.entry) for place in places(agreement) if getattr(place.of, "key", "")
    )
    parties = {party.key for party in agreement.parties}
    for place in places(agreement):
        twice = counted[place.file, place.entry] > 1 and place.depth > 0
        taken = place.entry.startswith("units.") and getattr(place.of, "key", "") in parties
        if twice or taken:
            yield place.fault(
                "duplicate_key", "Deze naam komt twee keer voor.", "Geef één van beide een andere."
            )
