# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""How much volunteers do now, and did before: numbers, of no case in particular."""

from datetime import datetime

from django.db.models import IntegerField, QuerySet
from django.db.models.expressions import RawSQL

from ...records.account import Volunteer

MANY = 25  # as many tell enough; more are not counted
# By the index of a person's seats, in which the open ones stand together.
COUNTED = """
    select count(distinct case_id) from (
        select case_id from records_involvement i
        where i.account_id = records_volunteer.account_id and i.closed = %s
          and i.party_id = records_volunteer.party_id and i.role = records_volunteer.role
          and (i.closed or i.until is null or i.until > %s)
        limit %s) found
"""


def with_work(found: QuerySet[Volunteer], at: datetime) -> QuerySet[Volunteer]:
    """
    Add to each volunteer how many cases they have now (``running``) and had that are closed
    (``done``), at most ``MANY`` of each.
    """
    running, done = (
        RawSQL(COUNTED, [closed, at, MANY], IntegerField())  # noqa: S611 - a fixed text
        for closed in (False, True)
    )
    return found.annotate(running=running, done=done)


def room(hours: int, hours_a_case: int) -> int:
    """Return for how many cases at a time somebody with so many hours a month has room."""
    return max(1, hours // hours_a_case)
