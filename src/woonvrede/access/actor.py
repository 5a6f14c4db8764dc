# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who asks: an account, for one circle, in some functions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection
from django.db.models import Q
from django.utils.timezone import localdate

from ..records.account import Account
from .books import book, in_force, is_at_work

# In plain SQL, because every request asks it; named as the fields of an actor.
MEMBERSHIPS = """
    select a.id as account, a.name, m.id as membership, m.functions, m.interventions, m.districts,
           p.id as party, p.key as party_key, p.label as party_name,
           legal.id as legal, legal.key as legal_key
    from records_membership m
    join records_account a on a.id = m.account_id
    join records_party p on p.id = m.party_id
    join records_party legal on legal.id = coalesce(p.of_id, p.id)
    where m.account_id = %(account)s
      and m.since <= %(at)s and (m.until is null or m.until > %(at)s)
    order by m.id
"""


@dataclass(frozen=True)
class Actor:
    """Somebody who acts for a circle now.  Empty interventions or districts means all of them."""

    account: int
    name: str
    membership: int
    party: int
    party_key: str
    party_name: str
    legal: int
    legal_key: str
    functions: frozenset[str]
    interventions: frozenset[str] = frozenset()
    districts: frozenset[str] = frozenset()
    function_labels: tuple[str, ...] = ()

    def works_on(self, intervention: str, district: str) -> bool:
        """Is this intervention, in this district, part of the membership?"""
        return (not self.interventions or intervention in self.interventions) and (
            not self.districts or district in self.districts
        )

    def plays(self, agreement: str) -> frozenset[str]:
        """The roles of an agreement that these functions play."""
        roles = book(agreement).roles
        return frozenset(role.key for role in roles if self.functions.intersection(role.functions))


def current_at(at: datetime) -> Q:
    """Select what holds at a moment: from ``since`` up to, not including, ``until``."""
    return Q(since__lte=at) & (Q(until=None) | Q(until__gt=at))


def actors_of(account: int, *, at: datetime) -> list[Actor]:
    """
    Return whom an account can act as at a moment, by its memberships, oldest first; those for a
    circle that works under no agreement that day do not count.
    """
    with connection.cursor() as cursor:
        cursor.execute(MEMBERSHIPS, {"account": account, "at": at})
        names = [column.name for column in cursor.description]
        found = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    day = localdate(at)
    return [_actor(row, day) for row in found if is_at_work(day, row["party_key"])]


def function_names(functions: Iterable[str], *, circle: str, day: date) -> tuple[str, ...]:
    """Return the Dutch names of functions in a circle, in the agreement of this day."""
    labels = in_force(day, circle).labels["functions"]
    return tuple(labels.get(name, name) for name in functions)


def actors_with(email: str, *, at: datetime) -> list[Actor]:
    """Return everybody that the account with this address can act as at a moment; none if none."""
    account = Account.objects.filter(email=email.strip().lower(), is_active=True).first()
    if account is None:
        return []
    return actors_of(account.pk, at=at)


def _actor(row: dict[str, Any], day: date) -> Actor:
    chosen = {name: frozenset(row[name]) for name in ("functions", "interventions", "districts")}
    labels = function_names(row["functions"], circle=row["party_key"], day=day)
    return Actor(**{**row, **chosen}, function_labels=labels)
