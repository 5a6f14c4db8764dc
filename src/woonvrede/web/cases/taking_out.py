# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of cases as a file, for a purpose."""

from collections.abc import Mapping
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from ...access.refusals import Invalid, Refused
from ...casework.lists.filters import asked_of
from ...insight.cases_out import MOST, REASONS, Asked, read_asked, take_out_cases
from ..gate import for_members
from ..manners import hand_out
from ..monitoring import EXCEL
from .forms import Kept, Typed
from .questions import buttons
from .wanted import codes_of, wanted_in


@require_http_methods(["GET", "HEAD", "POST"])
@for_members
def take_out(request: HttpRequest) -> HttpResponse:
    """Ask what the list is for, and give it as a spreadsheet."""
    if request.method != "POST":
        return _page(request)
    typed = request.POST

    def make(at: datetime) -> HttpResponse:
        file = take_out_cases(
            wanted_in(request.GET),
            purpose=typed.get("purpose", ""),
            reason=typed.get("reason", ""),
            actor=request.actor,  # type: ignore[attr-defined]
            at=at,
        )
        headers = {"Content-Disposition": f'attachment; filename="{file.name}"'}
        return HttpResponse(file.content, content_type=EXCEL, headers=headers)

    return hand_out(request, make, lambda refusal: _page(request, refusal))


def _page(request: HttpRequest, refusal: Refused | None = None) -> HttpResponse:
    actor, wanted = request.actor, wanted_in(request.GET)  # type: ignore[attr-defined]
    at = timezone.now()
    asked = read_asked(wanted, actor=actor, at=at)
    faults = refusal.errors if isinstance(refusal, Invalid) else {}
    typed = request.POST if request.method == "POST" else None
    shown = {
        "asked": asked,
        "most": MOST,
        "here": codes_of(wanted, asked_of(wanted, actor=actor, at=at)),
        "form": _form(asked, typed, faults),
        "refusal": "" if faults else refusal or "",
    }
    return render(request, "case_list/take_out.html", shown)


def _form(asked: Asked, typed: Typed, faults: Mapping[str, str]) -> Kept:
    fields = (
        ("purpose", buttons("Voor welk doel gebruikt u de lijst?", asked.purposes)),
        ("reason", buttons("Wat gaat u met de lijst doen?", tuple(REASONS.items()))),
    )
    return Kept(fields, typed, faults)
