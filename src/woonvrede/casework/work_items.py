# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Everything that somebody has to do, or waits for, over all their cases: in one question."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Literal

from django.db.models import (
    Case,
    DateField,
    Exists,
    Expression,
    F,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import Cast

from ..access.actor import Actor
from ..access.books import books
from ..access.door import known_to
from ..agreement.book import Agreement
from ..records.case import HandOver, Involvement
from ..records.permission import Permission
from ..records.task import Deadline, Task

MOST = 100
FRESH = timedelta(days=7)
NEVER = Cast(Value(None), DateField())
Rows = QuerySet[Any, tuple[str, int, str, str, date | None]]
Word = F | Value


@dataclass(frozen=True)
class Item:
    """
    One thing: ``what`` is a task's title, or the key of a term, a role or an intervention; ``who``
    the other party, or the key of the role that must meet the term.
    """

    kind: str
    case: int
    what: str
    who: str
    due: date | None


def items(actor: Actor, *, at: datetime) -> list[Item]:
    """Return at most a hundred of each kind, in cases of which the actor may know."""
    known = known_to(actor, at=at)
    first, *others = (
        *_tasks(actor, known),
        *_terms(actor, known),
        *_questions(actor, known),
        *_new_seats(known, at),
    )
    return [Item(*row) for row in first.union(*others, all=True)]


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


def _tasks(actor: Actor, known: QuerySet[Involvement]) -> Iterable[Rows]:
    unfinished = Task.objects.filter(finished_at=None, case__in=known.values("case"))
    ours = unfinished.filter(party=actor.party)
    given = unfinished.filter(giver=actor.party).exclude(party=actor.party)
    yield _rows(ours, Value("task"), F("title"), F("giver__label"), F("due"))
    yield _rows(given, Value("given"), F("title"), F("party__label"), F("due"))


def _terms(actor: Actor, known: QuerySet[Involvement]) -> Iterable[Rows]:
    running = Deadline.objects.filter(ended_at=None)
    mine = running.filter(Exists(known.filter(case=OuterRef("case"), role=OuterRef("owner"))))
    own = {
        role.key
        for agreement in books().values()
        for role in agreement.roles
        if actor.party_key in role.parties
    }
    led = known.filter(in_charge(actor)).values("case")
    others = running.filter(case__in=led).exclude(owner__in=own)
    yield _rows(mine, Value("term"), F("key"), F("owner"), F("due"))
    yield _rows(others, Value("awaited_term"), F("key"), F("owner"), F("due"))


def _questions(actor: Actor, known: QuerySet[Involvement]) -> Iterable[Rows]:
    in_known = Q(case__in=known.values("case"))
    asked = Permission.objects.filter(in_known, party=actor.party, answer="")
    yield _rows(asked, Value("question"), Value("permission"), F("case__lead__label"))
    waiting = HandOver.objects.filter(answer="")
    to_us = waiting.filter(in_known, asked=actor.party)
    led = known.filter(in_charge(actor)).values("case")
    to_others = waiting.filter(case__in=led).exclude(asked=actor.party)
    yield _rows(to_us, Value("request"), F("to"), F("case__lead__label"))
    yield _rows(to_others, Value("awaited_request"), F("to"), F("asked__label"))


def _new_seats(known: QuerySet[Involvement], at: datetime) -> Iterable[Rows]:
    given = Q(pk__in=[])
    for agreement in books().values():
        for each in agreement.interventions.values():
            roles = {step.role for step in each.moves if step.effect in ("assign", "give_order")}
            roles |= {invitation.role for invitation in each.invitations}
            given |= Q(agreement=agreement.key, intervention=each.key, role__in=roles)
    fresh = known.filter(given, since__gt=at - FRESH, closed=False)
    kind = Case(When(account=None, then=Value("invited")), default=Value("assigned"))
    yield _rows(fresh, kind, F("role"), F("case__lead__label"))


def _rows(found: QuerySet[Any], kind: Expression, what: Word, who: F, by: F | Cast = NEVER) -> Rows:
    """Put rows of any table into the same columns, the most urgent first."""
    named = found.annotate(item=kind, what=what, who=who, by=by).order_by("by", "pk")
    rows: Rows = named.values_list("item", "case_id", "what", "who", "by")
    return rows[:MOST]
