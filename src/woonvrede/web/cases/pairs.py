# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""How a choice of two volunteers looks: their names, and what speaks for and against."""

from collections.abc import Sequence
from typing import Any

from django import forms

from ...casework.volunteers.pairs import Pair

FIRST = 6  # pairs that are shown at once


class Pairs(forms.RadioSelect):
    """Pairs below each other; the label of each is the pair itself."""

    template_name = "cases/parts/pairs.html"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Unfold the further pairs where one of them is chosen."""
        context = super().get_context(name, value, attrs)
        further = [str(key) for key, _ in self.choices][FIRST:]
        context["widget"]["unfold"] = bool(set(context["widget"]["value"]) & set(further))
        return context


def pair_of(pairs: Sequence[Pair]) -> forms.Field:
    """Return the question which two it will be."""
    choices = [(pair.key, pair) for pair in pairs]
    return forms.ChoiceField(label="Welk duo?", choices=choices, widget=Pairs)


def why_despite() -> forms.Field:
    """Return the question why two are chosen of whom one lives near."""
    return forms.CharField(
        label="Waarom toch dit duo?",
        help_text="Alleen nodig als iemand van het duo in dezelfde buurt woont als deze casus. "
        "De vrijwilligers zien uw antwoord niet.",
        widget=forms.Textarea({"rows": 2}),
        required=False,
    )
