# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Terms: started when a case enters their stages, ended when it leaves them."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import Min
from django.utils.timezone import localdate

from ...access.books import book
from ...agreement.book import Deadline as Agreed
from ...agreement.check.presence import only_owner_knows
from ...agreement.values import Value
from ...agreement.vocabulary import SUSPENDED
from ...records.case import Case
from ...records.entry import Entry
from ...records.task import Deadline
from ..steps.guards import holds
from ..steps.situation import Situation, situation_of
from .later import end_of, leave
from .lengths import due_day
from .pausing import follow_suspension


def follow_stage(case: Case, at: datetime, *, before: str = "") -> None:
    """
    Start and end the terms of a case that has come to another stage.

    One that runs in the stage ``before`` too goes on; was it met there, it does not begin again.
    """
    _follow(case, book(case.agreement).interventions[case.intervention].deadlines, at, before)


def follow_facts(case: Case, at: datetime) -> None:
    """Start and end the terms that hang on what was recorded, and let those that wait wait."""
    described = book(case.agreement).interventions[case.intervention]
    hanging = [each for each in described.deadlines if each.hangs]
    if hanging or any(fact.key == SUSPENDED for fact in described.facts):
        _follow(case, hanging, at, case.stage)


def end_met(case: Case, move: str, at: datetime) -> None:
    """End the terms that a step meets, also where the stage stays."""
    deadlines = book(case.agreement).interventions[case.intervention].deadlines
    met = [agreed.key for agreed in deadlines if move in agreed.met_by]
    if met:
        Deadline.objects.filter(case=case, key__in=met, ended_at=None).update(ended_at=at)
        refresh_due(case)


def refresh_due(case: Case) -> None:
    """
    Keep on the case the first day on which a term must be met.  Whoever may know of the case sees
    this day, also where the term itself is kept from them: a day names nothing.  But one of which
    only its owner may know counts for the owner's seats alone: a trigger keeps that.  Tasks do not
    count: not everybody may know that there are any.
    """
    intervention = book(case.agreement).interventions[case.intervention]
    kept = [
        each.key
        for each in intervention.deadlines
        if only_owner_knows(each, intervention, case.stage)
    ]
    told = Deadline.objects.filter(case=case, ended_at=None).exclude(key__in=kept)
    first = told.aggregate(day=Min("due"))["day"]
    if first != case.due:
        case.due = first
        case.save(update_fields=["due"])


def _follow(case: Case, deadlines: Iterable[Agreed], at: datetime, before: str) -> None:
    situation = situation_of(case, at)
    running = {term.key: term for term in Deadline.objects.filter(case=case, ended_at=None)}
    for agreed in deadlines:
        term = running.get(agreed.key)
        first = _first_day(agreed, situation)
        due = first and due_day(first, agreed, situation.agreement.parameter(agreed.length))
        # A term that counts from another day than was thought is another term.
        if term and (due is None or (agreed.dated_by and _counted(term) != due)):
            term.ended_at = at
            term.save(update_fields=["ended_at"])
            del running[agreed.key]
            term = None
        # Within its stages one begins by what is recorded; the check refuses that of one that a
        # step meets: it would begin again after it was met.
        if due and term is None and (before not in agreed.stages or agreed.hangs):
            ended = _ended_by_its_fact(case, agreed)
            if ended and (_counted(ended) == due or not agreed.dated_by):
                running[agreed.key] = _go_on(ended)
            else:
                running[agreed.key] = start(case, agreed, due, at)
    follow_suspension(situation, running.values())
    refresh_due(case)


def _counted(term: Deadline) -> date:
    """Return the last day of a term as it was counted, wherever a suspension moved it."""
    return term.counted or term.due


def _first_day(agreed: Agreed, situation: Situation) -> date | None:
    """Return the day from which a term runs, or none if it does not run as the case stands."""
    assert situation.case is not None
    ended = (situation.values.get(key) for key in agreed.ended_by)
    if situation.case.stage not in agreed.stages or any(map(_answered, ended)):
        return None
    if not all(holds(name, situation) for name in agreed.when):
        return None
    if not agreed.dated_by:
        return localdate(situation.at)
    recorded = situation.values.get(agreed.dated_by)
    return date.fromisoformat(recorded) if recorded else None


def _answered(value: Value | None) -> bool:
    """Is it recorded, and not with no?"""
    return value is not None and value is not False


def _ended_by_its_fact(case: Case, agreed: Agreed) -> Deadline | None:
    """Return the last term of this name, if it ended when a fact was recorded that ends it."""
    if not agreed.ended_by:
        return None
    last = Deadline.objects.filter(case=case, key=agreed.key).order_by("pk").last()
    if last is None or last.ended_at is None:
        return None
    facts = Entry.objects.filter(case=case, kind=Entry.FACT, key__in=agreed.ended_by)
    return last if facts.filter(at=last.ended_at).exists() else None


def _go_on(term: Deadline) -> Deadline:
    """Let a term run again that ended too early; it may have passed meanwhile."""
    term.ended_at = None
    term.save(update_fields=["ended_at"])
    leave("term_passes", end_of(term.due), case=term.case_id, row=term.pk)
    return term


def start(case: Case, agreed: Agreed, due: date, at: datetime) -> Deadline:
    """Begin a term, and let it pass after its last day."""
    term = Deadline.objects.create(
        case=case, key=agreed.key, owner=agreed.owner, started_at=at, due=due
    )
    leave("term_passes", end_of(due), case=case.pk, row=term.pk)
    return term
