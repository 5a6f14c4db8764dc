# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""No two entries of one list have the same name."""

from collections import Counter
from collections.abc import Iterator

from ..book import Agreement
from ..fault import Fault
from ..places import places


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
