# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every entry of an agreement, with the place where a person finds it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from .book import Agreement, Entry, Everywhere, Intervention, Text
from .fault import Fault, Rule

SHARED = "agreement.toml"
TEXT = "text.toml"
HEAD = "kop"
ABOUT = ("role", "party", "to", "label")  # what tells entries without a key apart


@dataclass(frozen=True)
class Place:
    """One entry, and where it stands; ``depth`` 0 is the head of a file."""

    file: str
    entry: str
    of: Entry
    within: Intervention | None
    depth: int

    def fault(self, rule: Rule, problem: str, remedy: str) -> Fault:
        """Return a fault of this entry."""
        return Fault(self.file, self.entry, rule, problem, remedy)


def file_of(intervention: Intervention) -> str:
    """Return the file, within the folder, that this intervention was read from."""
    return f"interventions/{intervention.key}.toml"


def places(agreement: Agreement) -> Iterator[Place]:
    """Walk through all entries of the shared file, of the text, and of each intervention."""
    yield from _below(Place(SHARED, HEAD, agreement, None, 0))
    for one in agreement.interventions.values():
        yield from places_in(one)


def in_order(agreement: Agreement) -> tuple[Intervention, ...]:
    """
    Return the interventions in the order of the sections that they come from, as a reader of the
    text knows them; one that only opens beside another comes last.
    """
    beside = {move.opens for each in agreement.interventions.values() for move in each.moves}

    def place(each: Intervention) -> tuple[bool, list[int], str]:
        numbers = [int(found) for found in re.findall(r"\d+", each.source)]
        return each.key in beside, numbers, each.key

    return tuple(sorted(agreement.interventions.values(), key=place))


def places_in(intervention: Intervention) -> Iterator[Place]:
    """Walk through all entries of one intervention."""
    yield from _below(Place(file_of(intervention), HEAD, intervention, intervention, 0))


def named(word: str, number: int, entry: Entry) -> str:
    """
    Return how a person finds the entry: by its key, else by its number in the list.

    >>> from woonvrede.agreement.book import Grant, Keyed
    >>> named("parties", 1, Keyed(key="gemeente", label="Gemeente", source="§1"))
    'parties.gemeente'
    """
    key = getattr(entry, "key", "")
    if key:
        return f"{word}.{key}"
    about = next(filter(None, (getattr(entry, name, "") for name in ABOUT)), "")
    return f"{word} {number} ({about})" if about else f"{word} {number}"


def at_home(fault: Fault, agreement: Agreement | None) -> Fault:
    """Return a fault of what holds everywhere as one of the shared file: there it is mended."""
    shared = agreement.everywhere if agreement else None
    if shared is None or fault.file in (SHARED, TEXT):
        return fault
    if any(fault.entry == each or fault.entry.startswith(f"{each}.") for each in _keyed(shared)):
        return replace(fault, file=SHARED, entry=f"everywhere.{fault.entry}")
    return fault


def _keyed(shared: Everywhere) -> Iterator[str]:
    for word in ("facts", "deadlines", "letters"):
        yield from (f"{word}.{each.key}" for each in getattr(shared, word))


def _below(place: Place) -> Iterator[Place]:
    yield place
    for word in type(place.of).model_fields:
        value = getattr(place.of, word)
        if isinstance(value, Entry):
            yield from _below(_child(place, word, value))
        elif isinstance(value, tuple):
            for number, entry in enumerate(value, start=1):
                if isinstance(entry, Entry):
                    yield from _below(_child(place, named(word, number, entry), entry))


def _child(place: Place, name: str, entry: Entry) -> Place:
    if isinstance(entry, Text):
        return Place(TEXT, HEAD, entry, None, 0)
    path = f"{place.entry}.{name}" if place.depth else name
    return Place(place.file, path, entry, place.within, place.depth + 1)
