# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
A term is met by a step, or hangs on what is recorded; whoever must meet it may know of it; and
every number sets something.
"""

from collections.abc import Iterator

from ..book import Agreement, Deadline, Parameter
from ..fault import Fault
from ..places import places
from ..telling import tells_of
from ..vocabulary import RELIED_ON, WEIGHED_BY
from .naming.known import keys_of
from .presence import seen_by


def terms(agreement: Agreement) -> Iterator[Fault]:
    """
    Find terms that a step meets and that hang on what is recorded too: recorded later they would
    never begin, and judged again they would begin anew after they were met.
    """
    for place in places(agreement):
        entry = place.of
        if isinstance(entry, Deadline) and entry.met_by and entry.hangs:
            yield place.fault(
                "lost_term",
                "“met_by” kan niet samen met “when”, “dated_by” of “ended_by”: zo raakt hij zoek.",
                "Haal één van beide weg, of maak er twee termijnen van.",
            )


def unseen(agreement: Agreement) -> Iterator[Fault]:
    """
    Find terms that tell of what the role that must meet them may not see all of, where that role
    is known.
    """
    roles = keys_of(agreement.roles)
    for place in places(agreement):
        term = place.of
        if not isinstance(term, Deadline) or place.within is None or term.owner not in roles:
            continue
        told = tells_of(term, place.within)
        for stage in keys_of(place.within.stages).intersection(term.stages):
            for category in sorted(told - seen_by(place.within, term.owner, stage)):
                yield place.fault(
                    "unseen_term",
                    f"Deze termijn vertelt in “{stage}” iets over “{category}”, en “{term.owner}” "
                    "mag dat daar niet helemaal zien.",
                    "Geef die rol het recht om te zien, of haal het gegeven of de fase hier weg.",
                )


def unread(agreement: Agreement) -> Iterator[Fault]:
    """
    Find parameters that no term has as its length, no condition judges by and no register of
    volunteers names, once every term can be read and names one that is there.
    """
    terms = (each for one in agreement.interventions.values() for each in one.deadlines)
    lengths = {term.length for term in terms}
    kept = [each.volunteers for each in agreement.interventions.values() if each.volunteers]
    lengths |= {name for each in kept for name in (each.hours_a_case, each.warning)}
    if not agreement.is_whole or lengths - keys_of(agreement.parameters):
        return
    for place in places(agreement):
        if (
            isinstance(place.of, Parameter)
            and place.of.key not in lengths | RELIED_ON["parameters"] | WEIGHED_BY
        ):
            yield place.fault(
                "unread_parameter",
                "Er is niets dat dit getal gebruikt.",
                "Noem het bij “length” van een termijn, of haal het weg.",
            )
