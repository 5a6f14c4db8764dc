# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""A promise says what it is about, and nothing that its kind does not look at."""

from collections.abc import Iterator

from ..book import Agreement, Promise
from ..fault import Fault
from ..places import places
from ..vocabulary import ABOUT

NAMING = ("interventions", "tenures", "categories", "roles")


def promised(agreement: Agreement) -> Iterator[Fault]:
    """Find promises that lack the names that go with their kind, or have others."""
    for place in places(agreement):
        if not isinstance(place.of, Promise):
            continue
        must, may = ABOUT[place.of.kind]
        for word in NAMING:
            named = bool(getattr(place.of, word))
            if word in must and not named:
                problem, remedy = f"“{word}” is hier nodig.", "Vul het in."
            elif named and word not in must | may:
                problem = f"“{word}” hoort niet bij een belofte van deze soort."
                remedy = "Haal het weg, of kies een andere soort."
            else:
                continue
            yield place.fault("unknown_name", problem, remedy)
