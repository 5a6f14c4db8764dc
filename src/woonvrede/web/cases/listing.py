# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of cases, with coded filters in the address."""

from urllib.parse import parse_qsl, urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_safe

from ...casework.lists.listing import list_cases
from ...casework.lists.saved import saved_for
from ...insight.cases_out import may_take_out
from ..gate import for_members
from . import reassigning, saved, taking_out
from .wanted import CLOSED, NAMES, OURS, QUIET, codes_of, wanted_in

# Those that fewer people use stand behind a click, unless one of them is chosen.
MORE = ("lead", "party", "sort")


@require_safe
@for_members
def show(request: HttpRequest) -> HttpResponse:
    """The cases that somebody may know of, a page at a time."""
    wanted = wanted_in(request.GET)
    actor = request.actor  # type: ignore[attr-defined]
    at = timezone.now()
    cases = list_cases(wanted, actor=actor, at=at)
    chosen = {NAMES[each.key]: each.chosen for each in cases.filters if each.chosen}
    quiet = QUIET.items() <= chosen.items()
    chosen = dict(chosen.items() - QUIET.items())
    here = codes_of(wanted, cases.filters)
    further = "&".join(filter(None, (here, urlencode({"na": cases.next}))))
    more = [each for each in cases.filters if each.key in MORE]
    shown = {
        "cases": cases,
        "fields": [(NAMES[each.key], each) for each in cases.filters if each.key not in MORE],
        "more": [(NAMES[each.key], each) for each in more],
        "unfold": any(each.chosen for each in more),
        "saved": saved_for(actor, at=at),
        "here": here,
        "kept": parse_qsl(here),
        "may_take_out": may_take_out(actor=actor, at=at),
        "running": f"?{urlencode(chosen)}",
        "ours": f"?{urlencode(chosen | OURS)}",
        "still": f"?{urlencode(chosen | OURS | QUIET)}",
        "quiet": quiet,
        "closed": f"?{urlencode(chosen | CLOSED)}",
        "first": f"?{here}" if wanted.after else "",
        "next": f"?{further}" if cases.next else "",
    }
    return render(request, "case_list/show.html", shown)


urlpatterns = [
    path("casussen/", show, name="case-list"),
    path("casussen/toewijzen/", reassigning.reassign, name="case-list-reassign"),
    path("casussen/excel/", taking_out.take_out, name="case-list-excel"),
    path("casussen/filters/", saved.keep, name="case-list-filters"),
    path("casussen/filters/<int:number>/weg/", saved.throw_away, name="case-list-filter-gone"),
]
