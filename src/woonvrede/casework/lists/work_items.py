# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Everything that somebody has to do, or waits for, over all their cases: in one question."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Literal

from django.db import connection
from django.db.models import BooleanField, ExpressionWrapper, F, Func, Q, TextField, Value
from django.db.models.lookups import In

from ...access.actor import Actor
from ...access.books import books
from ...access.door import known_to
from ...agreement.book import Agreement, Intervention

MOST = 100
FRESH = timedelta(days=7)
# The effects by which a step gives somebody else a seat.
GIVING = ("assign", "assign_pair", "give_order", "call_in")
PARTS = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
ME = """
    select %s::bigint as party, %s::text[] as own, %s::timestamptz as fresh,
           %s::boolean as only_in_charge
"""
# Of which agreement and intervention a seat is, and in which role, as one word to be looked up.
PLACE = Func(
    Value("/"),
    F("agreement"),
    F("intervention"),
    F("role"),
    function="concat_ws",
    output_field=TextField(),
)
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
    leading, personal = [], []
    for agreement in books().values():
        roles = [role.key for role in agreement.roles if role.personal]
        for each in agreement.interventions.values():
            leading.append(_place(agreement, each, each.lead))
            personal += [_place(agreement, each, role) for role in roles]
    return Q(In(PLACE, leading)) | Q(In(PLACE, personal), account=actor.account)


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
    """Select the seats that somebody else gave: by invitation or by a step."""
    found = set()
    for agreement in books().values():
        for each in agreement.interventions.values():
            roles = {step.role for step in each.moves if step.role and step.effect in GIVING}
            roles |= {invitation.role for invitation in each.invitations}
            found |= {_place(agreement, each, role) for role in roles}
    return Q(In(PLACE, sorted(found)))


def _place(agreement: Agreement, intervention: Intervention, role: str) -> str:
    return f"{agreement.key}/{intervention.key}/{role}"
