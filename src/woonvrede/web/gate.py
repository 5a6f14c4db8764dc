# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
The gate before every page: how far somebody has come, and whether that is far enough.

Each view declares whom it is for; a view without a declaration stops start-up.  Beyond the gate
the door (``access.door``) decides what somebody sees.
"""

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any, TypeVar

from django.contrib.auth import logout
from django.core.exceptions import ImproperlyConfigured, ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone

from ..access.session import looking
from .entry import factors, membership
from .entry.paths import CHOOSE, ENROL, elsewhere, sign_in
from .manners import note_absent

View = TypeVar("View", bound=Callable[..., Any])
Guard = Callable[[HttpRequest], HttpResponse | None]
MARK = "gate"


def for_anyone(view: View) -> View:
    """Open a page to whoever asks."""
    return _declare(view, _anyone)


def for_enrolling(view: View) -> View:
    """Open a page to who is signed in, if only to get a second factor."""
    return _declare(view, _enrolling)


def for_choosing(view: View) -> View:
    """Open a page to who is signed in with two factors, for whichever party."""
    return _declare(view, _choosing)


def for_members(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """
    Open a page to who acts for a party.

    Reading runs whole as ``request.actor``: the transaction begins before the view, ends after
    the page is made, and can change nothing.  A change begins its own (``web.manners.change``), so
    that a refusal undoes it and still leaves a trace.
    """

    @wraps(view)
    def within(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method not in ("GET", "HEAD"):
            return view(request, *args, **kwargs)
        try:
            with looking(request.actor):  # type: ignore[attr-defined]
                return view(request, *args, **kwargs)
        except ObjectDoesNotExist as absent:
            note_absent(request)
            raise Http404 from absent

    return _declare(within, _members)


class Gate:
    """The middleware; sets ``request.actor`` for members and leaves it None for others."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        undeclared = sorted(_undeclared(get_resolver().url_patterns))
        if undeclared:
            raise ImproperlyConfigured(f"whom are these pages for? {', '.join(undeclared)}")

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on; who asks is found out when it is known which page they want."""
        request.actor = None  # type: ignore[attr-defined]
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    def process_view(
        self, request: HttpRequest, view: View, args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """Let through, or send to the page that brings somebody further."""
        del args, kwargs
        guard: Guard = getattr(view, MARK)
        return guard(request)


def _declare(view: View, guard: Guard) -> View:
    setattr(view, MARK, guard)
    return view


def _anyone(request: HttpRequest) -> HttpResponse | None:
    del request
    return None


def _enrolling(request: HttpRequest) -> HttpResponse | None:
    if not request.user.is_authenticated:
        return elsewhere(request, sign_in(request))
    if factors.second_is_owed(request):
        logout(request)
        return elsewhere(request, sign_in(request))
    return None


def _choosing(request: HttpRequest) -> HttpResponse | None:
    if request.user.is_authenticated and factors.are_two(request):
        return None
    return _enrolling(request) or elsewhere(request, ENROL)


def _members(request: HttpRequest) -> HttpResponse | None:
    if refusal := _choosing(request):
        return refusal
    request.actor = membership.actor(request, at=timezone.now())  # type: ignore[attr-defined]
    return None if request.actor else elsewhere(request, CHOOSE)  # type: ignore[attr-defined]


def _undeclared(patterns: list[Any], prefix: str = "/") -> Iterator[str]:
    for pattern in patterns:
        here = f"{prefix}{pattern.pattern}"
        if isinstance(pattern, URLResolver):
            yield from _undeclared(pattern.url_patterns, here)
        elif isinstance(pattern, URLPattern) and not hasattr(pattern.callback, MARK):
            yield here
