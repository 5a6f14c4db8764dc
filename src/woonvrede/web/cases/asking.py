# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""One way to ask, judge and answer every form of a case."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, Protocol, TypeVar

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from ...access.actor import Actor
from ...access.books import in_force
from ...access.door import known_to
from ...access.refusals import Invalid, Refused
from ...agreement.values import read_day
from ...casework.page.asking.asked import FormPage, Head
from ...casework.page.parts import Field
from ..entry.paths import HOME
from ..manners import change, key_for, look
from ..typed import number_in, typed_in
from .forms import Kept, Typed

P = TypeVar("P", bound=FormPage)
P_co = TypeVar("P_co", bound=FormPage, covariant=True)

OURS = {"csrfmiddlewaretoken", "once", "version"}


@dataclass(frozen=True)
class Looks(Generic[P]):
    """
    How a kind of form is drawn, what is said when it was carried out, and on which page one then
    ``stays``, if not that of the case.
    """

    form: Callable[[P, Typed, Mapping[str, str]], Kept]
    template: str
    done: str
    stays: str = ""


class Read(Protocol[P_co]):
    """Reads what a form needs."""

    def __call__(self, *, actor: Actor, at: datetime) -> P_co: ...


class Verb(Protocol):
    """Does what a form asks."""

    def __call__(self, *, actor: Actor, at: datetime) -> object: ...


@dataclass(frozen=True)
class _Asked(Generic[P]):
    request: HttpRequest
    reference: str
    looks: Looks[P]
    reader: Read[P]

    @property
    def actor(self) -> Actor:
        found: Actor = self.request.actor  # type: ignore[attr-defined]
        return found

    def read(self) -> P:
        return self.reader(actor=self.actor, at=timezone.now())


def ask(
    request: HttpRequest,
    reference: str,
    looks: Looks[P],
    *,
    read: Read[P],
    verb: Callable[[QueryDict], Verb],
    only_looks: bool = False,
) -> HttpResponse:
    """
    Show a form, or carry it out and go back to the case, or on to the one that it opened; or, when
    somebody ``only_looks``, show what it would come to, with what they typed.
    """
    it = _Asked(request, reference, looks, read)
    if request.method != "POST":
        return _first(it)
    typed = typed_in(request)
    if only_looks:
        return look(request, lambda: _first(it, typed))

    def do(at: datetime) -> str:
        done = verb(typed)(actor=it.actor, at=at)
        if looks.stays:
            return reverse(looks.stays, args=[reference])
        return _next(it.actor, getattr(done, "reference", reference), at)

    def say(to: str) -> str:
        if to == HOME:
            return f"{looks.done} U ziet deze casus nu niet meer."
        return looks.done if reference in to else "De nieuwe casus is geopend. U bent er nu in."

    return change(request, do, lambda refusal: _again(it, typed, refusal), say)


def version_in(typed: QueryDict) -> int:
    """Return the version that somebody looked at; none that exists if the form does not say."""
    return number_in(typed, "version")


def given_in(typed: QueryDict) -> dict[str, str]:
    """Return what was typed per question, the last of each."""
    return {name: typed.get(name, "") for name in typed}


def _first(it: _Asked[P], typed: QueryDict | None = None) -> HttpResponse:
    try:
        page = it.read()
    except Refused as refusal:
        return _refused(it, str(refusal), typed)
    return _draw(it, page, it.looks.form(page, typed, page.faults), {"refusal": page.refused})


def _again(it: _Asked[P], typed: QueryDict, refusal: Refused) -> HttpResponse:
    """Show the form as it was typed, with what was wrong, and beside what stands now."""
    try:
        page = it.read()
    except Refused:
        return _refused(it, str(refusal), typed)
    faults = refusal.errors if isinstance(refusal, Invalid) else {}
    more: dict[str, object] = {"refusal": "" if faults else str(refusal)}
    if "version" in typed and version_in(typed) != page.head.version:
        more |= _both(page, typed)
    return _draw(it, page, it.looks.form(page, typed, faults), more)


def _draw(it: _Asked[P], page: P, form: Kept, more: Mapping[str, object]) -> HttpResponse:
    shown = {
        "page": page,
        "form": form,
        "once": key_for(it.request),
        "version": page.head.version,
        **more,
    }
    status = 409 if more.get("refusal") else 200
    return render(it.request, it.looks.template, shown, status=status)


def _refused(it: _Asked[P], refusal: str, typed: QueryDict | None) -> HttpResponse:
    kept = [] if typed is None else [typed.getlist(name) for name in typed if name not in OURS]
    words = _words_of(it.actor)
    said = [
        ", ".join(words.get(value, value) for value in values) for values in kept if any(values)
    ]
    shown = {"reference": it.reference, "refusal": refusal, "typed": said}
    return render(it.request, "cases/refused.html", shown, status=409)


def _words_of(actor: Actor) -> dict[str, str]:
    """Return what every code that can be chosen is called: without its form it cannot be asked."""
    agreement = in_force(timezone.localdate(), actor.party_key)
    lists = [*agreement.labels.values(), *(each.codes for each in agreement.codes)]
    return {code: label for each in lists for code, label in each.items()}


def _both(page: FormPage, typed: QueryDict) -> dict[str, object]:
    """Return what was typed beside what stands now, in words."""
    said = {field.key: typed.get(field.key, field.value) for field in page.fields}
    differing = [field for field in page.fields if not _stands(field, said[field.key])]
    mine = [
        {"label": field.label, "value": dict(field.choices).get(said[field.key], said[field.key])}
        for field in differing
    ]
    theirs = [{"label": field.label, "value": field.shown} for field in differing]
    return {"changed": True, "mine": mine, "theirs": [_stage(page.head), *theirs]}


def _stands(field: Field, said: str) -> bool:
    """Is this what stands now, also when a day was typed in another way?"""
    if field.kind != "date" or not said:
        return said == field.value
    try:
        return read_day(said).isoformat() == field.value
    except ValueError:
        return False


def _stage(head: Head) -> dict[str, str]:
    return {"label": "Fase", "value": head.stage}


def _next(actor: Actor, reference: str, at: datetime) -> str:
    """Return the case, or the worklist when the actor's own change took away their sight."""
    if known_to(actor, at=at).filter(case__reference=reference).exists():
        return reverse("case", args=[reference])
    return HOME
