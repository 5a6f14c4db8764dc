# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The way from a paragraph to what it names: an entry, a list of them, or a whole file."""

from dataclasses import dataclass

from ..book import Agreement, Intervention
from ..places import HEAD, places
from .entries import anchor
from .scope import Scope
from .titles import HEAD_WORDS, HEADINGS, title


@dataclass(frozen=True)
class Reference:
    """A name in words, and where it stands: on the page of ``intervention``, or the shared one."""

    label: str
    intervention: str
    anchor: str


def reference(name: str, agreement: Agreement) -> Reference:
    """
    Return the way to ``parties.gemeente`` of the shared file, ``last_chance/moves.close`` of an
    intervention, a whole list (``last_chance/moves``), or a whole file (``last_chance``).
    """
    if name in agreement.interventions:
        return Reference(agreement.interventions[name].label, name, HEAD)
    before, _, rest = name.rpartition("/")
    within = agreement.interventions.get(before)
    word = rest.split(".")[0].split(" ")[0]
    is_head = word in HEAD_WORDS if within else word not in HEADINGS
    label = (HEAD_WORDS if is_head else HEADINGS).get(word, word)
    if rest != word:
        label = f"{label}: {_titled(rest, within, agreement)}"
    if within:
        label = f"{within.label}, {label[0].lower()}{label[1:]}"
    whole = HEAD if is_head else f"deel-{word}"
    return Reference(label, before, anchor(rest) if rest != word else whole)


def _titled(name: str, within: Intervention | None, agreement: Agreement) -> str:
    """Return what an entry is called; one that is not there by its name."""
    for place in places(agreement):
        if place.within is within and place.entry == name:
            return title(place.of, Scope(agreement, within))
    return name
