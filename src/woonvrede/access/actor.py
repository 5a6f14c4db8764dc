# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who asks: an account, for one circle, in some functions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils.timezone import localdate

from ..records.account import Account, Membership
from .books import book, in_force, is_at_work


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


def memberships(account: Account, *, at: datetime) -> Iterable[Membership]:
    """
    Return the account's memberships of this moment, oldest first; those for a circle that works
    under no agreement today do not count.
    """
    found = (
        Membership.objects.filter(current_at(at), account=account)
        .select_related("party", "party__of")
        .order_by("pk")
    )
    return [seat for seat in found if is_at_work(localdate(at), seat.party.key)]


def function_names(membership: Membership, *, at: datetime) -> tuple[str, ...]:
    """Return the Dutch names of the functions of a membership, in the agreement of this day."""
    labels = in_force(localdate(at), membership.party.key).labels["functions"]
    return tuple(labels.get(name, name) for name in membership.functions)


def actor_of(account: Account, membership: Membership, *, at: datetime) -> Actor:
    """Return the actor that this account is in this membership."""
    party = membership.party
    legal = party.of or party
    return Actor(
        account=account.pk,
        name=account.name,
        membership=membership.pk,
        party=party.pk,
        party_key=party.key,
        party_name=party.label,
        legal=legal.pk,
        legal_key=legal.key,
        functions=frozenset(membership.functions),
        interventions=frozenset(membership.interventions),
        districts=frozenset(membership.districts),
        function_labels=function_names(membership, at=at),
    )


def actors_with(email: str, *, at: datetime) -> list[Actor]:
    """Return everybody that the account with this address can act as at a moment; none if none."""
    account = Account.objects.filter(email=email.strip().lower(), is_active=True).first()
    if account is None:
        return []
    return [actor_of(account, seat, at=at) for seat in memberships(account, at=at)]
