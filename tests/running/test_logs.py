# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Logs tell what went wrong and where, and never what somebody typed."""

import io
import json
import logging
import os

import psycopg
import pytest
import structlog
from django.core.handlers.exception import response_for_exception
from django.db import DatabaseError, connection
from django.http import HttpRequest

from woonvrede.running.database.cluster import TEST
from woonvrede.running.serving import logs

CANARY = "kanarie-7f3a"


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """What the root logger writes during a test."""
    stream = io.StringIO()
    monkeypatch.setattr(logging.getLogger(), "handlers", [logs.to(stream)])
    return stream


def _last(said: io.StringIO) -> dict[str, object]:
    line: dict[str, object] = json.loads(said.getvalue().strip().splitlines()[-1])
    return line


def test_our_own_lines_carry_what_we_gave_them(said: io.StringIO) -> None:
    structlog.get_logger("woonvrede.x").info("job done", job=3)
    assert (_last(said)["event"], _last(said)["job"]) == ("job done", 3)


def test_what_a_library_fills_in_stays_out(said: io.StringIO) -> None:
    logging.getLogger("library").warning("could not find %s", CANARY)
    assert _last(said)["event"] == "could not find %s"
    assert CANARY not in said.getvalue()


def test_a_failed_page_is_logged_by_kind_and_place(said: io.StringIO) -> None:
    request = HttpRequest()
    request.path = f"/casussen/{CANARY}/"
    try:
        os.environ[CANARY]
    except LookupError as error:
        response_for_exception(request, error)
    assert CANARY not in said.getvalue()
    assert "builtins.KeyError" in said.getvalue()
    assert "test_logs.py" in said.getvalue()


def test_a_broken_constraint_is_logged_by_its_name(said: io.StringIO) -> None:
    try:
        with connection.cursor() as cursor:
            cursor.execute("insert into records_account (email) values (%s)", [CANARY])
    except DatabaseError:
        logging.getLogger("woonvrede.x").exception("not saved")
    assert CANARY not in said.getvalue()
    assert "Error" in str(_last(said)["error"])


def test_the_database_logs_no_words_of_a_statement() -> None:
    before = TEST.log.stat().st_size
    connecting = psycopg.connect(os.environ["DATABASE_URL"], autocommit=True)
    for statement in (f"select '{CANARY}'::int", f"select {CANARY.replace('-', '_')}"):
        with pytest.raises(psycopg.Error):
            connecting.execute(statement)
    with pytest.raises(psycopg.Error):
        connecting.execute("select %s::int / 0", [CANARY])
    connecting.close()
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(TEST.url("nobody_at_all", "postgres"))
    log = TEST.log.read_bytes()[before:].decode()
    assert "nobody_at_all" in log, "this is not the log of the server in use"
    assert CANARY not in log
    assert CANARY.replace("-", "_") not in log
