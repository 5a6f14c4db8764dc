# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""How a choice of two volunteers looks: their names, and what speaks for and against."""

from collections.abc import Sequence

from django import forms

from ...casework.volunteers.pairs import Pair


class Pairs(forms.RadioSelect):
    """Pairs below each other; the label of each is the pair itself."""

    template_name = "cases/parts/pairs.html"


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
