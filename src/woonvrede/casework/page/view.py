# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was read of a case, for the parts of the page to put into words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.utils.timezone import localdate

from ...access.given import SEE, WRITE
from ...records.case import Involvement
from ...records.entry import Entry
from ...records.person import Person
from ..in_case import InCase
from .around import Around


@dataclass(frozen=True)
class View(InCase):
    """
    One case with the rights of one actor, and the entries that they may see: without those of
    registers for a form, which is not ``with_rows``.  ``linked`` are their seats in linked cases,
    where a page reads those.
    """

    entries: Sequence[Entry]
    around: Around
    people: Sequence[Person]
    linked: Sequence[Involvement] = ()
    with_rows: bool = True

    @property
    def seats(self) -> Sequence[Involvement]:
        """Every seat in the case, also those that ended."""
        return self.place.seats

    @property
    def today(self) -> date:
        """The day on which they look."""
        return localdate(self.at)

    @cached_property
    def values(self) -> Mapping[str, Any]:
        """The facts that this actor sees, by key."""
        return {e.key: e.values["value"] for e in self.entries if e.kind == Entry.FACT}

    @cached_property
    def registers(self) -> Mapping[str, Sequence[Mapping[str, Any]]]:
        """The rows that this actor sees, by register."""
        found: dict[str, list[Mapping[str, Any]]] = {}
        for entry in self.entries:
            if entry.kind == Entry.ROW:
                found.setdefault(entry.key, []).append(entry.values)
        return found

    @cached_property
    def party_labels(self) -> Mapping[int, str]:
        """The names of the circles that took part, by id."""
        return {seat.party_id: seat.party.label for seat in self.seats}

    @property
    def current(self) -> list[Involvement]:
        """The seats that are held now."""
        return [seat for seat in self.seats if seat.until is None or seat.until > self.at]

    def sees(self, category: str) -> bool:
        """May this actor see at least some of this category here?"""
        return self.place.allows(SEE, category)

    def writes(self, category: str) -> bool:
        """May this actor write this category here?"""
        return self.place.allows(WRITE, category)

    def label(self, word: str, key: str) -> str:
        """The Dutch label of something in the agreement."""
        return self.agreement.labels[word].get(key, key)
