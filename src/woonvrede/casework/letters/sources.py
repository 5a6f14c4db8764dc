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
from ...records.case import Involvement
from ...records.entry import Entry
from ...records.person import Person
from ...records.report import Report
from ..persons import people_of
from .receiving import Receiver, has_receiver, receiver_label, receivers


@dataclass(frozen=True)
class Sources:
    """
    What the maker sees of what a letter may say: facts and rows that stand, and people; and the
    seats in the case, and whether it was ``reported``.
    """

    values: Mapping[str, Any]
    rows: Mapping[str, Sequence[Mapping[str, Any]]]
    people: Sequence[Person]
    seats: Sequence[Involvement]
    reported: bool


@dataclass(frozen=True)
class Ready:
    """A letter that can be made: what it may say, and to whom it can go."""

    letter: Letter
    agreement: Agreement
    within: Intervention
    found: Sources
    receivers: Sequence[Receiver]


def sources(place: Standing, letter: Letter, *, reported: bool) -> Sources:
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
    return Sources(values, rows, list(named), place.seats, reported)


def waits_for(agreement: Agreement, within: Intervention, letter: Letter, found: Sources) -> str:
    """Say what has to be done before this letter can be made; nothing when it can be."""
    said = []
    if labels := _lacking(letter, found, within):
        said.append(f"Vul eerst in: {', '.join(labels)}.")
    if not has_receiver(
        agreement, letter, people=found.people, seats=found.seats, reported=found.reported
    ):
        to = receiver_label(agreement, letter)
        said.append(f"Er is in deze casus nog niemand als: {to}. Voeg die eerst toe.")
    return " ".join(said)


def prepare(place: Standing, letter: Letter) -> Ready:
    """
    Return what this letter is made of, if it can be made now.

    :raises Refused: if something that it must say is not known yet, or nobody is there to get it
    """
    agreement = book(place.case.agreement)
    within = agreement.interventions[place.case.intervention]
    made = Report.objects.filter(case=place.case).order_by("pk")
    reports = list(made.select_related("reporter", "complainant_dwelling"))
    found = sources(place, letter, reported=bool(reports))
    if why := waits_for(agreement, within, letter, found):
        raise Refused(why)
    there = receivers(place, letter, agreement, found.people, reports)
    return Ready(letter, agreement, within, found, there)


def _lacking(letter: Letter, found: Sources, within: Intervention) -> list[str]:
    """Return what has to be filled in first, by its label."""
    facts = [
        within.fact(key).label.rstrip("?") for key in letter.says if found.values.get(key) is None
    ]
    return facts + [within.register(key).label for key in letter.lists if not found.rows.get(key)]
