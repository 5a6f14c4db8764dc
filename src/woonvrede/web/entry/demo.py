# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
Looking through somebody else's eyes, in the demo alone.

It opens with ``WOONVREDE_DEMO`` on and a caller on this very machine, and is not there otherwise.
"""

from dataclasses import dataclass
from datetime import datetime
from ipaddress import ip_address
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY, get_user_model, login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.timezone import localdate

from ...access.accounts import fictional_people
from ...access.actor import function_names
from ...access.books import in_force

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
SESSION_MARK = "demo"


@dataclass(frozen=True)
class Persona:
    """One role that the switcher offers: a fictional account in one of its memberships."""

    account: int
    membership: int | None
    name: str
    function: str
    party: str
    city: str

    @property
    def key(self) -> str:
        """What the button sends."""
        return f"{self.account}-{self.membership or ''}"


def is_open(request: HttpRequest) -> bool:
    """Is this the demo, and is the caller on this machine and not behind a proxy?"""
    if not settings.DEMO or "X-Forwarded-For" in request.headers:
        return False
    try:
        return ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False


def is_demo_session(request: HttpRequest) -> bool:
    """Did this session begin at the switcher, and does the switcher still exist?"""
    return bool(request.session.get(SESSION_MARK)) and is_open(request)


def offer(request: HttpRequest) -> dict[str, Any] | None:
    """Return the personas for the banner on every page, by city, or None outside the demo."""
    if not is_open(request):
        return None
    session = request.session
    now = (session.get(SESSION_KEY), session.get("membership"))
    cities: dict[str, list[dict[str, Any]]] = {}
    for persona in personas_at(timezone.now()):
        cities.setdefault(persona.city, []).append(
            {
                "key": persona.key,
                "name": persona.name,
                "function": persona.function,
                "party": persona.party,
                "current": now == (str(persona.account), persona.membership),
            }
        )
    return {"cities": [{"name": name, "personas": found} for name, found in cities.items()]}


def personas_at(at: datetime) -> list[Persona]:
    """Return every demo account in each of its memberships, and once if it has none."""
    found = []
    day = localdate(at)
    for account, seats in fictional_people(at):
        found += [
            Persona(
                account.pk,
                seat.pk,
                account.name,
                ", ".join(function_names(seat.functions, circle=seat.party.key, day=day)),
                seat.party.label,
                in_force(day, seat.party.key).city,
            )
            for seat in seats
        ] or [Persona(account.pk, None, account.name, "zonder lidmaatschap", "geen partij", "")]
    return found


def look_along(request: HttpRequest) -> HttpResponse:
    """Sign in as one of the fictional people of the demo; there is no such page elsewhere."""
    if not is_open(request) or request.method != "POST":
        raise Http404
    chosen = request.POST.get("persona", "")
    personas = {persona.key: persona for persona in personas_at(timezone.now())}
    if chosen not in personas:
        raise Http404
    persona = personas[chosen]
    account = get_object_or_404(get_user_model(), pk=persona.account, demo=True)
    request.session.flush()
    login(request, account, backend=BACKEND)
    request.session[SESSION_MARK] = True
    if persona.membership is not None:
        request.session["membership"] = persona.membership
    return redirect("/mijn-werk/")
