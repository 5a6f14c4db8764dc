# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every number that parties may change changes something."""

from collections.abc import Iterator

from ..book import Agreement, Parameter
from ..fault import Fault
from ..places import places
from ..vocabulary import RELIED_ON
from .known import keys_of


def unread(agreement: Agreement) -> Iterator[Fault]:
    """
    Find parameters that no term has as its length and no condition judges by, once every term can
    be read and names one that is there.
    """
    terms = (each for one in agreement.interventions.values() for each in one.deadlines)
    lengths = {term.length for term in terms}
    if not agreement.is_whole or lengths - keys_of(agreement.parameters):
        return
    for place in places(agreement):
        if (
            isinstance(place.of, Parameter)
            and place.of.key not in lengths | RELIED_ON["parameters"]
        ):
            yield place.fault(
                "unread_parameter",
                "Er is niets dat dit getal gebruikt.",
                "Noem het bij “length” van een termijn, of haal het weg.",
            )
