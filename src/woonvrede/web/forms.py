# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""How forms look and what they say when something is missing."""

from typing import Any

from django import forms
from django.forms.renderers import TemplatesSetting
from django.forms.utils import pretty_name


class Renderer(TemplatesSetting):
    """Draw every form and field with our own parts (``FORM_RENDERER``)."""

    form_template_name = "parts/form.html"
    field_template_name = "parts/field.html"


class PlainForm(forms.Form):
    """
    A form that judges on submit only and names the field in each fault.

    A field may carry ``why`` (why we ask) and ``seen_by`` (a list of parties); they are shown
    beneath it.
    """

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            label = str(field.label or pretty_name(name))
            field.error_messages["required"] = _missing(field, label)
            field.widget.attrs.pop("placeholder", None)


def _missing(field: forms.Field, label: str) -> str:
    if isinstance(field, forms.BooleanField):
        return f"Zet een vinkje bij: {label}"
    if isinstance(field, forms.ChoiceField):
        return f"Kies een antwoord: {label}"
    if isinstance(field, forms.DateField):
        return f"Vul een datum in: {label}"
    return f"Vul in: {label}"
