# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sessions end: after half an hour without a click, and after ten hours in any case."""

from collections.abc import Callable
from datetime import timedelta
from time import time

from django.conf import settings
from django.http import HttpRequest, HttpResponse

Answer = Callable[[HttpRequest], HttpResponse]

BEGUN, SEEN = "session_begun", "session_seen"
# Written once a minute, not at each click: the last click is known to the minute.
PRECISION = timedelta(minutes=1).total_seconds()


def sessions_end(answer: Answer) -> Answer:
    """Begin afresh when the session before this request has run out."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if not request.session.is_empty():
            now = time()
            if _is_over(request, now):
                request.session.flush()
            else:
                _remember(request, now)
        return answer(request)

    return middleware


def _is_over(request: HttpRequest, now: float) -> bool:
    begun, seen = request.session.get(BEGUN, now), request.session.get(SEEN, now)
    idle, absolute = settings.SESSION_IDLE, settings.SESSION_ABSOLUTE
    return bool(now - seen > idle.total_seconds() or now - begun > absolute.total_seconds())


def _remember(request: HttpRequest, now: float) -> None:
    request.session.setdefault(BEGUN, now)
    if now - request.session.get(SEEN, 0) > PRECISION:
        request.session[SEEN] = now
