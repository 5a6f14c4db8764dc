# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""For whom somebody acts: one membership per session, chosen after sign-in."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from ...access.actor import Actor, actors_of
from .paths import wanted

SESSION_KEY = "membership"


def actor(request: HttpRequest, *, at: datetime) -> Actor | None:
    """Return who acts in this session, or None when no membership of this moment was chosen."""
    chosen = request.session.get(SESSION_KEY)
    found = actors_of(_account(request), at=at) if chosen is not None else []
    return next((each for each in found if each.membership == chosen), None)


@require_http_methods(["GET", "POST"])
def choose(request: HttpRequest) -> HttpResponse:
    """Choose for whom you work today; who has one membership does not see this page."""
    at = timezone.now()
    found = {str(each.membership): each for each in actors_of(_account(request), at=at)}
    asked = request.POST.get(SESSION_KEY, "")
    pick = asked if request.method == "POST" else next(iter(found), "")
    if pick in found and (request.method == "POST" or len(found) == 1):
        request.session[SESSION_KEY] = found[pick].membership
        return redirect(wanted(request))
    choices = [
        {"value": key, "party": each.party_name, "functions": ", ".join(each.function_labels)}
        for key, each in found.items()
    ]
    page = {"choices": choices, "next": wanted(request)}
    return render(request, "account/choose_membership.html", page)


def _account(request: HttpRequest) -> int:
    # The gate let nobody pass who is not signed in.
    account: Any = request.user
    return int(account.pk)
