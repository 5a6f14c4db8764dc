# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""A reused connection knows nobody."""

from django.db import connection


def _ask(question: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(question)
        row = cursor.fetchone()
        return row[0] if row else None


def test_a_healthy_connection_is_used_again() -> None:
    connection.close()
    first = _ask("select pg_backend_pid()")
    connection.close()
    assert _ask("select pg_backend_pid()") == first
    connection.close()


def test_a_connection_that_still_knows_its_asker_is_thrown_away() -> None:
    connection.close()
    told = _ask("select set_config('app.party', '7', false)")
    first = _ask("select pg_backend_pid()")
    assert told == "7"
    connection.close()
    assert not _ask("select current_setting('app.party', true)")
    assert _ask("select pg_backend_pid()") != first
    connection.close()
