# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
How the words of the shared file, of letters, and of registers of volunteers are told: a term, and
its value in Dutch.
"""

from collections.abc import Mapping

from ..book import (
    Agreement,
    Category,
    CodeList,
    ContactPoint,
    Editing,
    Entry,
    Intervention,
    Keys,
    Letter,
    Migration,
    Never,
    Parameter,
    Passage,
    PersonRole,
    Promise,
    ReferralTarget,
    Reporter,
    Reporting,
    Role,
    Seat,
    Signatory,
    Subdistrict,
    Successor,
    Tenure,
    Term,
    Unit,
    Volunteers,
)
from .conditions import PROMISES
from .saying import (
    CATEGORIES,
    CIRCLES,
    CONDITION,
    FACTS,
    FUNCTIONS,
    PARTIES,
    ROLES,
    SILENT,
    STAGES,
    TENURES,
    Say,
    Sayings,
    a_day,
    as_it_is,
    choice,
    labels,
    yes,
)
from .scope import Scope, amount


def _passages(_: Scope, passages: tuple[Passage, ...]) -> str:
    """Say what is called otherwise in a later version: an intervention, and its stages."""
    return "; ".join(
        f"{each.intervention} wordt {each.to or each.intervention}"
        + "".join(f", fase {former} wordt {now}" for former, now in each.stages.items())
        for each in passages
    )


def _names(scope: Scope, names: dict[str, str]) -> str:
    """Say who is named, and when they may be."""
    told = {scope.label("person_roles", role): when for role, when in names.items()}
    return "; ".join(
        f"{who}, bij ja op “{scope.fact(when)}”" if when else who for who, when in told.items()
    )


def _fits(scope: Scope, fits: Mapping[str, Keys]) -> str:
    """Say which skills fit which answer: “Stank: Tuin en buitenruimte”."""
    labels = {code: label for each in scope.agreement.codes for code, label in each.codes.items()}
    return "; ".join(
        f"{labels.get(answer, answer)}: {', '.join(labels.get(each, each) for each in skills)}"
        for answer, skills in fits.items()
    )


FACT: Say = Scope.fact
LIST: Say = Scope.options
LENGTH: Say = Scope.length

SHARED: dict[type[Entry], Sayings] = {
    Agreement: {
        "city": ("Stad", as_it_is),
        "partnership": SILENT,  # a key, and the agreement has its own name
        "version": ("Versie", as_it_is),
        "sealed": ("Verzegeld sinds", a_day),
    },
    Intervention: {
        "lead": ("Geleid door", ROLES),
        "tenures": ("Voor", TENURES),
        "purpose": ("Doel", labels("purposes")),
        "start": ("Begint in", lambda scope, key: scope.stage(key)),
        "opens_with": ("Doet mee vanaf het begin", ROLES),
        "mutual": ("Meldt de andere buur ook", yes("die melding komt in dezelfde casus")),
    },
    Term: {
        "since": ("Vanaf", a_day),
        "until": ("Tot", a_day),
        "continues": ("Daarna", yes("gaan partijen verder op dezelfde voet")),
    },
    Editing: {"functions": ("Functies", FUNCTIONS)},
    Reporting: {
        "months": ("Elke", lambda _, value: amount(value, "months")),
        "functions": ("Wie de cijfers van de eigen organisatie ziet", FUNCTIONS),
    },
    Unit: {"of": ("Hoort bij", PARTIES)},
    Signatory: {
        "party": SILENT,
        "parts": ("Tekende voor", Scope.interventions),
        "signs_through": ("Tekende via", PARTIES),
        "by_order_of": ("In opdracht van", PARTIES),
        "until": ("Tot", a_day),
    },
    Successor: {"of": SILENT, "by": ("Opgevolgd door", PARTIES), "since": ("Vanaf", a_day)},
    ContactPoint: {"party": SILENT, "functions": ("Functies", FUNCTIONS)},
    Seat: {
        "party": SILENT,
        "seat": ("Plaats", choice({"permanent": "vast", "invited": "op uitnodiging"})),
    },
    Role: {
        "parties": ("Organisaties", CIRCLES),
        "functions": ("Functies", FUNCTIONS),
        "personal": ("Persoonlijk", yes("één persoon heeft deze rol, niet de organisatie")),
    },
    Category: {
        "explains": ("Wat erin staat", as_it_is),
        "coded": ("Vorm", yes("alleen dagen, aantallen en keuzes, geen tekst")),
    },
    Tenure: {"landlords": ("Van wie", PARTIES)},
    CodeList: {
        "codes": ("Keuzes", lambda _, codes: "; ".join(codes.values())),
        "helps": ("Wanneer welke", lambda _, helps: " ".join(helps.values())),
    },
    ReferralTarget: {
        "help": ("Wanneer", as_it_is),
        "sends": ("Mag worden doorgegeven", lambda scope, keys: scope.sent(keys)),
        "ground": ("Grondslag", labels("grounds")),
        "consent": ("Eerst nodig", yes("iemand over wie het gaat stemt in")),
        "never": ("Nooit", as_it_is),
    },
    Subdistrict: {"of": ("Hoort bij", labels("districts"))},
    Parameter: {"value": SILENT, "unit": SILENT},
    PersonRole: {
        "category": ("Valt onder", CATEGORIES),
        "help": ("Wie", as_it_is),
        "when": ("Gevraagd als", CONDITION),
        "never_when": ("Niet gevraagd als", CONDITION),
    },
    Reporter: {
        "party": SILENT,
        "functions": ("Functies", FUNCTIONS),
        "in_consultation": ("Alleen in overleg met de bewoner", Scope.interventions),
    },
    Never: {"words": SILENT},
    Promise: {
        "kind": ("Soort belofte", choice(PROMISES)),
        "interventions": ("Aanpak", Scope.interventions),
        "tenures": ("Woning", TENURES),
        "categories": ("Gegevens", CATEGORIES),
        "roles": ("Rol", ROLES),
    },
    Migration: {
        "former": ("Vorige versie", as_it_is),
        "interventions": ("Met een andere naam", _passages),
    },
    Passage: {
        "intervention": SILENT,
        "to": SILENT,
        "stages": SILENT,
    },
    Letter: {
        "to": ("Voor", lambda scope, keys: ", ".join(map(scope.receiver, keys))),
        "category": ("Wie de brief later ziet", lambda scope, key: CATEGORIES(scope, (key,))),
        "by": ("Gemaakt door", ROLES),
        "stages": ("In fase", STAGES),
        "says": ("Zegt uit de casus", FACTS),
        "may_say": ("Zegt, als het bekend is", FACTS),
        "lists": ("Zegt uit lijsten", lambda scope, keys: "; ".join(map(scope.register, keys))),
        "names": ("Noemt bij naam", _names),
        "layout": SILENT,
        "texts": SILENT,
    },
    Volunteers: {
        "role": ("Rol", ROLES),
        "kept_by": ("Wie het bijhoudt", FUNCTIONS),
        "skills": ("Keuzelijst van ervaring", LIST),
        "languages": ("Keuzelijst van talen", LIST),
        "trainings": ("Keuzelijst van opleidingen", LIST),
        "availability": ("Keuzelijst van dagdelen", LIST),
        "about": ("Waar het in een casus over gaat", FACT),
        "fits": ("Welke ervaring daarbij past", _fits),
        "language": ("In welke taal", FACT),
        "when": ("Wanneer", FACT),
        "hours_a_case": ("Uren per maand voor één casus", LENGTH),
        "warning": ("Zo lang van tevoren staat er dat een opleiding afloopt", LENGTH),
        "reasons": ("Waarom iemand toch is gekozen, valt onder", CATEGORIES),
        "at_hand": ("Wat bovenaan staat voor wie op pad gaat", FACTS),
    },
}
