# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""For whom somebody acts: one membership per session, chosen after sign-in."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from ...access.actor import Actor, actor_of, function_names, memberships
from .paths import wanted

SESSION_KEY = "membership"


def actor(request: HttpRequest, *, at: datetime) -> Actor | None:
    """Return who acts in this session, or None when no membership of this moment was chosen."""
    chosen = request.session.get(SESSION_KEY)
    if chosen is None:
        return None
    account = _account(request)
    for seat in memberships(account, at=at):
        if seat.pk == chosen:
            return actor_of(account, seat, at=at)
    return None


@require_http_methods(["GET", "POST"])
def choose(request: HttpRequest) -> HttpResponse:
    """Choose for whom you work today; who has one membership does not see this page."""
    at = timezone.now()
    seats = {str(seat.pk): seat for seat in memberships(_account(request), at=at)}
    asked = request.POST.get(SESSION_KEY, "")
    pick = asked if request.method == "POST" else next(iter(seats), "")
    if pick in seats and (request.method == "POST" or len(seats) == 1):
        request.session[SESSION_KEY] = seats[pick].pk
        return redirect(wanted(request))
    choices = [
        {
            "value": key,
            "party": seat.party.label,
            "functions": ", ".join(function_names(seat, at=at)),
        }
        for key, seat in seats.items()
    ]
    page = {"choices": choices, "next": wanted(request)}
    return render(request, "account/choose_membership.html", page)


def _account(request: HttpRequest) -> Any:
    # The gate let nobody pass who is not signed in.
    return request.user
