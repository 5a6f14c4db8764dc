# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of cases, with coded filters in the address."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_safe

from ...casework.lists.filters import Filter, Wanted
from ...casework.lists.listing import list_cases
from ..gate import for_members

# How each filter is called in the address.
NAMES = {
    "intervention": "aanpak",
    "stage": "fase",
    "district": "wijk",
    "role": "rol",
    "term": "termijn",
    "outcome": "afloop",
    "lead": "regie-bij",
    "party": "partij",
    "sort": "volgorde",
}
# Those that fewer people use stand behind a click, unless one of them is chosen.
MORE = ("lead", "party", "sort")
CLOSED = {"stand": "afgesloten"}
OURS = {"regie": "ons"}


@require_safe
@for_members
def show(request: HttpRequest) -> HttpResponse:
    """The cases that somebody may know of, a page at a time."""
    wanted = wanted_in(request.GET)
    cases = list_cases(wanted, actor=request.actor, at=timezone.now())  # type: ignore[attr-defined]
    chosen = {NAMES[each.key]: each.chosen for each in cases.filters if each.chosen}
    here = codes_of(wanted, cases.filters)
    further = "&".join(filter(None, (here, urlencode({"na": cases.next}))))
    more = [each for each in cases.filters if each.key in MORE]
    shown = {
        "cases": cases,
        "fields": [(NAMES[each.key], each) for each in cases.filters if each.key not in MORE],
        "more": [(NAMES[each.key], each) for each in more],
        "unfold": any(each.chosen for each in more),
        "running": f"?{urlencode(chosen)}",
        "ours": f"?{urlencode(chosen | OURS)}",
        "closed": f"?{urlencode(chosen | CLOSED)}",
        "first": f"?{here}" if wanted.after else "",
        "next": f"?{further}" if cases.next else "",
    }
    return render(request, "case_list/show.html", shown)


def wanted_in(asked: QueryDict) -> Wanted:
    """Return which cases an address asks for."""
    closed = asked.get("stand") == CLOSED["stand"]
    return Wanted(
        **{key: asked.get(name, "") for key, name in NAMES.items()},
        in_charge=not closed and asked.get("regie") == OURS["regie"],
        closed=closed,
        after=asked.get("na", ""),
    )


def codes_of(wanted: Wanted, filters: tuple[Filter, ...]) -> str:
    """Return what was chosen as the end of an address: codes alone, and none but those offered."""
    chosen = {NAMES[each.key]: each.chosen for each in filters if each.chosen}
    more = CLOSED if wanted.closed else OURS if wanted.in_charge else {}
    return urlencode(chosen | more)


urlpatterns = [path("casussen/", show, name="case-list")]
