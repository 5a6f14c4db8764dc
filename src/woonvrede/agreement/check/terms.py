# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""A term is met by a step, or hangs on what is recorded; and every number sets something."""

from collections.abc import Iterator

from ..book import Agreement, Deadline, Parameter
from ..fault import Fault
from ..places import places
from ..vocabulary import RELIED_ON
from .naming.known import keys_of


def terms(agreement: Agreement) -> Iterator[Fault]:
    """
    Find terms that a step meets and that hang on what is recorded too: recorded later they would
    never begin, and judged again they would begin anew after they were met.
    """
    for place in places(agreement):
        entry = place.of
        if isinstance(entry, Deadline) and entry.met_by and (entry.when or entry.dated_by):
            yield place.fault(
                "lost_term",
                "“met_by” kan niet samen met “when” of “dated_by”: zo raakt deze termijn zoek.",
                "Haal één van beide weg, of maak er twee termijnen van.",
            )


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
