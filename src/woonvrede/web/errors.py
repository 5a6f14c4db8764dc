# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages for when something goes wrong; they say nothing about anybody's case."""

import secrets
import sys
from pathlib import Path
from traceback import extract_tb

import structlog
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from psycopg.errors import IdleInTransactionSessionTimeout

from ..access.books import UnknownAgreement
from ..access.session import is_held_up

log = structlog.get_logger(__name__)

RETRY_AFTER = "10"
PACKAGE = Path(__file__).parents[1]
STOOD_STILL = IdleInTransactionSessionTimeout.sqlstate


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer a request that nobody's browser sends by itself."""
    del request, exception
    return HttpResponse(render_to_string("errors/400.html"), status=400)


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form without a valid token: an old tab, or somebody else's page."""
    del request, reason
    return HttpResponse(render_to_string("errors/403_csrf.html"), status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer what is not there and what somebody may not see, with the same words."""
    del exception
    return render(request, "errors/404.html", status=404)


def failed(request: HttpRequest) -> HttpResponse:
    """
    Answer our own mistake with a reference, an absent database with a request for patience, an
    agreement that was published since this process started likewise, and a database that somebody
    else keeps busy with a request to try again.

    Uses neither: the database may be what is missing.
    """
    del request
    error = sys.exc_info()[1]
    if is_held_up(error):
        return HttpResponse(render_to_string("errors/held_up.html"), status=409)
    if isinstance(error, OperationalError | InterfaceError) or _stood_still(error):
        log.error("database absent", kind=type(error).__name__)
        return _later()
    if isinstance(error, UnknownAgreement):
        log.error("agreement unknown: restart serve and worker", kind=type(error).__name__)
        return _later()
    reference = secrets.token_hex(4)
    log.error("page failed", reference=reference, kind=type(error).__name__, where=_where(error))
    page = render_to_string("errors/500.html", {"reference": reference})
    return HttpResponse(page, status=500)


def _stood_still(error: BaseException | None) -> bool:
    """Did the database end the transaction because it waited too long for us, and undo it all?"""
    return getattr(error and error.__cause__, "sqlstate", None) == STOOD_STILL


def _where(error: BaseException | None) -> str:
    """Name the lines of ours through which it went: what an error says may hold what was typed."""
    frames = extract_tb(error.__traceback__) if error else []
    ours = [Path(frame.filename) for frame in frames]
    return " > ".join(
        f"{path.relative_to(PACKAGE)}:{frame.lineno}"
        for path, frame in zip(ours, frames, strict=True)
        if path.is_relative_to(PACKAGE)
    )


def _later() -> HttpResponse:
    page = render_to_string("errors/503.html")
    return HttpResponse(page, status=503, headers={"Retry-After": RETRY_AFTER})
