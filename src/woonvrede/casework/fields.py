# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a form gave, read as the agreement describes it."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from ..access.books import book
from ..access.given import SEE
from ..access.refusals import Invalid
from ..access.rights import Standing
from ..agreement.book import Agreement, Fact
from ..agreement.values import Value, Wrong, parse
from ..records.case import Case
from ..records.entry import Entry
from ..records.person import Person
from .citizen_number import REFUSED, holds_citizen_number
from .persons import people_of

EARLIEST = "1900-01-01"  # nobody who is in a case was born before
LATEST = "2200-01-01"  # nothing is planned for after it, but a slip is made quickly


def read_fields(
    facts: Iterable[Fact],
    given: Mapping[str, str],
    agreement: Agreement,
    *,
    needed: Iterable[str],
    day: date,
) -> dict[str, Any]:
    """
    Return the value of every field that was filled in on this day.

    :raises Invalid: with a sentence for each field that cannot be read or is missing
    """
    values: dict[str, Any] = {}
    errors: dict[str, str] = {}
    must = set(needed)
    for fact in facts:
        raw = given.get(fact.key, "").strip()
        if not raw:
            if fact.key in must:
                errors[fact.key] = _missing(fact)
            continue
        try:
            values[fact.key] = _sound(fact, parse(fact, raw, agreement), day)
        except Wrong as wrong:
            errors[fact.key] = str(wrong)
    if errors:
        raise Invalid(errors)
    return values


def read_in_case(
    place: Standing,
    facts: Iterable[Fact],
    given: Mapping[str, str],
    *,
    needed: Iterable[str],
    day: date,
) -> dict[str, Any]:
    """
    Return the value of every field that was filled in, about a case.

    :raises Invalid: as ``read_fields`` does, and for a person that the actor does not see here
    """
    asked = list(facts)
    values = read_fields(asked, given, book(place.case.agreement), needed=needed, day=day)
    persons = {f.key: values[f.key] for f in asked if f.kind == "person" and f.key in values}
    if persons:
        seen = Person.objects.filter(people_of(place.case), place.people(SEE))
        known = set(seen.values_list("pk", flat=True))
        unseen = {key: person for key, person in persons.items() if person not in known}
        if strange := [key for key in unseen if not _stands(place.case, key, unseen[key])]:
            raise Invalid(dict.fromkeys(strange, "Kies een persoon uit de lijst."))
    return values


def is_today(column: Fact, facts: Iterable[str]) -> bool:
    """Is this, in the form of a step, the day on which what it records was so: today, mostly?"""
    return column.kind == "date" and column.past and column.required and column.key not in facts


def emptied(facts: Iterable[Fact], given: Mapping[str, str]) -> dict[str, None]:
    """Return the fields that were given without anything in them: what stands is taken away."""
    return {fact.key: None for fact in facts if not given.get(fact.key, "stands").strip()}


def _stands(case: Case, key: str, person: int) -> bool:
    """Is this what stands already?  Then nobody chose it now."""
    value = {"value": person}
    facts = Entry.objects.filter(case=case, kind=Entry.FACT, key=key, values=value, until=None)
    return facts.exists()


def _sound(fact: Fact, value: Value, day: date) -> Value:
    """
    Return a value that can be true and may be kept.

    :raises Wrong: if it is not
    """
    if fact.kind == "text" and holds_citizen_number(str(value)):
        raise Wrong(REFUSED)
    if fact.kind == "date" and str(value) < EARLIEST:
        raise Wrong("Deze datum is te lang geleden. Klopt het jaartal?")
    if fact.kind == "date" and str(value) > LATEST:
        raise Wrong("Deze datum ligt te ver weg. Klopt het jaartal?")
    if fact.past and str(value) > day.isoformat():
        raise Wrong("Deze datum ligt in de toekomst.")
    return value


def _missing(fact: Fact) -> str:
    chosen = fact.kind in ("choice", "yes_no", "party", "person")
    return f"{'Kies een antwoord' if chosen else 'Vul in'}: {fact.label}"
