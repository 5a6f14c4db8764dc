# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""A letter is written, says nothing but what it may, and whoever makes it sees what it says."""

from collections.abc import Iterator
from itertools import product

from ..book import Agreement, Fact, Intervention, Letter
from ..fault import Fault
from ..paper import categories_in
from ..places import Place, places
from ..words.letters import NAME, SAID_OF_ALL, SOMEBODY, places_in

MISSING = "Schrijf het in de map letters, of haal “by” weg: dan wordt deze brief elders gemaakt."


def letters(agreement: Agreement) -> Iterator[Fault]:
    """Find letters without template or text, that say too much, or are made by who sees less."""
    for place in places(agreement):
        if isinstance(place.of, Letter) and place.within and place.of.by:
            yield from _unwritten(place, place.of, agreement)
            yield from _unsayable(place, place.of, agreement)
            yield from _unseen(place, place.of, place.within, agreement)


def _unwritten(place: Place, letter: Letter, agreement: Agreement) -> Iterator[Fault]:
    shared = agreement.paper.texts if agreement.paper else {}
    if not letter.layout or agreement.paper is None:
        yield place.fault("unwritten_letter", "Deze brief heeft geen sjabloon.", MISSING)
        return
    for name in ("subject", *letter.blocks):
        if not (letter.texts.get(name) or shared.get(name)):
            yield place.fault("unwritten_letter", f"Het blok “{name}” heeft geen tekst.", MISSING)
    if SOMEBODY in letter.to and NAME not in {each.key for each in letter.asks if each.required}:
        problem = f"Deze brief vraagt niet aan wie hij gaat: “{NAME}” ontbreekt bij “asks”."
        yield place.fault(
            "unwritten_letter", problem, "Vraag de naam, en zeg dat zij verplicht is."
        )
    for name in letter.texts.keys() - {"subject", *letter.blocks}:
        remedy = "Zet het in het sjabloon, of haal de tekst weg."
        yield place.fault("unwritten_letter", f"Het blok “{name}” staat nergens.", remedy)


def _unsayable(place: Place, letter: Letter, agreement: Agreement) -> Iterator[Fault]:
    shared = agreement.paper.texts if agreement.paper else {}
    used = [letter.texts.get(name) or shared.get(name, "") for name in ("subject", *letter.blocks)]
    may = letter.sayable | set(letter.lists)
    for key in sorted((places_in(used) - SAID_OF_ALL | letter.asked_for) - may):
        problem = f"“{key}” mag niet in deze brief staan."
        yield place.fault("unsayable", problem, "Noem het bij de brief, of haal het uit de tekst.")
    yes_no = {fact.key for fact in (*_facts(place), *letter.asks) if fact.kind == "yes_no"}
    roles = {each.key for each in agreement.person_roles}
    for role, when in letter.names.items():
        if role not in roles or (when and when not in yes_no):
            problem = f"“{role} = {when}” bij “names” bestaat niet."
            yield place.fault("unknown_name", problem, "Noem een persoon, en een ja-neevraag.")


def _unseen(
    place: Place, letter: Letter, within: Intervention, agreement: Agreement
) -> Iterator[Fault]:
    needed = categories_in(letter, within, agreement)
    for role, stage in product(letter.by, letter.stages):
        seen = {
            category
            for grant in within.grants
            if grant.role == role and stage in grant.stages and not grant.only
            for category in grant.see
        }
        if lacking := sorted(needed - seen):
            problem = f"“{role}” ziet in “{stage}” niet alles in deze brief: {', '.join(lacking)}."
            yield place.fault("unsayable", problem, "Laat een ander hem maken, of haal dit eruit.")


def _facts(place: Place) -> tuple[Fact, ...]:
    return place.within.facts if place.within else ()
