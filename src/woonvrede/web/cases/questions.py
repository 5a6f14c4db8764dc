# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""How each kind of question looks."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.html import format_html

from ...casework.page.parts import Field

Choices = Sequence[tuple[str, str]]

SHORT = {"class": "utrecht-textbox--short"}
DAY = "Bijvoorbeeld 22-11-2026."
MONEY = "In euro, bijvoorbeeld 1.250,50."
MOST_BUTTONS = 7
CHANNELS = (
    ("may_phone", "Bellen mag"),
    ("may_voicemail", "Voicemail inspreken mag"),
    ("may_post", "Een brief sturen mag"),
    ("may_email", "E-mailen mag"),
)


class Day(forms.TextInput):
    """A day the way people write it; what somebody typed stays as it is."""

    def format_value(self, value: Any) -> str | None:
        """Turn a stored day around."""
        try:
            return date.fromisoformat(value or "").strftime("%d-%m-%Y")
        except ValueError:
            return str(value) if value else None


def question(field: Field) -> forms.Field:
    """Return a question of the agreement as a field, with why it is asked and who sees it."""
    asked = KINDS[field.kind](field)
    asked.initial = field.value
    asked.required = field.required
    asked.why = field.why  # type: ignore[attr-defined]
    asked.seen_by = field.seen_by  # type: ignore[attr-defined]
    return asked


def choose(label: str, choices: Choices, help_text: str = "", *, none: str = "") -> forms.Field:
    """One of a few as buttons, one of many as a list."""
    if len(choices) <= MOST_BUTTONS and not none:
        return buttons(label, choices, help_text)
    listed = [("", none or "Maak een keuze"), *choices]
    return forms.ChoiceField(label=label, choices=listed, help_text=help_text)


def buttons(label: str, choices: Choices, help_text: str = "") -> forms.Field:
    """One of a few, each with room for an explanation."""
    return forms.ChoiceField(
        label=label, choices=choices, help_text=help_text, widget=forms.RadioSelect
    )


def some_of(label: str, choices: Choices, help_text: str = "") -> forms.Field:
    """Any number of a few."""
    return forms.MultipleChoiceField(
        label=label, choices=choices, help_text=help_text, widget=forms.CheckboxSelectMultiple
    )


def one_line(label: str, most: int, help_text: str = "", *, required: bool = True) -> forms.Field:
    """A line of text."""
    return forms.CharField(label=label, max_length=most, help_text=help_text, required=required)


def days(label: str, help_text: str) -> forms.Field:
    """A day as people type it."""
    return forms.CharField(label=label, help_text=f"{help_text} {DAY}".strip(), widget=Day(SHORT))


def tell(label: str, seen_by: Sequence[str], help_text: str = "") -> str:
    """Return a choice with when it is the one, and who will see what is written under it."""
    more = f"{help_text} Zichtbaar voor: {'; '.join(seen_by)}.".strip()
    return format_html("{}<small>{}</small>", label, more)


def _text(field: Field) -> forms.Field:
    widget = forms.Textarea({"rows": 3})
    return forms.CharField(label=field.label, help_text=field.help, widget=widget)


def _choice(field: Field) -> forms.Field:
    none = "" if field.required else "Niet ingevuld"
    choices = field.choices
    if not none and len(choices) <= MOST_BUTTONS:  # in a list there is no room for an explanation
        choices = tuple((key, _helped(label, field.helps.get(key, ""))) for key, label in choices)
    return choose(field.label, choices, field.help, none=none)


def _helped(label: str, help_text: str) -> str:
    return format_html("{}<small>{}</small>", label, help_text) if help_text else label


def _yes_no(field: Field) -> forms.Field:
    widget = forms.RadioSelect({"class": "options--beside"})
    choices = (*field.choices, ("", "Niet ingevuld")) if field.may_empty else field.choices
    return forms.ChoiceField(
        label=field.label, help_text=field.help, choices=choices, widget=widget
    )


def _date(field: Field) -> forms.Field:
    return days(field.label, field.help)


def _number(field: Field) -> forms.Field:
    widget = forms.TextInput(SHORT | {"inputmode": "numeric"})
    return forms.CharField(label=field.label, help_text=field.help, widget=widget)


def _money(field: Field) -> forms.Field:
    widget = forms.TextInput(SHORT | {"inputmode": "decimal"})
    help_text = f"{field.help} {MONEY}".strip()
    return forms.CharField(label=field.label, help_text=help_text, widget=widget)


def _tick(field: Field) -> forms.Field:
    widget = forms.CheckboxInput({"value": "ja"}, check_test=lambda value: value in (True, "ja"))
    return forms.BooleanField(label=field.label, help_text=field.help, widget=widget)


KINDS: dict[str, Callable[[Field], forms.Field]] = {
    "text": _text,
    "choice": _choice,
    "party": _choice,
    "person": _choice,
    "yes_no": _yes_no,
    "date": _date,
    "number": _number,
    "money": _money,
    "tick": _tick,
}
