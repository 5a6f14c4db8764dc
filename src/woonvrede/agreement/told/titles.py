# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an entry is called at the head of its telling."""

from collections.abc import Callable
from typing import Any

from ..book import (
    Carry,
    Entry,
    Keyed,
    Never,
    Paragraph,
    Reporting,
    Route,
    Section,
    Successor,
    Term,
    Text,
    Triage,
)
from .scope import Scope

Name = Callable[[Any, Scope], str]

OWN: dict[type[Entry], Name] = {
    Term: lambda *_: "Looptijd",
    Reporting: lambda *_: "Opgave van cijfers",
    Triage: lambda *_: "Beoordeling",
    Section: lambda section, _: f"{section.source} {section.label}",
    Paragraph: lambda paragraph, _: f"{paragraph.source}, alinea {paragraph.number}",
    Text: lambda *_: "De tekst",
    Route: lambda route, _: str(route.reason),
    Never: lambda never, _: ", ".join(never.words),
    Carry: lambda carry, scope: scope.intervention(carry.to),
    Successor: lambda successor, scope: scope.label("parties", successor.of),
}


def title(entry: Entry, scope: Scope) -> str:
    """Return the name of an entry: its label, else the role or the party that it is about."""
    if isinstance(entry, Keyed):
        return entry.label
    if own := OWN.get(type(entry)):
        return own(entry, scope)
    if role := getattr(entry, "role", ""):
        return scope.label("roles", role)
    return scope.label("circles", getattr(entry, "party", "")) or entry.source
