# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""How the words of letters, photos and registers of volunteers are told."""

from collections.abc import Mapping

from ...book import Entry, Keys, Letter, Photos, Volunteers
from ..scope import Scope
from .saying import (
    CATEGORIES,
    FACT,
    FACTS,
    FUNCTIONS,
    LENGTH,
    LIST,
    ROLES,
    SILENT,
    STAGES,
    Sayings,
    as_it_is,
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


BESIDE: dict[type[Entry], Sayings] = {
    Letter: {
        "to": ("Voor", lambda scope, keys: ", ".join(map(scope.receiver, keys))),
        "category": ("Wie de brief later ziet", lambda scope, key: CATEGORIES(scope, (key,))),
        "by": ("Gemaakt door", ROLES),
        "stages": ("In fase", STAGES),
        "shown_by": ("Te maken zodra een hiervan is ingevuld", FACTS),
        "says": ("Zegt uit de casus", FACTS),
        "may_say": ("Zegt, als het bekend is", FACTS),
        "lists": ("Zegt uit lijsten", lambda scope, keys: "; ".join(map(scope.register, keys))),
        "names": ("Noemt bij naam", _names),
        "layout": SILENT,
        "texts": SILENT,
    },
    Photos: {
        "category": ("Valt onder", CATEGORIES),
        "stages": ("Fasen", STAGES),
        "most": ("Hooguit", as_it_is),
        "help": ("Hulp", as_it_is),
        "why": ("Waarom", as_it_is),
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
