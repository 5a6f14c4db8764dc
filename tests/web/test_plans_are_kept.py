# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What pages ask again and again is planned once per connection, for whomever it is asked."""

import psycopg
import pytest
from django.db import connection

from tests.web.cost import cost
from tests.world import signed_in, told

KEPT = "select statement from pg_prepared_statements where generic_plans > 0"


@pytest.mark.usefixtures("people")
def test_a_connection_keeps_the_plans_of_a_page(administrator: "psycopg.Connection") -> None:
    """Whatever the tables held in an earlier test: by that PostgreSQL judges what a plan costs."""
    administrator.execute("analyze")
    page = f"/casussen/{told('execution').reference}/"
    for who in ("lead", "landlord") * 5:
        cost(signed_in(who), page)
    with connection.cursor() as cursor:
        cursor.execute(KEPT)
        kept = [statement for (statement,) in cursor.fetchall()]
    for table in ("session", "account", "membership", "case", "involvement", "task", "link"):
        assert any(f"_{table}" in statement for statement in kept), table
    assert not any("app.account" in statement for statement in kept), "who asks is told each time"
