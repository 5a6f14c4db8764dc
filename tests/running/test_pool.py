# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""A reused connection knows nobody."""

from django.db import connection


def _ask(question: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(question)
        row = cursor.fetchone()
        return row[0] if row else None


def _borrow(times: int) -> set[object]:
    """Return the server processes that answer when a connection is borrowed this often."""
    pids = set()
    for _ in range(times):
        pids.add(_ask("select pg_backend_pid()"))
        connection.close()
    return pids


def test_connections_are_used_again() -> None:
    assert len(_borrow(20)) <= 4


def test_a_connection_that_still_knows_its_asker_is_thrown_away() -> None:
    connection.close()
    told = _ask("select set_config('app.party', '7', false)")
    knowing = _ask("select pg_backend_pid()")
    assert told == "7"
    connection.close()
    assert knowing not in _borrow(20)
