# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The register of volunteers: who is in it, putting somebody in it, changing, and taking out."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ..access.refusals import Invalid, Refused
from ..casework.volunteers.keep import add_volunteer, change_volunteer, strike_volunteer
from ..casework.volunteers.pages import VolunteerPage, read_register, read_volunteer
from ..casework.volunteers.typed import Typed
from .cases.forms import Kept
from .cases.questions import SHORT, buttons, choose, days, one_line, some_of
from .gate import for_members
from .manners import change, key_for, new_key
from .typed import number_in, typed_in

HOME_HELP = (
    "Alleen om te vergelijken met het adres van een casus. Wij bewaren een code en niet wat u "
    "typt: op geen scherm staat het weer."
)
STAYS = "Laat dit leeg als er niets veranderd is."
SEVERAL = ("skills", "languages", "availability")
ONE = ("training", "trained_until", "hours", "state", "street", "area", "phone")


@require_safe
@for_members
def show(request: HttpRequest) -> HttpResponse:
    """Everybody in the register."""
    page = read_register(actor=request.actor, at=timezone.now())  # type: ignore[attr-defined]
    return render(request, "volunteers/list.html", {"page": page})


@require_http_methods(["GET", "HEAD", "POST"])
@for_members
def new(request: HttpRequest) -> HttpResponse:
    """Put somebody in the register."""
    typed = typed_in(request)

    def do(at: datetime) -> str:
        actor, account = request.actor, number_in(typed, "account")  # type: ignore[attr-defined]
        add_volunteer(account, _given(typed), actor=actor, at=at)
        return reverse("volunteers")

    return _ask(request, None, do, "De vrijwilliger staat in het register.")


@require_http_methods(["GET", "HEAD", "POST"])
@for_members
def edit(request: HttpRequest, number: int) -> HttpResponse:
    """Change what the register says of a volunteer."""
    typed = typed_in(request)

    def do(at: datetime) -> str:
        version = number_in(typed, "version")
        actor = request.actor  # type: ignore[attr-defined]
        change_volunteer(number, _given(typed), actor=actor, at=at, version=version)
        return reverse("volunteers")

    return _ask(request, number, do, "De gegevens zijn opgeslagen.")


@require_POST
@for_members
def strike(request: HttpRequest, number: int) -> HttpResponse:
    """Take a volunteer out of the register."""

    def do(at: datetime) -> str:
        strike_volunteer(number, actor=request.actor, at=at)  # type: ignore[attr-defined]
        return reverse("volunteers")

    return change(
        request,
        do,
        lambda refusal: _page(request, number, refusal),
        lambda _: "De vrijwilliger staat niet meer in het register.",
    )


def _ask(
    request: HttpRequest, number: int | None, do: Callable[[datetime], str], done: str
) -> HttpResponse:
    if request.method != "POST":
        return _page(request, number)
    return change(request, do, lambda refusal: _page(request, number, refusal), lambda _: done)


def _page(request: HttpRequest, number: int | None, refusal: Refused | None = None) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    page = read_volunteer(number, actor=actor, at=timezone.now())
    faults = refusal.errors if isinstance(refusal, Invalid) else {}
    typed = typed_in(request) if request.method == "POST" else None
    form, refused = _form(page, typed, faults), refusal if not faults else None
    shown = {
        "page": page,
        "form": form,
        "refusal": refused or "",
        "theirs": tuple(_otherwise(form, page, typed)) if refused and typed is not None else (),
        "once": key_for(request),
        "version": page.version or None,
        "away": new_key,
    }
    return render(request, "volunteers/form.html", shown)


def _given(typed: QueryDict) -> Typed:
    several: dict[str, Any] = {name: tuple(typed.getlist(name)) for name in SEVERAL}
    one: dict[str, Any] = {name: typed.get(name, "") for name in ONE}
    return Typed(**several, **one)


def _form(page: VolunteerPage, typed: QueryDict | None, faults: Mapping[str, str]) -> Kept:
    asked: dict[str, forms.Field] = {}
    if not page.number:
        asked["account"] = choose("Wie is het?", page.people)
    asked["languages"] = some_of("In welke talen kan iemand een gesprek voeren?", page.languages)
    asked["skills"] = some_of("Waar heeft iemand ervaring mee?", page.skills)
    asked["skills"].required = False
    asked["training"] = choose("Welke opleiding is het laatst gedaan?", page.trainings)
    asked["trained_until"] = days("Tot en met wanneer is die opleiding geldig?", "")
    asked["availability"] = some_of("Wanneer kan deze vrijwilliger?", page.availability)
    asked["hours"] = _number("Hoeveel uur per maand?", "Een heel getal.")
    asked["state"] = buttons("Doet deze vrijwilliger nu mee?", page.states)
    asked |= _home(STAYS if page.number else "", known=page.number)
    for name, stands in page.stands.items():
        asked[name].initial = stands
    return Kept(asked.items(), typed, faults)


def _otherwise(form: Kept, page: VolunteerPage, typed: QueryDict) -> Iterator[dict[str, str]]:
    """Say what stands by now where something else was typed; of a home nothing is shown."""
    for name, stands in page.stands.items():
        field = form.fields[name]
        shown = field.widget.format_value(stands)
        now = shown if isinstance(shown, list) else [shown]
        if typed.getlist(name) != now:
            named = dict(getattr(field, "choices", ()))
            words = [str(named.get(each, each)) for each in now]
            yield {"label": str(field.label), "value": ", ".join(words)}


def _home(stays: str, *, known: int) -> dict[str, forms.Field]:
    """Ask where somebody lives; what stands is shown to nobody."""
    asked = {
        "street": one_line("Straat, zonder huisnummer", 120, f"{HOME_HELP} {stays}".strip()),
        "area": _number("Vier cijfers van de postcode", stays or "Bijvoorbeeld 3511."),
        "phone": one_line(
            "Telefoonnummer",
            30,
            f"Om te zien of iemand in een casus deze vrijwilliger zelf is. {stays}".strip(),
            required=False,
        ),
    }
    for name in ("street", "area"):
        asked[name].required = not known
    return asked


def _number(label: str, help_text: str) -> forms.Field:
    widget = forms.TextInput(SHORT | {"inputmode": "numeric"})
    return forms.CharField(label=label, help_text=help_text, widget=widget)


REGISTER = "vrijwilligers/"

urlpatterns = [
    path(REGISTER, show, name="volunteers"),
    path(f"{REGISTER}nieuw/", new, name="volunteer-new"),
    path(f"{REGISTER}<int:number>/", edit, name="volunteer"),
    path(f"{REGISTER}<int:number>/weg/", strike, name="volunteer-gone"),
]
