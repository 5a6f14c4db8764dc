# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""How much volunteers do now, and did before: numbers, of no case in particular."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection

MANY = 25  # as many tell enough; more are not counted
WORK = """
    select a.id,
        (select count(distinct case_id) from (
            select case_id from records_involvement i
            where i.account_id = a.id and not i.closed and i.party_id = %(party)s
              and i.role = %(role)s and (i.until is null or i.until > %(at)s)
            limit %(many)s) running),
        (select count(distinct case_id) from (
            select case_id from records_involvement i
            where i.account_id = a.id and i.closed and i.party_id = %(party)s
              and i.role = %(role)s
            limit %(many)s) done)
    from unnest(%(accounts)s::bigint[]) a (id)
"""


@dataclass(frozen=True)
class Work:
    """How many cases somebody has now, and had that are closed; at most ``MANY`` of each."""

    running: int = 0
    done: int = 0


def work_of(accounts: Collection[int], *, party: int, role: str, at: datetime) -> dict[int, Work]:
    """Return how much each of these does in a role for a circle, in one question."""
    given: dict[str, Any] = {
        "accounts": list(accounts),
        "party": party,
        "role": role,
        "at": at,
        "many": MANY,
    }
    with connection.cursor() as cursor:
        cursor.execute(WORK, given)
        return {account: Work(running, done) for account, running, done in cursor.fetchall()}


def room(hours: int, hours_a_case: int) -> int:
    """Return for how many cases at a time somebody with so many hours a month has room."""
    return max(1, hours // hours_a_case)
