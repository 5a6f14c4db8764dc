# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""A question waits only for what is known by the time that it is asked."""

from collections.abc import Iterator, Set

from ..book import Agreement, Fact, PersonRole
from ..fault import Fault
from ..places import Place, places
from ..vocabulary import GUARDS, OF_A_LANDLORD, RELIED_ON


def asking(agreement: Agreement) -> Iterator[Fault]:
    """
    Find questions under a condition that no earlier question settles, which must be one that has
    to be answered: others are asked last; and facts and columns under a condition.  Of people the
    form asks after those.
    """
    yield from _needless(agreement)
    known = {OF_A_LANDLORD}
    later = GUARDS | {question.key for question in agreement.questions if _is_yes_no(question)}
    for place in places(agreement):
        if not isinstance(place.of, Fact):
            continue
        names = (*place.of.when, *place.of.never_when)
        if place.within is not None:
            yield from _misplaced(place, names)
            continue
        for name in names:
            if name in later - known:
                yield _untimely(place, name)
        if _is_yes_no(place.of) and place.of.required:
            known.add(place.of.key)
    yield from _people(agreement, later - known)


def _people(agreement: Agreement, unknown: Set[str]) -> Iterator[Fault]:
    for place in places(agreement):
        if not isinstance(place.of, PersonRole):
            continue
        names = (*place.of.when, *place.of.never_when)
        if place.of.key not in RELIED_ON["person_roles"]:
            yield from _misplaced(place, names)
        yield from (_untimely(place, name) for name in names if name in unknown)


def _untimely(place: Place, name: str) -> Fault:
    return place.fault(
        "untimely_condition",
        f"“{name}” is nog niet bekend als deze vraag komt.",
        "Noem een eerdere ja-neevraag die verplicht is, of zet die vraag hierboven.",
    )


def _is_yes_no(question: Fact) -> bool:
    return question.kind == "yes_no"


def _needless(agreement: Agreement) -> Iterator[Fault]:
    """Find questions and columns that need something: only what is recorded of a case can."""
    for place in places(agreement):
        if (
            isinstance(place.of, Fact)
            and place.of.needs
            and not (place.within and place.depth == 1)
        ):
            yield place.fault(
                "untimely_condition",
                "Alleen een gegeven of een lijst van een casus kan iets nodig hebben.",
                "Haal “needs” hier weg.",
            )


def _misplaced(place: Place, names: tuple[str, ...]) -> Iterator[Fault]:
    if names:
        yield place.fault(
            "untimely_condition",
            "Alleen wat een melding vraagt kan een voorwaarde hebben.",
            "Haal de voorwaarde weg.",
        )
