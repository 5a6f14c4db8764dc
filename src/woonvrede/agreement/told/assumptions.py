# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""“Aannames”: everything that stands in an agreement although the signed text is silent on it."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..book import Agreement, Intervention
from ..places import HEAD, TEXT, Place, file_of, in_order, places
from .entries import Line, Told, tell
from .scope import Scope
from .titles import HEADINGS

# What nobody has to confirm: how a form asks it, which stands on the page of the entry itself.
ASIDE = frozenset(
    {"Hulp bij invullen", "Waarom", "Keuzelijst", "Moet ingevuld zijn", "Mag ingevuld worden"}
)


@dataclass(frozen=True)
class Assumed:
    """
    What was assumed: ``lines`` say what it is, and ``entries``, at least one, of which that is so
    in the same words.
    """

    entries: tuple[Told, ...]
    lines: tuple[Line, ...]
    source: str
    note: str


@dataclass(frozen=True)
class Group:
    """The assumptions of one word of the language; ``number`` counts their entries."""

    heading: str
    assumed: tuple[Assumed, ...]

    @property
    def number(self) -> int:
        """How many entries these are."""
        return sum(len(each.entries) for each in self.assumed)


@dataclass(frozen=True)
class File:
    """The assumed entries of one file; ``intervention`` is empty for one that all share."""

    name: str
    label: str
    intervention: str
    is_text: bool
    groups: tuple[Group, ...]

    @property
    def number(self) -> int:
        """How many entries these are."""
        return sum(each.number for each in self.groups)


def assumptions(agreement: Agreement) -> tuple[File, ...]:
    """Return every assumed entry, per file, in the order of the agreement."""
    found: dict[str, list[Place]] = {}
    for place in places(agreement):
        found.setdefault(place.file, []).append(place)
    shared = [name for name, here in found.items() if here[0].within is None]
    names = (*shared, *map(file_of, in_order(agreement)))
    return tuple(_file(name, found[name], agreement) for name in names)


def _file(name: str, here: list[Place], agreement: Agreement) -> File:
    within = here[0].within
    scope = Scope(agreement, within)
    groups: dict[str, list[Told]] = {}
    for place in here:
        if place.of.assumed:
            groups.setdefault(_heading(place), []).append(tell(place.of, place.entry, scope))
    return File(
        name=name,
        label=_label(name, within),
        intervention=within.key if within else "",
        is_text=name == TEXT,
        groups=tuple(Group(heading, _alike(told)) for heading, told in groups.items()),
    )


def _label(name: str, within: Intervention | None) -> str:
    if within:
        return within.label
    return "De tekst" if name == TEXT else "Voor alle aanpakken samen"


def _heading(place: Place) -> str:
    first = place.entry.split(".")[0].split(" ")[0]
    return "Kop" if place.entry == HEAD else HEADINGS.get(first, first)


def _alike(told: Iterable[Told]) -> tuple[Assumed, ...]:
    """Put together what is assumed in the same words, for the same reason."""
    found: dict[tuple[tuple[Line, ...], str, str], list[Told]] = {}
    for each in told:
        lines = tuple((term, words) for term, words in each.lines if term not in ASIDE)
        found.setdefault((lines, each.source, each.note), []).append(each)
    return tuple(
        Assumed(tuple(entries), lines, source, note)
        for (lines, source, note), entries in found.items()
    )
