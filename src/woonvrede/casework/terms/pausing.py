# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
A case that waits for a while: what parties agreed moves on with it, what a law says does not.

Whoever may record the day up to which it waits (`SUSPENDED`) suspends it, and takes it up again by
emptying that.  Until then each such term keeps how many working days it had left.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from django.utils.timezone import localdate

from ...agreement.book import Intervention
from ...agreement.values import Value
from ...agreement.vocabulary import SUSPENDED
from ...records.case import Case
from ...records.task import Deadline
from ..steps.situation import Situation
from .later import end_of, leave
from .working_days import after_working_days, working_days_between


def waits_until(
    case: Case, intervention: Intervention, values: Mapping[str, Value], today: date
) -> date | None:
    """
    Return up to and including which day a case with these facts waits, if it still does: in other
    stages than those in which the day is asked nobody could take the case up again.
    """
    recorded = values.get(SUSPENDED)
    if not recorded or case.stage not in intervention.fact(SUSPENDED).stages:
        return None
    day = date.fromisoformat(str(recorded))
    return day if day >= today else None


def follow_suspension(situation: Situation, running: Iterable[Deadline]) -> None:
    """Let terms that did not pass yet end later while a case waits, and no more when it goes on."""
    assert situation.case is not None
    today = localdate(situation.at)
    until = waits_until(situation.case, situation.intervention, situation.values, today)
    moving = {
        term.key
        for term in situation.intervention.deadlines
        if term.kind == "policy" and term.dated_by != SUSPENDED
    }
    for term in running:
        if term.key not in moving or term.due < today or not (until or term.rest is not None):
            continue
        left = working_days_between(today, term.due)
        rest = left if term.rest is None else min(left, term.rest)
        # A day to work on is always left; and one whose wait is over already has its day.
        due = after_working_days(until or today, max(rest, 1))
        due = due if until else min(due, term.due)
        _move(term, max(due, term.counted or term.due), rest if until else None)


def _move(term: Deadline, due: date, rest: int | None) -> None:
    moved = due != term.due
    term.counted = term.counted or term.due
    term.due, term.rest = due, rest
    term.save(update_fields=["due", "counted", "rest"])
    if moved:
        leave("term_passes", end_of(due), case=term.case_id, row=term.pk)
