# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Everything that somebody has to do, or waits for, over all their cases: in one question."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Literal

from django.db import connection
from django.db.models import BooleanField, ExpressionWrapper, Q

from ...access.actor import Actor
from ...access.books import books
from ...access.door import known_to
from ...agreement.book import Agreement

MOST = 100
FRESH = timedelta(days=7)
GIVING = ("assign", "give_order", "call_in")
PARTS = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
ME = """
    select %s::bigint as party, %s::text[] as own, %s::timestamptz as fresh,
           %s::boolean as only_in_charge
"""
COLUMNS = ("case_id", "role", "account_id", "since", "closed", "due", "in_charge", "given")


@dataclass(frozen=True)
class Item:
    """
    One thing: ``what`` is a task's title, or the key of a term, a role or an intervention; ``who``
    the other party, or the key of a role that must meet the term.
    """

    kind: str
    case: int
    what: str
    who: str
    due: date | None


def items(actor: Actor, *, charge: str, at: datetime) -> list[Item]:
    """
    Return at most a hundred of each kind, in cases of which the actor may know; also the running
    cases, those in the actor's charge when there can be any (``charge``).
    """
    seats = known_to(actor, at=at).annotate(
        in_charge=ExpressionWrapper(in_charge(actor), BooleanField()),
        given=ExpressionWrapper(_given(), BooleanField()),
    )
    known, values = seats.values(*COLUMNS).query.sql_with_params()
    own = [
        role.key
        for agreement in books().values()
        for role in agreement.roles
        if actor.party_key in role.parties
    ]
    question = f"with known as not materialized ({known}), me as ({ME}) {PARTS}"
    with connection.cursor() as cursor:
        cursor.execute(question, (*values, actor.party, own, at - FRESH, bool(charge)))
        return [Item(*row) for row in cursor.fetchall()]


def in_charge(actor: Actor) -> Q:
    """Select the seats with which the actor is in charge: the lead's, or a personal one."""
    chosen = Q(pk__in=[])
    for agreement in books().values():
        personal = [role.key for role in agreement.roles if role.personal]
        for each in agreement.interventions.values():
            mine = Q(role=each.lead) | Q(role__in=personal, account=actor.account)
            chosen |= mine & Q(agreement=agreement.key, intervention=each.key)
    return chosen


def charge_of(actor: Actor, agreement: Agreement) -> Literal["lead", "personal", ""]:
    """Say whether the actor can be in charge of cases: as the lead, in a personal seat, or not."""
    leading = {each.lead for each in agreement.interventions.values()}
    playable = [
        role
        for role in agreement.roles
        if actor.party_key in role.parties and actor.functions.intersection(role.functions)
    ]
    if any(role.key in leading for role in playable):
        return "lead"
    return "personal" if any(role.personal for role in playable) else ""


def _given() -> Q:
    """Select the seats that somebody else gave: by invitation, assignment or order."""
    chosen = Q(pk__in=[])
    for agreement in books().values():
        for each in agreement.interventions.values():
            roles = {step.role for step in each.moves if step.effect in GIVING}
            roles |= {invitation.role for invitation in each.invitations}
            chosen |= Q(agreement=agreement.key, intervention=each.key, role__in=roles)
    return chosen
