# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Of two days in order both are days of a case, and whoever writes one sees the other."""

from collections.abc import Iterator

from ..book import Agreement, Fact, Intervention
from ..fault import Fault
from ..places import Place, places
from .presence import seen_by


def ordering(agreement: Agreement) -> Iterator[Fault]:
    """Find days that lie not before another, where that cannot be judged."""
    for place in places(agreement):
        if isinstance(place.of, Fact) and place.of.not_before and place.within is not None:
            yield from _unfit(place, place.of, place.within)


def _unfit(place: Place, fact: Fact, within: Intervention) -> Iterator[Fault]:
    if fact.kind != "date" or place.depth != 1:
        yield place.fault(
            "unfit_order",
            "“not_before” kan alleen bij een datum in een casus, niet in een register.",
            "Haal dit woord weg.",
        )
        return
    facts = {each.key: each for each in within.facts}
    if _comes_back(fact, facts):
        yield place.fault(
            "unfit_order",
            "Deze datum moet na zichzelf komen.",
            "Haal in deze kring één “not_before” weg.",
        )
    first = facts.get(fact.not_before)
    if first is None:  # an unknown name, which is told as such
        return
    for one, other in ((fact, first), (first, fact)):
        for role, stage in sorted(_writing(one, within)):
            if other.category not in seen_by(within, role, stage):
                yield place.fault(
                    "unfit_order",
                    f"“{role}” vult in “{stage}” “{one.key}” in, en ziet “{other.key}” daar niet.",
                    "Geef die rol het recht om te zien, of haal “not_before” weg.",
                )


def _comes_back(fact: Fact, facts: dict[str, Fact]) -> bool:
    passed: set[str] = set()
    at: Fact | None = fact
    while at is not None and at.key not in passed:
        passed.add(at.key)
        at = facts.get(at.not_before)
    return at is not None and at.key == fact.key


def _writing(fact: Fact, within: Intervention) -> set[tuple[str, str]]:
    """Return who may write a fact, each in which stage: by a right, or in a step."""
    by_right = {
        (grant.role, stage)
        for grant in within.grants
        if fact.category in grant.write
        for stage in grant.stages
        if stage in fact.stages
    }
    return by_right | {
        (role, stage)
        for move in within.moves
        if fact.key in (*move.requires, *move.offers)
        for role in move.by
        for stage in move.origin
    }
