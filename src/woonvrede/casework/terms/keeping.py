# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
How long the name of somebody may stay while a case goes on, and how to reach them: as long after
the last row of a register as ``retention`` says, where its conditions hold (§4); but a week at
least after that row was written down, so that a slip in a year forgets nobody.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from dateutil.relativedelta import relativedelta
from django.utils.timezone import localdate

from ...agreement.book import Retention
from ...records.case import Case
from ...records.entry import Entry
from ..steps.guards import holds
from ..steps.situation import Situation, situation_of
from .later import end_of, leave

MENDED = timedelta(weeks=1)  # the time to mend a day that was typed wrongly


def follow_keeping(case: Case, at: datetime) -> None:
    """Leave for later whom to forget, by what was just written down."""
    for _, row, until in kept_now(situation_of(case, at)):
        leave("people_forgotten", end_of(until), case=case.pk, row=row)


def kept_now(situation: Situation) -> Iterator[tuple[Retention, int, date]]:
    """Yield what holds now of people alone, the row that it counts from, and the last day."""
    for kept in situation.intervention.retention:
        if not (kept.after and kept.persons) or not all(holds(n, situation) for n in kept.when):
            continue
        register = situation.intervention.register(kept.after)
        day = next(column.key for column in register.columns if column.kind == "date")
        rows = Entry.objects.filter(
            case=situation.case, kind=Entry.ROW, key=kept.after, until=None
        ).values_list("values", "pk", "at")
        dated = [
            (str(values[day]), pk, localdate(at)) for values, pk, at in rows if values.get(day)
        ]
        if dated:
            last, pk, written = max(dated)
            length = relativedelta(months=kept.months) + timedelta(weeks=kept.weeks)
            yield kept, pk, max(date.fromisoformat(last) + length, written + MENDED)
