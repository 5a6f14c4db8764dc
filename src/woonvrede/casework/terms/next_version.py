# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Terms of a case that came under a later version of its agreement."""

from datetime import datetime

from django.utils.timezone import localdate

from ...access.books import book
from ...agreement.book import Deadline as Agreed
from ...agreement.book import Parameter
from ...records.case import Case
from ...records.task import Deadline
from .deadlines import refresh_due, start
from .lengths import due_day

Timed = tuple[Agreed, Parameter]


def follow_agreement(case: Case, former: str, *, was: tuple[str, str], at: datetime) -> None:
    """
    Start and end the terms of a case that came under a later version of its agreement, out of the
    intervention and stage that it ``was`` in.

    A term that goes on keeps the day on which it began, also where it is longer or shorter now;
    one that was met before does not begin again.  One that hangs on what was recorded is left to
    who records next: a job reads nothing of what is in a case.
    """
    before = _terms(former, *was)
    now = _terms(case.agreement, case.intervention, case.stage)
    running = list(Deadline.objects.filter(case=case, ended_at=None))
    for term in running:
        agreed, length = now.get(term.key, (None, None))
        if agreed and (agreed.dated_by or _alike(before.get(term.key), now[term.key])):
            continue
        term.ended_at = at
        term.save(update_fields=["ended_at"])
        if agreed and length:
            start(
                case, agreed, due_day(localdate(term.started_at), agreed, length), term.started_at
            )
    for key in now.keys() - before.keys() - {term.key for term in running}:
        agreed, length = now[key]
        if not agreed.hangs:
            start(case, agreed, due_day(localdate(at), agreed, length), at)
    refresh_due(case)


def _alike(one: Timed | None, other: Timed) -> bool:
    """Are these terms of the same length, and whose to meet is the same?"""
    if one is None:
        return False
    (term, length), (as_now, length_now) = one, other
    of_one = (term.owner, term.kind, length.value, length.unit)
    return of_one == (as_now.owner, as_now.kind, length_now.value, length_now.unit)


def _terms(agreement: str, intervention: str, stage: str) -> dict[str, Timed]:
    """Return the terms that run in a stage, each with its length."""
    agreed = book(agreement)
    terms = agreed.interventions[intervention].deadlines
    return {
        term.key: (term, agreed.parameter(term.length)) for term in terms if stage in term.stages
    }
