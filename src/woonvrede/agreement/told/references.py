# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The way from a paragraph to what it names: an entry, a list of them, or a whole file."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..book import Agreement, Entry
from ..places import HEAD, places
from .entries import anchor
from .scope import Scope
from .titles import HEAD_WORDS, HEADINGS, title

# The key of the intervention, or nothing for the shared files, and the name of the entry in it.
Entries = Mapping[tuple[str, str], Entry]


@dataclass(frozen=True)
class Reference:
    """A name in words, and where it stands: on the page of ``intervention``, or the shared one."""

    label: str
    intervention: str
    anchor: str


def entries_of(agreement: Agreement) -> Entries:
    """Return every entry by its name: read once for all paragraphs, for there are many of both."""
    return {
        (place.within.key if place.within else "", place.entry): place.of
        for place in places(agreement)
    }


def reference(name: str, agreement: Agreement, entries: Entries) -> Reference:
    """
    Return the way to ``parties.gemeente`` of the shared file, ``last_chance/moves.close`` of an
    intervention, a whole list (``last_chance/moves``), or a whole file (``last_chance``).

    ``entries`` are those of the agreement (:func:`entries_of`).
    """
    if name in agreement.interventions:
        return Reference(agreement.interventions[name].label, name, HEAD)
    before, _, rest = name.rpartition("/")
    within = agreement.interventions.get(before)
    word = rest.split(".")[0].split(" ")[0]
    is_head = word in HEAD_WORDS if within else word not in HEADINGS
    label = (HEAD_WORDS if is_head else HEADINGS).get(word, word)
    if rest != word:
        entry = entries.get((within.key if within else "", rest))
        titled = title(entry, Scope(agreement, within)) if entry else rest
        label = f"{label}: {titled}"
    if within:
        label = f"{within.label}, {label[0].lower()}{label[1:]}"
    whole = HEAD if is_head else f"deel-{word}"
    return Reference(label, before, anchor(rest) if rest != word else whole)
