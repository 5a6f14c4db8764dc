# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""How a register of volunteers is told to a reader."""

from collections.abc import Mapping

from ..book import Keys
from .saying import CATEGORIES, FACTS, FUNCTIONS, ROLES, Sayings
from .scope import Scope


def _list(scope: Scope, key: str) -> str:
    return scope.options(key)


def _fact(scope: Scope, key: str) -> str:
    return scope.fact(key)


def _length(scope: Scope, key: str) -> str:
    return scope.length(key)


def _fits(scope: Scope, fits: Mapping[str, Keys]) -> str:
    """Say which skills fit which answer: “Stank: Tuin en buitenruimte”."""
    labels = {code: label for each in scope.agreement.codes for code, label in each.codes.items()}
    return "; ".join(
        f"{labels.get(answer, answer)}: {', '.join(labels.get(each, each) for each in skills)}"
        for answer, skills in fits.items()
    )


VOLUNTEERS: Sayings = {
    "role": ("Rol", ROLES),
    "kept_by": ("Wie het bijhoudt", FUNCTIONS),
    "skills": ("Keuzelijst van ervaring", _list),
    "languages": ("Keuzelijst van talen", _list),
    "trainings": ("Keuzelijst van opleidingen", _list),
    "availability": ("Keuzelijst van dagdelen", _list),
    "about": ("Waar het in een casus over gaat", _fact),
    "fits": ("Welke ervaring daarbij past", _fits),
    "language": ("In welke taal", _fact),
    "when": ("Wanneer", _fact),
    "hours_a_case": ("Uren per maand voor één casus", _length),
    "warning": ("Zo lang van tevoren staat er dat een opleiding afloopt", _length),
    "reasons": ("Waarom iemand toch is gekozen, valt onder", CATEGORIES),
    "at_hand": ("Wat bovenaan staat voor wie op pad gaat", FACTS),
}
