# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Terms: started when a case enters their stages, ended when it leaves them."""

from datetime import date, datetime, timedelta

from django.db.models import Min
from django.utils.timezone import localdate

from ...access.books import book
from ...agreement.book import Deadline as Agreed
from ...agreement.book import Parameter
from ...records.case import Case
from ...records.task import Deadline
from .later import end_of, leave
from .workdays import after_workdays

Timed = tuple[Agreed, Parameter]


def follow_stage(case: Case, at: datetime) -> None:
    """Start and end the terms of a case that has come to another stage."""
    agreement = book(case.agreement)
    running = {term.key: term for term in Deadline.objects.filter(case=case, ended_at=None)}
    for agreed in agreement.interventions[case.intervention].deadlines:
        applies = case.stage in agreed.stages
        if applies and agreed.key not in running:
            _start(case, agreed, agreement.parameter(agreed.length), at)
        elif not applies and agreed.key in running:
            running[agreed.key].ended_at = at
            running[agreed.key].save(update_fields=["ended_at"])
    refresh_due(case)


def follow_agreement(case: Case, former: str, *, was: tuple[str, str], at: datetime) -> None:
    """
    Start and end the terms of a case that came under a later version of its agreement, out of the
    intervention and stage that it ``was`` in.

    A term that goes on keeps the day on which it began, also where it is longer or shorter now;
    one that was met before does not begin again.
    """
    before = _terms(former, *was)
    now = _terms(case.agreement, case.intervention, case.stage)
    running = list(Deadline.objects.filter(case=case, ended_at=None))
    for term in running:
        if term.key in now and _alike(before.get(term.key), now[term.key]):
            continue
        term.ended_at = at
        term.save(update_fields=["ended_at"])
        if term.key in now:
            _start(case, *now[term.key], term.started_at)
    for key in now.keys() - before.keys() - {term.key for term in running}:
        _start(case, *now[key], at)
    refresh_due(case)


def end_met(case: Case, move: str, at: datetime) -> None:
    """End the terms that a step meets, also where the stage stays."""
    deadlines = book(case.agreement).interventions[case.intervention].deadlines
    met = [agreed.key for agreed in deadlines if move in agreed.met_by]
    if met:
        Deadline.objects.filter(case=case, key__in=met, ended_at=None).update(ended_at=at)
        refresh_due(case)


def refresh_due(case: Case) -> None:
    """
    Keep on the case the first day on which a term must be met.  Tasks do not count: whoever may
    know of the case sees this day, and not everybody may know of its tasks.
    """
    case.due = Deadline.objects.filter(case=case, ended_at=None).aggregate(day=Min("due"))["day"]
    case.save(update_fields=["due"])


def last_day(first: date, length: Parameter) -> date:
    """Return the last day of a term that begins on a day."""
    if length.unit == "workdays":
        return after_workdays(first, length.value)
    if length.unit == "weeks":
        return first + timedelta(weeks=length.value)
    if length.unit == "months":
        return _months_after(first, length.value)
    return first + timedelta(days=length.value)


def _alike(one: Timed | None, other: Timed) -> bool:
    """Are these terms of the same length, and whose to meet is the same?"""
    if one is None:
        return False
    (term, length), (as_now, length_now) = one, other
    of_one = (term.owner, length.value, length.unit)
    return of_one == (as_now.owner, length_now.value, length_now.unit)


def _terms(agreement: str, intervention: str, stage: str) -> dict[str, Timed]:
    """Return the terms that run in a stage, each with its length."""
    agreed = book(agreement)
    terms = agreed.interventions[intervention].deadlines
    return {
        term.key: (term, agreed.parameter(term.length)) for term in terms if stage in term.stages
    }


def _start(case: Case, agreed: Agreed, length: Parameter, at: datetime) -> None:
    due = last_day(localdate(at), length)
    term = Deadline.objects.create(
        case=case, key=agreed.key, owner=agreed.owner, started_at=at, due=due
    )
    leave("term_passes", end_of(due), case=case.pk, row=term.pk)


def _months_after(first: date, months: int) -> date:
    """Return the same day some months on, or the last day of that month."""
    month = first.year * 12 + first.month - 1 + months
    year, index = divmod(month, 12)
    next_first = date(year + (index == 11), (index + 1) % 12 + 1, 1)
    return min(date(year, index + 1, 1) + timedelta(days=first.day - 1), next_first - timedelta(1))
