# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""How the fields of a report look; what was typed is judged by the verb."""

from collections.abc import Callable, Iterable, Mapping

from django import forms
from django.utils.html import format_html

from ...casework.page.parts import Field
from ...intake.form import YES
from ...intake.page.objects import RouteChoice, Triage
from ..cases.forms import Kept, Typed
from ..cases.questions import KINDS, SHORT, choose

PROPOSED = "Dit is het voorstel."
PASSED_ON = "Hiervoor is de melding doorgestuurd."
OFF = {"autocomplete": "off"}  # it is about somebody else


class AtOnce(forms.RadioSelect):
    """Answers as buttons: one click answers and goes on, where the answer is all that is asked."""

    template_name = "django/forms/widgets/at_once.html"


def report_form(fields: Iterable[Field], typed: Typed, faults: Mapping[str, str]) -> Kept:
    """Return a page of a new report as a form: what was typed, else what was kept."""
    return Kept(((field.key, _asked(field)) for field in fields), typed, faults)


def answers_at_once(form: Kept) -> bool:
    """Is the button of an answer the one with which this page goes on?"""
    return any(isinstance(field.widget, AtOnce) for field in form.fields.values())


def decision_form(triage: Triage, typed: Typed, faults: Mapping[str, str]) -> Kept:
    """Return the judge's form: a conscious choice, so nothing is chosen beforehand."""
    proposed = PASSED_ON if triage.passed_on_by else PROPOSED
    choices = [(each.value, _choice(each, proposed)) for each in triage.choices]
    route = forms.ChoiceField(
        label="Wat gebeurt er met deze melding?", choices=choices, widget=forms.RadioSelect
    )
    reason = forms.CharField(
        label="Uitleg",
        help_text=(
            "Verplicht als u iets anders kiest dan het voorstel. Ook verplicht als er al een casus "
            "met deze aanpak loopt en u een eigen casus opent. Anders mag u dit leeg laten. "
            f"{_who_reads(triage)}"
        ),
        widget=forms.Textarea({"rows": 3}),
    )
    return Kept((("route", route), ("reason", reason)), typed, faults)


def _who_reads(triage: Triage) -> str:
    """Say whether whoever reported reads the reason too."""
    if not triage.kept_from:
        return "Wie de melding deed, leest dit ook."
    return f"Wie de melding deed, leest dit ook, maar niet bij: {', '.join(triage.kept_from)}."


def _choice(choice: RouteChoice, proposed: str) -> str:
    notes = ([proposed] if choice.proposed else []) + [choice.note]
    note = " ".join(notes).strip()
    return format_html("{}<br><small>{}</small>", choice.label, note) if note else choice.label


def _asked(field: Field) -> forms.Field:
    asked = (KINDS | OURS)[field.kind](field)
    asked.initial = field.value == YES if field.kind == "flag" else field.value
    asked.required = field.required
    asked.why = field.why  # type: ignore[attr-defined]
    return asked


def _yes_no(field: Field) -> forms.Field:
    if not field.required:
        return KINDS[field.kind](field)
    return forms.ChoiceField(
        label=field.label, help_text=field.help, choices=field.choices, widget=AtOnce
    )


def _line(field: Field) -> forms.Field:
    return _text(field, OFF)


def _short(field: Field) -> forms.Field:
    return _text(field, OFF | SHORT)


def _phone(field: Field) -> forms.Field:
    return _text(field, OFF | SHORT | {"inputmode": "tel"})


def _email(field: Field) -> forms.Field:
    return _text(field, OFF | {"inputmode": "email"})


def _text(field: Field, look: Mapping[str, str]) -> forms.Field:
    widget = forms.TextInput(dict(look))
    return forms.CharField(label=field.label, help_text=field.help, widget=widget)


def _flag(field: Field) -> forms.Field:
    widget = forms.CheckboxInput({"value": YES}, check_test=lambda value: value in (True, YES))
    return forms.BooleanField(label=field.label, help_text=field.help, widget=widget)


def _list(field: Field) -> forms.Field:
    return choose(field.label, field.choices, field.help, none="Maak een keuze")


OURS: dict[str, Callable[[Field], forms.Field]] = {
    "line": _line,
    "short": _short,
    "phone": _phone,
    "email": _email,
    "flag": _flag,
    "select": _list,
    "yes_no": _yes_no,
}
