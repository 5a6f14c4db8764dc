# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The one address that people type, and what follows from it."""

from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from woonvrede.running.problem import Problem

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")

Answer = Callable[[HttpRequest], HttpResponse]


def refuse_unsafe(origin: str, *, demo: bool) -> None:
    """
    Refuse an address over which a cookie could be read by others.

    :raises Problem: if it is not https, unless it is this machine's own; or a demo elsewhere
    """
    parts = urlsplit(origin)
    here = parts.hostname in {"localhost", "127.0.0.1", "::1"}
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path:
        raise Problem(
            f"WOONVREDE_ORIGIN={origin} is no origin: write it like https://name.example."
        )
    if parts.scheme == "http" and not here:
        raise Problem(f"WOONVREDE_ORIGIN={origin} is not safe: it must begin with https://.")
    if demo and not here:
        raise Problem("WOONVREDE_DEMO=1 works only on http://localhost: unset it for real use.")


def hosts(origin: str, extra: Sequence[str]) -> list[str]:
    """Return the host names that are answered; a demo or test answers to loopback too."""
    own = urlsplit(origin).hostname or ""
    return [*(LOOPBACK if own in {"localhost", "127.0.0.1", "::1"} else [own]), *extra]


def cookie(name: str, origin: str) -> str:
    """Return the name of a cookie; browsers bind a ``__Host-`` one to https and this host."""
    return f"__Host-{name}" if origin.startswith("https://") else f"woonvrede-{name}"


def one_address(answer: Answer) -> Answer:
    """Send who typed an IP address to the name: passkeys belong to a name."""

    def middleware(request: HttpRequest) -> HttpResponse:
        asked = request.get_host().rsplit(":", 1)[0]
        if asked in {"127.0.0.1", "[::1]"} and "localhost" in settings.ORIGIN:
            place = f"http://localhost:{request.get_port()}{request.get_full_path()}"
            return HttpResponseRedirect(place, preserve_request=True)
        return answer(request)

    return middleware
