# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The filters that somebody keeps: keeping the present one, and throwing one away."""

from collections.abc import Mapping
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from ...access.refusals import Invalid, Refused
from ...casework.lists.filters import asked_of, in_words
from ...casework.lists.saved import LONGEST, discard_filter, save_filter, theirs_to_discard
from ..gate import for_members
from ..manners import change, key_for, new_key
from ..typed import typed_in
from .forms import Kept, Typed
from .questions import buttons, one_line
from .wanted import codes_of, wanted_in

WHAT = "Bijvoorbeeld: te laat in mijn wijk. Schrijf geen namen of adressen op."
KEPT = "Het filter is bewaard."
THROWN_AWAY = "Het filter is weggegooid."


@require_http_methods(["GET", "HEAD", "POST"])
@for_members
def keep(request: HttpRequest) -> HttpResponse:
    """Keep the present filter under a name."""
    if request.method != "POST":
        return _page(request)
    actor = request.actor  # type: ignore[attr-defined]

    def do(at: datetime) -> str:
        wanted, typed = wanted_in(request.GET), typed_in(request)
        codes = codes_of(wanted, asked_of(wanted, actor=actor, at=at))
        name, shared = typed.get("name", ""), typed.get("shared", "")
        save_filter(name, codes, shared=shared, actor=actor, at=at)
        return f"{reverse('case-list')}?{codes}"

    return change(request, do, lambda refusal: _page(request, refusal), lambda _: KEPT)


@require_POST
@for_members
def throw_away(request: HttpRequest, number: int) -> HttpResponse:
    """Throw a filter away."""

    def do(at: datetime) -> str:
        discard_filter(number, actor=request.actor, at=at)  # type: ignore[attr-defined]
        return reverse("case-list-filters")

    return change(request, do, lambda refusal: _page(request, refusal), lambda _: THROWN_AWAY)


def _page(request: HttpRequest, refusal: Refused | None = None) -> HttpResponse:
    actor, wanted = request.actor, wanted_in(request.GET)  # type: ignore[attr-defined]
    at = timezone.now()
    filters = asked_of(wanted, actor=actor, at=at)
    faults = refusal.errors if isinstance(refusal, Invalid) else {}
    typed = request.POST if request.method == "POST" else None
    shown = {
        "words": in_words(wanted, filters),
        "here": codes_of(wanted, filters),
        "form": _form(actor.party_name, typed, faults),
        "refusal": "" if faults else refusal or "",
        "saved": theirs_to_discard(actor, at=at),
        "once": key_for(request),
        "away": new_key,
    }
    return render(request, "case_list/filters_kept.html", shown)


def _form(circle: str, typed: Typed, faults: Mapping[str, str]) -> Kept:
    whom = (("nee", "Alleen voor mij"), ("ja", f"Voor iedereen van {circle}"))
    asked = (
        ("name", one_line("Naam van het filter", LONGEST, WHAT)),
        ("shared", buttons("Voor wie is het?", whom)),
    )
    return Kept(asked, typed, faults)
