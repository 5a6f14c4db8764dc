# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""A party's own figures, and the cases behind a number."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_safe

from ..insight.behind import read_behind
from ..insight.page import read_figures
from ..insight.taken_out import take_out
from .gate import for_members

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@for_members
def show(request: HttpRequest) -> HttpResponse:
    """The figures of a period beside those of the one before."""
    actor, period = request.actor, request.GET.get("periode", "")  # type: ignore[attr-defined]
    figures = read_figures(period, actor=actor, at=timezone.now())
    return render(request, "monitoring/show.html", {"figures": figures})


@require_safe
@for_members
def behind(request: HttpRequest, indicator: str) -> HttpResponse:
    """The cases and reports behind one number, as far as this person may know of them."""
    found = read_behind(
        indicator,
        request.GET.get("periode", ""),
        actor=request.actor,  # type: ignore[attr-defined]
        at=timezone.now(),
        after=request.GET.get("na", ""),
    )
    here = {"periode": found.period.name}
    shown = {
        "found": found,
        "trail": [{"label": "Monitoring", "url": f"/monitoring/?{urlencode(here)}"}],
        "first": f"?{urlencode(here)}" if "na" in request.GET else "",
        "next": f"?{urlencode({**here, 'na': found.next})}" if found.next else "",
    }
    return render(request, "monitoring/behind.html", shown)


@require_safe
@for_members
def download(request: HttpRequest) -> HttpResponse:
    """The figures of a period as a spreadsheet, with the rules by which they were counted."""
    actor, period = request.actor, request.GET.get("periode", "")  # type: ignore[attr-defined]
    file = take_out(period, actor=actor, at=timezone.now())
    headers = {"Content-Disposition": f'attachment; filename="{file.name}"'}
    return HttpResponse(file.content, content_type=EXCEL, headers=headers)


urlpatterns = [
    path("monitoring/", show, name="monitoring"),
    path("monitoring/excel/", download, name="monitoring-excel"),
    path("monitoring/<str:indicator>/", behind, name="monitoring-behind"),
]
