# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the served process adds to each answer, and how sessions end."""

from http.client import HTTPConnection, HTTPResponse
from time import time

import pytest
from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpRequest, HttpResponse

from woonvrede.running.problem import Problem
from woonvrede.running.serving import sessions
from woonvrede.running.serving.origin import cookie, hosts, refuse_unsafe

CSP = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
}


def _get(served: str, path: str, host: str = "localhost") -> HTTPResponse:
    port = served.rsplit(":", 1)[1]
    connection = HTTPConnection("127.0.0.1", int(port), timeout=30)
    connection.request("GET", path, headers={"Host": f"{host}:{port}"})
    answer = connection.getresponse()
    answer.read()
    return answer


@pytest.mark.parametrize("path", ["/inloggen/", "/bestaat-niet/", "/static/bestaat-niet.css"])
def test_nothing_of_a_page_stays_behind(served: str, path: str) -> None:
    headers = _get(served, path).headers
    assert headers["Cache-Control"] == "no-store"
    assert set(headers["Content-Security-Policy"].split("; ")) == CSP
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["X-Frame-Options"] == "DENY"
    assert "camera=()" in headers["Permissions-Policy"]


def test_static_files_may_be_kept_and_are_compressed(served: str) -> None:
    answer = _get(served, staticfiles_storage.url("vendor/utrecht/index.css"))
    assert answer.status == 200
    assert "immutable" in answer.headers["Cache-Control"]
    assert answer.headers["Vary"] == "Accept-Encoding"


def test_an_ip_address_is_sent_to_the_name(served: str) -> None:
    port = served.rsplit(":", 1)[1]
    answer = _get(served, "/inloggen/?next=/x/", host="127.0.0.1")
    assert answer.status == 307
    assert answer.headers["Location"] == f"http://localhost:{port}/inloggen/?next=/x/"


def test_another_host_is_not_answered(served: str) -> None:
    assert _get(served, "/inloggen/", host="elders.invalid").status == 400


def test_cookies_are_bound_to_https_and_the_host() -> None:
    assert cookie("session", "https://woonvrede.voorbeeld") == "__Host-session"
    assert not cookie("session", "http://localhost:8000").startswith("__Host-")
    assert hosts("https://woonvrede.voorbeeld", ["extra"]) == ["woonvrede.voorbeeld", "extra"]


@pytest.mark.parametrize("origin", ["http://woonvrede.voorbeeld", "https://x/path", "ftp://x"])
def test_an_unsafe_origin_is_refused(origin: str) -> None:
    with pytest.raises(Problem):
        refuse_unsafe(origin, demo=False)


@pytest.mark.parametrize(
    ("idle", "age", "alive"),
    [(29 * 60, 3600, True), (31 * 60, 3600, False), (60, 9.9 * 3600, True), (60, 36100, False)],
)
def test_a_session_ends_when_idle_and_after_ten_hours(
    idle: float, age: float, *, alive: bool
) -> None:
    now = time()
    request = HttpRequest()
    request.session = SessionStore()
    request.session.update(
        {"who": "somebody", sessions.SEEN: now - idle, sessions.BEGUN: now - age}
    )
    sessions.sessions_end(lambda _: HttpResponse())(request)
    assert ("who" in request.session) is alive


def test_a_click_keeps_a_session_alive() -> None:
    request = HttpRequest()
    request.session = SessionStore()
    request.session.update({"who": "somebody", sessions.SEEN: time() - 600})
    sessions.sessions_end(lambda _: HttpResponse())(request)
    assert request.session[sessions.SEEN] == pytest.approx(time(), abs=5)
    assert request.session[sessions.BEGUN] == pytest.approx(time(), abs=5)


def test_debug_is_off() -> None:
    assert settings.DEBUG is False
