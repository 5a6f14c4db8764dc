# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""How the words of the shared file are told, and what an intervention says of itself."""

from ...book import (
    Addressee,
    Agreement,
    Category,
    CodeList,
    ContactPoint,
    Editing,
    Entry,
    Intervention,
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
)
from ..conditions import PROMISES
from ..scope import Scope, amount
from .saying import (
    CATEGORIES,
    CIRCLES,
    CONDITION,
    FUNCTIONS,
    PARTIES,
    ROLES,
    SILENT,
    TENURES,
    Sayings,
    a_day,
    as_it_is,
    choice,
    labels,
    yes,
)


def _passages(_: Scope, passages: tuple[Passage, ...]) -> str:
    """Say what is called otherwise in a later version: an intervention, and its stages."""
    return "; ".join(
        f"{each.intervention} wordt {each.to or each.intervention}"
        + "".join(f", fase {former} wordt {now}" for former, now in each.stages.items())
        for each in passages
    )


SHARED: dict[type[Entry], Sayings] = {
    Agreement: {
        "city": ("Stad", as_it_is),
        "partnership": SILENT,  # a key, and the agreement has its own name
        "version": ("Versie", as_it_is),
        "sealed": ("Verzegeld sinds", a_day),
        "everywhere": SILENT,  # each intervention tells it as its own
        "paper": SILENT,
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
    Addressee: {"address": ("Adres", lambda _, lines: ", ".join(lines))},
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
}
