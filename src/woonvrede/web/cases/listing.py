# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of cases, with coded filters in the address."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_safe

from ...casework.lists.listing import Wanted, list_cases
from ..gate import for_members

# How each filter is called in the address.
NAMES = {"intervention": "aanpak", "stage": "fase", "district": "wijk", "role": "rol"}
CLOSED = {"stand": "afgesloten"}
OURS = {"regie": "ons"}


@require_safe
@for_members
def show(request: HttpRequest) -> HttpResponse:
    """The cases that somebody may know of, a page at a time."""
    asked = request.GET
    closed = asked.get("stand") == CLOSED["stand"]
    given = {key: asked.get(name, "") for key, name in NAMES.items()}
    ours = not closed and asked.get("regie") == OURS["regie"]
    wanted = Wanted(**given, in_charge=ours, closed=closed, after=asked.get("na", ""))
    cases = list_cases(wanted, actor=request.actor, at=timezone.now())  # type: ignore[attr-defined]
    chosen = {NAMES[each.key]: each.chosen for each in cases.filters if each.chosen}
    here = chosen | (CLOSED if closed else OURS if ours else {})
    shown = {
        "cases": cases,
        "fields": [(NAMES[each.key], each) for each in cases.filters],
        "running": f"?{urlencode(chosen)}",
        "ours": f"?{urlencode(chosen | OURS)}",
        "closed": f"?{urlencode(chosen | CLOSED)}",
        "first": f"?{urlencode(here)}" if wanted.after else "",
        "next": f"?{urlencode({**here, 'na': cases.next})}" if cases.next else "",
    }
    return render(request, "case_list/show.html", shown)


urlpatterns = [path("casussen/", show, name="case-list")]
