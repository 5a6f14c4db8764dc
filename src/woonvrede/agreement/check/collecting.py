# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is collected may be collected, has a ground, and can be written in time."""

from collections.abc import Iterator, Set

from ..book import (
    Agreement,
    Deadline,
    Fact,
    Intervention,
    Move,
    Never,
    PersonRole,
    Photos,
    Register,
)
from ..fault import Fault
from ..leading import reachable, steps
from ..places import Place, places

CODED = frozenset({"choice", "date", "number", "yes_no"})


def collecting(agreement: Agreement) -> Iterator[Fault]:
    """Find facts on a list of what may never be, without a ground, or that come too late."""
    answered = {question.key for question in agreement.questions}
    known = {category.key for category in agreement.categories}
    for place in places(agreement):
        entry = place.of
        if isinstance(entry, Fact | Register):
            yield from _forbidden(place, entry, agreement.never)
        if isinstance(entry, Fact | Register | PersonRole | Photos) and entry.category in known:
            yield from _groundless(place, entry.category, agreement)
        if getattr(entry, "category", "") in agreement.coded:
            yield from _typed(place)
        if place.within is None:
            continue
        yield from _in_time(place, place.within, answered)


def _in_time(place: Place, within: Intervention, answered: Set[str]) -> Iterator[Fault]:
    """Find what nobody writes, or nobody in time."""
    entry = place.of
    if isinstance(entry, Photos) or (
        isinstance(entry, Fact) and entry.required and place.depth == 1
    ):
        yield from _unwritten(place, within, entry, entry.stages)
    if isinstance(entry, Deadline):
        yield from _unending(place, within, entry)
    if isinstance(entry, Move):
        yield from _too_late(place, within, entry, answered)


def _forbidden(place: Place, entry: Fact | Register, shared: tuple[Never, ...]) -> Iterator[Fault]:
    own = place.within.never if place.within else ()
    for word in (word for never in (*shared, *own) for word in never.words):
        if word in entry.key:
            yield place.fault(
                "forbidden_fact",
                f"“{word}” staat op de lijst van wat nooit wordt gevraagd.",
                "Haal dit gegeven weg.",
            )


def _typed(place: Place) -> Iterator[Fault]:
    """Find what somebody types, or sends, in a category of days, numbers and choices alone."""
    entry = place.of
    asked = entry.columns if isinstance(entry, Register) else (entry,)
    if not all(isinstance(each, Fact) and each.kind in CODED for each in asked):
        yield place.fault(
            "forbidden_fact",
            "Deze categorie heeft alleen dagen, aantallen en keuzes.",
            "Maak er een keuze van, of kies een andere categorie.",
        )


def _groundless(place: Place, category: str, agreement: Agreement) -> Iterator[Fault]:
    """Find what nobody has a right to; for what is shared, once every file can be read."""
    if place.within is None and not agreement.is_whole:
        return
    within = [place.within] if place.within else agreement.interventions.values()
    if not any(category in grant.see for each in within for grant in each.grants):
        yield place.fault(
            "category_without_ground",
            f"Voor de categorie “{category}” is hier geen grondslag.",
            "Voeg een recht toe met doel en grondslag, of haal het gegeven weg.",
        )


def _too_late(
    place: Place, intervention: Intervention, move: Move, answered: Set[str]
) -> Iterator[Fault]:
    """Find what a step requires, or needs and no report answered, and what comes too late."""
    facts = {fact.key: fact for fact in intervention.facts}
    leading = steps(intervention)
    for key in (*move.requires, *(name for name in move.needs if name not in answered)):
        if key in facts:
            for origin in move.origin:
                before = {
                    s.key for s in intervention.stages if origin in reachable(leading, {s.key})
                }
                in_time = tuple(stage for stage in facts[key].stages if stage in before)
                yield from _unwritten(place, intervention, facts[key], in_time)


def _unending(place: Place, intervention: Intervention, term: Deadline) -> Iterator[Fault]:
    """Find what ends a term and is not asked while it runs."""
    facts = (fact for fact in intervention.facts if fact.key in term.ended_by)
    for fact in facts:
        asked = tuple(stage for stage in fact.stages if stage in term.stages)
        yield from _unwritten(place, intervention, fact, asked)


def _unwritten(
    place: Place, intervention: Intervention, fact: Fact | Photos, stages: tuple[str, ...]
) -> Iterator[Fault]:
    writable = any(
        fact.category in grant.write and set(stages) & set(grant.stages)
        for grant in intervention.grants
    )
    if not writable:
        yield place.fault(
            "unwritable_fact",
            f"Niemand mag “{getattr(fact, 'key', 'photos')}” op tijd invullen.",
            "Vraag het gegeven in een eerdere fase, of geef een rol daar schrijfrecht.",
        )
