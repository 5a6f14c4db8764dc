# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages for when something goes wrong say nothing about anybody, and need little to say it."""

import re
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.db import InternalError, OperationalError, connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from psycopg.errors import IdleInTransactionSessionTimeout
from structlog.testing import capture_logs

from woonvrede.agreement.words.entry import entry_of
from woonvrede.running import within
from woonvrede.web import errors


@pytest.fixture
def no_database(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Point every connection at a port where nothing listens."""
    within.close_connections()
    monkeypatch.setitem(connection.settings_dict, "HOST", "127.0.0.1")
    monkeypatch.setitem(connection.settings_dict, "PORT", "9")
    yield
    within.close_connections()


def answer_to(error: Exception) -> HttpResponse:
    """Return the page for this error, made as Django makes it: while handling it."""
    request: HttpRequest = RequestFactory().get("/mijn-werk/")
    try:
        raise error
    except type(error):
        return errors.failed(request)


def test_what_is_not_there_gets_a_page_of_ours() -> None:
    page = Client().get("/bestaat-niet/")
    assert page.status_code == 404
    assert "De pagina bestaat niet, of u mag haar niet zien." in page.content.decode()


def test_our_own_mistake_gets_a_reference_and_not_its_words() -> None:
    page = answer_to(ValueError("Lindeplein 112"))
    assert page.status_code == 500
    assert "Lindeplein" not in page.content.decode()
    assert 'class="code"' in page.content.decode()


def test_the_log_tells_through_which_lines_of_ours_it_went_and_not_its_words() -> None:
    with capture_logs() as told:
        try:
            entry_of((), "Lindeplein 112")
        except KeyError:
            errors.failed(RequestFactory().get("/mijn-werk/"))
    (line,) = told
    assert re.fullmatch(r"agreement/words/entry\.py:\d+", line["where"])
    assert line["kind"] == "KeyError"
    assert "Lindeplein" not in repr(told)


def test_each_mistake_gets_a_reference_of_its_own() -> None:
    assert answer_to(ValueError()).content != answer_to(ValueError()).content


def test_an_absent_database_asks_for_patience() -> None:
    page = answer_to(OperationalError("connection refused"))
    assert page.status_code == 503
    assert page.headers["Retry-After"]
    assert "even niet bereikbaar" in page.content.decode()


def test_a_transaction_that_the_database_ended_asks_for_patience() -> None:
    """On a machine that stood still; it is all undone, so that it can be sent again."""
    ended = InternalError("terminating connection")
    ended.__cause__ = IdleInTransactionSessionTimeout()
    assert answer_to(ended).status_code == 503
    assert answer_to(InternalError("something else")).status_code == 500


def test_a_whole_request_without_a_database_asks_for_patience(no_database: None) -> None:
    client = Client(raise_request_exception=False)
    client.cookies[settings.SESSION_COOKIE_NAME] = "a session that has to be looked up"
    assert client.get("/inloggen/").status_code == 503


def test_an_old_form_is_refused_in_our_words() -> None:
    client = Client(enforce_csrf_checks=True)
    page = client.post("/inloggen/", {"login": "lead@voorbeeld.invalid", "password": "x"})
    assert page.status_code == 403
    assert "niets opgeslagen" in page.content.decode()
    assert "lead@voorbeeld.invalid" not in page.content.decode()
