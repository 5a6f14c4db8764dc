# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where the gate sends people who cannot go on yet."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django_htmx.http import HttpResponseClientRedirect

SIGN_IN = "/inloggen/"
ENROL = "/beveiliging/"
CHOOSE = "/wie-bent-u/"
HOME = "/mijn-werk/"


def sign_in(request: HttpRequest) -> str:
    """Return the sign-in page that brings somebody back to what they wanted to read."""
    return _with_next(request, SIGN_IN)


def elsewhere(request: HttpRequest, url: str) -> HttpResponse:
    """Send the whole page elsewhere, also when htmx asked for a part of it."""
    if url == CHOOSE:
        url = _with_next(request, url)
    if request.headers.get("HX-Request"):
        return HttpResponseClientRedirect(url)
    return redirect(url)


def wanted(request: HttpRequest) -> str:
    """Return the page of this house that somebody was on the way to, else the home page."""
    url = request.POST.get("next") or request.GET.get("next") or ""
    ours = url.startswith("/") and url_has_allowed_host_and_scheme(url, allowed_hosts=None)
    return url if ours else HOME


def _with_next(request: HttpRequest, url: str) -> str:
    if request.method != "GET" or request.path in ("/", HOME):
        return url
    return f"{url}?{urlencode({'next': request.get_full_path()})}"
