# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""“Aannames”: everything that stands in an agreement although the signed text is silent on it."""

from dataclasses import dataclass

from ..book import Agreement, Intervention
from ..places import HEAD, TEXT, Place, places
from .entries import anchor
from .scope import Scope
from .titles import HEADINGS, title


@dataclass(frozen=True)
class Assumed:
    """One assumed entry, and where on its page it stands."""

    word: str
    title: str
    anchor: str
    source: str
    note: str


@dataclass(frozen=True)
class File:
    """The assumed entries of one file; ``intervention`` is empty for one that all share."""

    name: str
    label: str
    intervention: str
    is_text: bool
    entries: tuple[Assumed, ...]


def assumptions(agreement: Agreement) -> tuple[File, ...]:
    """Return every assumed entry, per file, in the order of the files."""
    found: dict[str, list[Place]] = {}
    for place in places(agreement):
        found.setdefault(place.file, []).append(place)
    return tuple(_file(name, here, agreement) for name, here in found.items())


def _file(name: str, here: list[Place], agreement: Agreement) -> File:
    within = here[0].within
    scope = Scope(agreement, within)
    return File(
        name=name,
        label=_label(name, within),
        intervention=within.key if within else "",
        is_text=name == TEXT,
        entries=tuple(_assumed(place, scope) for place in here if place.of.assumed),
    )


def _label(name: str, within: Intervention | None) -> str:
    if within:
        return within.label
    return "De tekst" if name == TEXT else "Voor alle aanpakken samen"


def _assumed(place: Place, scope: Scope) -> Assumed:
    first = place.entry.split(".")[0].split(" ")[0]
    return Assumed(
        word="Kop" if place.entry == HEAD else HEADINGS.get(first, first),
        title=title(place.of, scope),
        anchor=anchor(place.entry),
        source=place.of.source,
        note=place.of.note,
    )
