# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
How long the name of somebody may stay while a case goes on, and how to reach them: as long after
the last row of a register as ``retention`` says, where its conditions hold (§4).
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from dateutil.relativedelta import relativedelta
from django.db.models import Q
from django.utils.timezone import localdate

from ...access.books import book
from ...agreement.book import Retention
from ...agreement.vocabulary import PROCESS
from ...records.case import Case
from ...records.entry import Entry
from ...records.person import Person
from ..steps.guards import holds
from ..steps.situation import Situation, situation_of
from ..story.happenings import PeopleForgotten
from ..story.timeline import record
from .later import end_of, leave

BLANK = {"name": "", "phone": "", "email": "", "contact_note": ""}
SILENT = dict.fromkeys(("may_phone", "may_voicemail", "may_post", "may_email"), False)


def follow_keeping(case: Case, at: datetime) -> None:
    """Leave for later whom to forget, by what was just written down."""
    for _, row, until in _kept(situation_of(case, at)):
        leave("people_forgotten", end_of(until), case=case.pk, row=row)


def forget_people(case: int, row: int, *, system: str, at: datetime) -> None:
    """
    Forget the people whose time came with this row, if it is still the last of its register and
    what their time hangs on is still so; again is harmless.

    Who is meant is of the home that the case is about: when the other neighbour reported as well,
    the same word means somebody else there.
    """
    found = Case.objects.select_for_update().get(pk=case)
    labels = book(found.agreement).labels["person_roles"]
    here = Q(case=found) | Q(report__case=found, report__dwelling=found.dwelling_id)
    for kept, last, until in _kept(situation_of(found, at)):
        if last != row or localdate(at) <= until:
            continue
        people = Person.objects.filter(here, role__in=kept.persons, forgotten_at=None)
        known = sorted(set(people.values_list("role", flat=True)))
        if known:
            ids = list(people.values_list("pk", flat=True))
            Person.objects.filter(pk__in=ids).update(**BLANK, **SILENT, forgotten_at=at)
            words = PeopleForgotten(", ".join(labels[role] for role in known), kept.label)
            record(words, case=found, actor=None, at=at, category=PROCESS, system=system)


def _kept(situation: Situation) -> Iterator[tuple[Retention, int, date]]:
    """Yield what holds now of people alone, the row that it counts from, and the last day."""
    for kept in situation.intervention.retention:
        if not (kept.after and kept.persons) or not all(holds(n, situation) for n in kept.when):
            continue
        register = situation.intervention.register(kept.after)
        day = next(column.key for column in register.columns if column.kind == "date")
        rows = Entry.objects.filter(
            case=situation.case, kind=Entry.ROW, key=kept.after, until=None
        ).values_list("values", "pk")
        dated = [(str(values[day]), pk) for values, pk in rows if values.get(day)]
        if dated:
            last, pk = max(dated)
            length = relativedelta(months=kept.months) + timedelta(weeks=kept.weeks)
            yield kept, pk, date.fromisoformat(last) + length
