# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Nothing but enrolment opens with one factor, and nothing but sign-in without any."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import URLPattern, URLResolver, get_resolver, path

from tests.web.sign_in import people
from woonvrede.web import gate

SAMPLES = {
    "int": "1",
    "str": "x",
    "slug": "x",
    "path": "x",
    "uuid": "0" * 8 + "-0000-0000-0000-" + "0" * 12,
}
ENROLMENT = {
    "/bevestigen/",
    "/bevestigen/code/",
    "/bevestigen/passkey/",
    "/beveiliging/",
    "/beveiliging/app/",
    "/beveiliging/passkeys/nieuw/",
}


def addresses(guarded_by: str, patterns: Any = None, prefix: str = "/") -> Iterator[str]:
    """Return an address for every page that has this guard."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        here = prefix + re.sub(
            r"<(?:(\w+):)?\w+>",
            lambda found: SAMPLES[found.group(1) or "str"],
            str(pattern.pattern),
        )
        if isinstance(pattern, URLResolver):
            yield from addresses(guarded_by, pattern.url_patterns, here)
        elif isinstance(pattern, URLPattern) and guarded_by == guard_of(pattern):
            yield here


def guard_of(pattern: URLPattern) -> str:
    return str(getattr(pattern.callback, gate.MARK).__name__.lstrip("_"))


def test_enrolment_is_these_pages_and_no_other() -> None:
    assert set(addresses("enrolling")) == ENROLMENT


@pytest.mark.parametrize("guard", ["enrolling", "choosing", "members"])
def test_who_is_not_signed_in_is_sent_to_sign_in(guard: str) -> None:
    for address in addresses(guard):
        for answer in (Client().get(address), Client().post(address)):
            assert answer.status_code == 302, address
            assert answer.headers["Location"].startswith("/inloggen/"), address


def test_htmx_takes_the_whole_page_to_sign_in() -> None:
    answer = Client().get("/beveiliging/", headers={"HX-Request": "true"})
    assert answer.headers["HX-Redirect"].startswith("/inloggen/")


@pytest.mark.parametrize("guard", ["choosing", "members"])
def test_one_factor_opens_nothing_but_enrolment(guard: str) -> None:
    client = people.with_one_factor(people.somebody("roos", "portaal"))
    for address in addresses(guard):
        for answer in (client.get(address), client.post(address)):
            assert (answer.status_code, answer.headers["Location"]) == (302, "/beveiliging/"), (
                address
            )


def test_one_factor_opens_enrolment() -> None:
    client = people.with_one_factor(people.somebody("roos", "portaal"))
    assert client.get("/beveiliging/").status_code == 200
    assert client.get("/beveiliging/app/").status_code == 200


def test_enrolling_elsewhere_ends_a_session_that_has_a_password_alone() -> None:
    account = people.somebody("roos", "portaal")
    earlier = people.with_one_factor(account)
    people.with_two_factors(account)
    assert earlier.get("/beveiliging/").headers["Location"].startswith("/inloggen/")
    assert "_auth_user_id" not in earlier.session


def test_a_page_that_says_not_whom_it_is_for_stops_start_up() -> None:
    def unguarded(request: HttpRequest) -> HttpResponse:
        return HttpResponse()

    urls = type("urls", (), {"urlpatterns": [path("open/", unguarded)]})
    with override_settings(ROOT_URLCONF=urls), pytest.raises(ImproperlyConfigured, match="/open/"):
        gate.Gate(unguarded)
