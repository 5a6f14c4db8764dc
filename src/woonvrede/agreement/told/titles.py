# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What lists are called above their entries, and entries at the head of their telling."""

from collections.abc import Callable
from typing import Any

from ..book import (
    Carry,
    Editing,
    Entry,
    Keyed,
    Migration,
    Never,
    Paragraph,
    Photos,
    Reporting,
    Route,
    Section,
    Successor,
    Term,
    Text,
    Triage,
    Volunteers,
)
from .scope import Scope

HEADINGS = {
    "term": "Looptijd",
    "reporting": "Cijfers",
    "editing": "Teksten van brieven",
    "parties": "Partijen",
    "units": "Onderdelen van partijen",
    "signatories": "Wie tekende waarvoor",
    "successors": "Opvolgers",
    "steering": "Stuurgroep",
    "contact_points": "Aanspreekpunten",
    "districts": "Wijken",
    "subdistricts": "Buurten",
    "functions": "Functies",
    "roles": "Rollen",
    "categories": "Soorten gegevens",
    "purposes": "Doelen",
    "grounds": "Grondslagen",
    "tenures": "Huur of koop",
    "codes": "Keuzelijsten",
    "parameters": "Getallen die partijen mogen wijzigen",
    "person_roles": "Mensen in een casus",
    "reporters": "Wie mag melden",
    "questions": "Vragen in een melding",
    "referral_targets": "Waarheen verwezen kan worden",
    "addressees": "Aan wie brieven buiten de partijen gaan",
    "never": "Wat niet wordt gevraagd",
    "promises": "Beloften",
    "migrations": "Lopende casussen van een vorige versie",
    "triage": "Wie meldingen beoordeelt",
    "photos": "Foto's",
    "volunteers": "Vrijwilligers",
    "stages": "Fasen",
    "moves": "Stappen",
    "routes": "Wanneer past een melding hier",
    "facts": "Gegevens",
    "registers": "Lijsten",
    "grants": "Rechten per rol",
    "invitations": "Wie wie uitnodigt",
    "deadlines": "Termijnen",
    "outcomes": "Hoe een casus afloopt",
    "carries": "Overdracht aan een andere aanpak",
    "feedback": "Wat wie meldde terughoort",
    "indicators": "Cijfers",
    "retention": "Hoe lang gegevens blijven",
    "letters": "Brieven en formulieren",
    "prompts": "Waar aan te denken",
    "sections": "De tekst",
}

# Words of which a file has one, in its head.
HEAD_WORDS = {
    "city": "Stad",
    "partnership": "Samenwerking",
    "version": "Versie",
    "lead": "Regie",
    "tenures": "Voor welke woningen",
    "purpose": "Doel",
    "start": "Eerste fase",
    "opens_with": "Wie meedoet vanaf het begin",
    "mutual": "Een casus van beide buren",
}

Name = Callable[[Any, Scope], str]

OWN: dict[type[Entry], Name] = {
    Term: lambda *_: "Looptijd",
    Editing: lambda *_: "Wie de teksten schrijft",
    Reporting: lambda *_: "Opgave van cijfers",
    Triage: lambda *_: "Beoordeling",
    Photos: lambda *_: "Foto's",
    Volunteers: lambda *_: "Register van vrijwilligers",
    Section: lambda section, _: f"{section.source} {section.label}",
    Paragraph: lambda paragraph, _: f"{paragraph.source}, alinea {paragraph.number}",
    Text: lambda *_: "De tekst",
    Route: lambda route, _: str(route.reason),
    Migration: lambda migration, _: str(migration.former),
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
