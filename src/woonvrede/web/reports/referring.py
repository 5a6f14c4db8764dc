# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Referring a report outside the agreement, and the text that goes along."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from ...access.refusals import Invalid, Refused
from ...intake.page.referring import read_handed, read_refer
from ...intake.refer import refer as verb
from ..cases.asking import given_in, version_in
from ..cases.forms import Kept
from ..cases.questions import question
from ..gate import for_members
from ..manners import change, key_for
from ..typed import typed_in

DONE = "De verwijzing is vastgelegd. De melding is afgesloten."


@require_http_methods(["GET", "HEAD", "POST"])
@for_members
def refer(request: HttpRequest, reference: str, target: str) -> HttpResponse:
    """Refer outside the agreement: what goes along, and who agreed."""
    if request.method != "POST":
        return _draw(request, reference, target)
    typed = typed_in(request)

    def do(at: datetime) -> str:
        actor = request.actor  # type: ignore[attr-defined]
        given, version = given_in(typed), version_in(typed)
        verb(reference, target, actor=actor, at=at, version=version, given=given)
        return reverse("report-handed", args=[reference])

    return change(
        request, do, lambda refusal: _draw(request, reference, target, refusal), lambda _: DONE
    )


@require_safe
@for_members
def handed(request: HttpRequest, reference: str) -> HttpResponse:
    """The text that goes along."""
    actor = request.actor  # type: ignore[attr-defined]
    page = read_handed(reference, actor=actor, at=timezone.now())
    return render(request, "reports/handed.html", {"page": page})


def _draw(
    request: HttpRequest, reference: str, target: str, refusal: Refused | None = None
) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    try:
        page = read_refer(reference, target, actor=actor, at=timezone.now())
    except Refused as refused:
        why = {"reference": reference, "refusal": str(refused)}
        return render(request, "reports/not_ours.html", why, status=409)
    faults = refusal.errors if isinstance(refusal, Invalid) else {}
    typed = typed_in(request) if refusal else None
    form = Kept(((field.key, question(field)) for field in page.fields), typed, faults)
    shown = {
        "page": page,
        "form": form,
        "refusal": "" if faults else str(refusal or ""),
        "once": key_for(request),
        "version": page.version,
    }
    return render(request, "reports/refer.html", shown)
