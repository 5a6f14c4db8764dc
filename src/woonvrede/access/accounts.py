# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
Accounts and their memberships: who may sign in, and for whom.

Only the owner of the database may write them: no page can give anybody anything.
"""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Prefetch
from django.utils.timezone import localdate

from ..records.account import Account, Membership
from ..records.party import Party
from .actor import current_at
from .books import is_at_work, partnerships
from .door import note_system
from .refusals import Refused


@transaction.atomic
def invite(
    email: str,
    *,
    name: str,
    party: str,
    functions: Sequence[str],
    at: datetime,
    interventions: Sequence[str] = (),
    districts: Sequence[str] = (),
) -> Account:
    """
    Give somebody a membership, and an account without a password when they have none yet; writes
    down that this was done.

    :raises Refused: if there is no such party, or people act for its units alone
    """
    circle = Party.objects.filter(key=party).first()
    if circle is None:
        raise Refused(f"Er is geen partij met de naam {party}.")
    if len(partnerships(party)) > 1:
        raise Refused(f"{party} doet mee aan meer dan één samenwerking. Kies een afdeling.")
    account = account_for(email, name=name)
    Membership.objects.create(
        account=account,
        party=circle,
        functions=list(functions),
        interventions=list(interventions),
        districts=list(districts),
        since=at,
    )
    note_system("account", f"invite:{account.pk}:{party}"[:60])
    return account


def account_for(email: str, *, name: str) -> Account:
    """Return the account with this address; a new one has no password yet."""
    account = Account.objects.filter(email=email.lower()).first()
    if account is None:
        account = Account(email=email.lower(), name=name)
        account.set_unusable_password()
        account.save()
    return account


def mark_fictional(account: Account) -> None:
    """Let the demo's role switcher offer this account."""
    account.demo = True
    account.save(update_fields=["demo"])


def fictional_people(at: datetime) -> list[tuple[Account, list[Membership]]]:
    """Return the demo's people, each with the memberships of this moment, in two questions."""
    current = Membership.objects.filter(current_at(at)).select_related("party").order_by("pk")
    found = Account.objects.filter(demo=True).order_by("pk")
    kept = found.prefetch_related(Prefetch("memberships", current, to_attr="current"))
    return [
        (account, [seat for seat in seats if is_at_work(localdate(at), seat.party.key)])
        for account, seats in ((each, vars(each)["current"]) for each in kept)
    ]


def fictional_are_there() -> bool:
    """Is this an installation with the demo's people?"""
    return Account.objects.filter(demo=True).exists()


def anybody_is_there() -> bool:
    """Does this installation have accounts?"""
    return Account.objects.exists()
