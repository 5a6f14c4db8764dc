# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The lists of reports, and the page of one report with its triage."""

from datetime import datetime
from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from ...access.refusals import Conflict, Invalid, Refused
from ...intake.decide import Decision, decide
from ...intake.deciding import NO_ROUTE
from ...intake.page.listing import Wanted, list_reports
from ...intake.page.objects import ReportPage
from ...intake.page.show import read_report
from ...intake.page.triage import JOIN
from ..gate import for_members
from ..manners import change, key_for
from ..typed import number_in
from .forms import decision_form

PASSED_ON = "De melding is doorgegeven."
ENDED = "De melding is afgesloten. Wie meldde, leest uw uitleg bij de melding."


@require_safe
@for_members
def index(request: HttpRequest) -> HttpResponse:
    """One list of reports: what must be judged, what was judged, or our own."""
    wanted = Wanted(*(request.GET.get(name, "") for name in ("lijst", "wijk", "na")))
    actor = request.actor  # type: ignore[attr-defined]
    found = list_reports(wanted, actor=actor, at=timezone.now())
    request.new_reports = found.new  # type: ignore[attr-defined]
    here = {"lijst": found.which} | ({"wijk": found.district} if found.district else {})
    shown = {
        "reports": found,
        "chips": [
            {"label": label, "url": _list(here, key), "current": key == found.which}
            for key, label in found.offered
        ],
        "first": f"?{urlencode(here)}" if wanted.after else "",
        "next": f"?{urlencode({**here, 'na': found.next})}" if found.next else "",
    }
    return render(request, "reports/list.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
@for_members
def show(request: HttpRequest, reference: str) -> HttpResponse:
    """One report; who judges it decides here."""
    if request.method != "POST":
        return _draw(request, reference)

    decision = _decision(request)

    def do(at: datetime) -> str:
        actor, version = request.actor, number_in(request.POST, "version")  # type: ignore[attr-defined]
        case = decide(reference, decision, actor=actor, at=at, version=version)
        return reverse("case", args=[case.reference]) if case else reverse("reports")

    def say(to: str) -> str:
        if to != reverse("reports"):
            return "Uw besluit is vastgelegd. Dit is de casus."
        return ENDED if decision.route == NO_ROUTE else PASSED_ON

    return change(request, do, partial(_draw, request, reference), say)


def _list(here: dict[str, str], key: str) -> str:
    return f"?{urlencode({**here, 'lijst': key})}"


def _decision(request: HttpRequest) -> Decision:
    """Return what was chosen: a route, or a running case that the report joins."""
    chosen, reason = request.POST.get("route", ""), request.POST.get("reason", "")
    if not chosen.startswith(JOIN):
        return Decision(chosen, reason)
    route, _, case = chosen.removeprefix(JOIN).partition(":")
    return Decision(route, reason, case)


def _draw(request: HttpRequest, reference: str, refusal: Refused | None = None) -> HttpResponse:
    page = read_report(reference, actor=request.actor, at=timezone.now())  # type: ignore[attr-defined]
    request.new_reports = page.new  # type: ignore[attr-defined]
    faults = refusal.errors if isinstance(refusal, Invalid) else {}
    typed = request.POST if refusal else None
    shown: dict[str, Any] = {
        "page": page,
        "form": decision_form(page.triage, typed, faults) if page.triage else None,
        "refusal": "" if faults else refusal or "",
        "once": key_for(request),
        "version": page.version,
    }
    if isinstance(refusal, Conflict):
        shown |= {"changed": True, "mine": _mine(request, page), "theirs": _theirs(page)}
    return render(request, "reports/show.html", shown)


def _mine(request: HttpRequest, page: ReportPage) -> list[dict[str, str]]:
    """Return what was typed, in words, for beside what stands now."""
    decision = _decision(request)
    joins = f", bij casus {decision.joins}" if decision.joins else ""
    chosen = dict(page.routes).get(decision.route, "")
    return [
        {"label": "Route", "value": f"{chosen}{joins}"},
        {"label": "Uitleg", "value": decision.reason},
    ]


def _theirs(page: ReportPage) -> list[dict[str, str]]:
    rows = [{"label": "Stand", "value": page.status}]
    return rows + [{"label": line.label, "value": line.value} for line in page.decision]
