# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a letter is made of: what its maker sees of what it may say, and to whom it can go."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ...access.books import book
from ...access.given import SEE
from ...access.refusals import Refused
from ...access.rights import Standing
from ...agreement.book import Agreement, Intervention, Letter
from ...records.entry import Entry
from ...records.person import Person
from ..persons import people_of
from .receiving import Receiver, receivers


@dataclass(frozen=True)
class Sources:
    """What the maker sees of what a letter may say: facts and rows that stand, and people."""

    values: Mapping[str, Any]
    rows: Mapping[str, Sequence[Mapping[str, Any]]]
    people: Sequence[Person]


@dataclass(frozen=True)
class Ready:
    """A letter that can be made: what it may say, and to whom it can go."""

    letter: Letter
    agreement: Agreement
    within: Intervention
    found: Sources
    receivers: Sequence[Receiver]


def sources(place: Standing, letter: Letter) -> Sources:
    """Read what a letter may say, as far as its maker sees it; two questions to the database."""
    keys = {*letter.says, *letter.may_say, *letter.lists, *filter(None, letter.names.values())}
    seen = Entry.objects.filter(place.rows(SEE), case=place.case, until=None, key__in=keys)
    entries = list(seen.exclude(kind=Entry.LETTER).order_by("pk"))
    people = Person.objects.filter(people_of(place.case), place.people(SEE))
    named = people.filter(role__in=[*letter.to, *letter.names]).order_by("pk")
    rows: dict[str, list[Mapping[str, Any]]] = {}
    for entry in entries:
        if entry.kind == Entry.ROW:
            rows.setdefault(entry.key, []).append(entry.values)
    values = {e.key: e.values["value"] for e in entries if e.kind == Entry.FACT}
    return Sources(values, rows, list(named))


def lacking(letter: Letter, found: Sources, within: Intervention) -> list[str]:
    """Return what has to be filled in before this letter can be made, by its label."""
    facts = [
        within.fact(key).label.rstrip("?") for key in letter.says if found.values.get(key) is None
    ]
    return facts + [within.register(key).label for key in letter.lists if not found.rows.get(key)]


def prepare(place: Standing, letter: Letter) -> Ready:
    """
    Return what this letter is made of, if it can be made now.

    :raises Refused: if something that it must say is not known yet, or nobody is there to get it
    """
    agreement = book(place.case.agreement)
    within = agreement.interventions[place.case.intervention]
    found = sources(place, letter)
    if labels := lacking(letter, found, within):
        raise Refused(f"Voor deze brief ontbreekt nog: {', '.join(labels)}. Vul dat eerst in.")
    there = receivers(place, letter, agreement, found.people)
    return Ready(letter, agreement, within, found, there)
