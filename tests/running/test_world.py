# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The world in which the tests run is the one in which the product runs."""

import psycopg
import pytest
from django.db import ProgrammingError, connection


def _ask(question: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(question)
        row = cursor.fetchone()
        return row[0] if row else None


def test_tests_connect_as_the_application() -> None:
    assert _ask("select current_user") == "woonvrede_app"
    assert not connection.in_atomic_block


def test_the_application_owns_nothing_and_makes_nothing() -> None:
    assert _ask("select count(*) from pg_class where relowner = current_user::regrole") == 0
    with pytest.raises(ProgrammingError, match="permission denied"):
        _ask("create table public.mine (id int)")


def test_the_owner_is_no_superuser_and_bypasses_nothing(maintenance: "psycopg.Connection") -> None:
    rows = maintenance.execute(
        "select rolname, rolsuper, rolbypassrls, rolcanlogin from pg_roles "
        "where rolname like 'woonvrede_%' order by rolname"
    ).fetchall()
    assert rows == [
        ("woonvrede_app", False, False, True),
        ("woonvrede_keeper", False, False, False),
        ("woonvrede_maintenance", False, True, True),
        ("woonvrede_owner", False, False, True),
        ("woonvrede_worker", False, False, True),
    ]


def test_every_table_belongs_to_the_owner(maintenance: "psycopg.Connection") -> None:
    owners = maintenance.execute(
        "select distinct tableowner from pg_tables where schemaname = 'public'"
    ).fetchall()
    assert owners == [("woonvrede_owner",)]
