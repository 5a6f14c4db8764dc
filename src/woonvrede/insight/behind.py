# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The cases and reports behind a number, as far as this person may know of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Exists, OuterRef, Q, QuerySet

from ..access.actor import Actor
from ..access.books import partnership_of
from ..access.door import known_to, note_list, reports_known_to
from ..casework.lists.cursor import Cursor, read_cursor
from ..casework.lists.lines import CaseLine, lines
from ..records.case import Involvement
from ..records.event import Tally
from .count import reported, shown_to, spans, versions
from .page import asked_period
from .period import Period

SHOWN = 25
REPORT = "report"
REPORTER = "reporting_party"  # how an indicator is broken down by it


# That a case counts here tells something of this category, beside that it exists.
NEEDS = {"case_closed": "outcome", "permission_granted": "permission"}


@dataclass(frozen=True)
class Unit:
    """
    One thing that was counted (``unit``), in a case that the reader may know of, or else a report.

    ``part`` is the party that reported it, where the number is broken down so and the reader may
    know that.
    """

    unit: str
    reference: str
    report: bool
    day: date
    title: str
    stage: str
    part: str


@dataclass(frozen=True)
class Behind:
    """What of a number may be shown; it never says how much may not."""

    id: str
    label: str
    period: Period
    units: tuple[Unit, ...]
    next: str
    by_reporter: bool


def read_behind(
    indicator: str, period: str, *, actor: Actor, at: datetime, after: str = ""
) -> Behind:
    """
    Return the cases and reports behind an indicator; writes down that they looked.

    :raises ObjectDoesNotExist: if the actor's party reports no such indicator, or there is no
        such period
    """
    asked, agreement = asked_period(period, at, partnership=partnership_of(actor.party_key))
    found = [
        rule for _, rule in reported(shown_to(actor, agreement), agreement) if rule.key == indicator
    ]
    if not found:
        raise ObjectDoesNotExist
    first, end = spans(asked)[f"{asked.name} year" if found[0].per_year else asked.name]
    counted = _standing(actor, at).filter(party=actor.legal, indicator=indicator)
    standing = counted.filter(agreement__in=versions(agreement), day__gte=first, day__lt=end)
    marks = list(_after(standing, after).select_related("report")[: SHOWN + 1])
    told = lines(actor, {case for mark in marks[:SHOWN] if (case := _case(mark))}, at=at)
    need = NEEDS.get(found[0].counts, "process")
    told = {case: line for case, line in told.items() if need in line.sees}
    shown = [mark for mark in marks[:SHOWN] if mark.case_id is None or mark.case_id in told]
    last = str(Cursor(marks[-2].day, marks[-2].unit)) if len(marks) > SHOWN else ""
    by_reporter = found[0].parts == REPORTER
    named = _reporters(shown, told, actor) if by_reporter else set()
    by = {_case(mark): REPORT for mark in shown if mark.pk in named}
    cases = {case: line.told(need, by.get(case, need)) for case, line in told.items()}
    reports = {m.report: (REPORT,) for m in shown if m.report and _case(m) not in told}
    note_list(actor, f"figures:{indicator}", cases=cases, reports=reports)
    labels = agreement.labels["parties"]
    units = tuple(
        _unit(mark, told.get(_case(mark) or 0), labels[mark.part] if mark.pk in named else "")
        for mark in shown
    )
    return Behind(indicator, found[0].label, asked, units, last, by_reporter)


def _reporters(marks: Sequence[Tally], told: Mapping[int, CaseLine], actor: Actor) -> set[int]:
    """
    Return the marks of which the actor may know who reported: of a report that they may open, or
    where they see what was reported in a case in which its reporter took part.
    """
    reports = [mark.report_id for mark in marks if mark.report_id]
    mine = set(reports_known_to(actor).filter(pk__in=reports).values_list("pk", flat=True))
    read = [case for case, line in told.items() if REPORT in line.sees]
    took_part = set(Involvement.objects.filter(case__in=read).values_list("case", "party"))
    return {
        mark.pk
        for mark in marks
        if mark.report
        and (mark.report_id in mine or (_case(mark), mark.report.reporter_id) in took_part)
    }


def _standing(actor: Actor, at: datetime) -> QuerySet[Tally]:
    """Select the marks that were not corrected, of cases and reports the actor may know of."""
    known = known_to(actor, at=at).values("case")
    corrected = Tally.objects.filter(
        indicator=OuterRef("indicator"), unit=OuterRef("unit"), pk__gt=OuterRef("pk"), sign=-1
    )
    of_report = Q(report__case__in=known) | Q(report__in=reports_known_to(actor).values("pk"))
    may_know = Q(case__in=known) | (Q(case=None) & of_report)
    return Tally.objects.filter(may_know, ~Exists(corrected), sign=1)


def _after(standing: QuerySet[Tally], after: str) -> QuerySet[Tally]:
    """Order by day, and begin after the unit that the cursor names."""
    standing = standing.order_by("day", "unit")
    key = read_cursor(after)
    if key is None or key.day is None:
        return standing
    return standing.filter(Q(day__gt=key.day) | Q(day=key.day, unit__gt=key.reference))


def _case(mark: Tally) -> int | None:
    return mark.case_id or (mark.report.case_id if mark.report else None)


def _unit(mark: Tally, line: CaseLine | None, part: str) -> Unit:
    if line is None:
        return Unit(mark.unit, mark.unit, True, mark.day, "", "", part)
    return Unit(mark.unit, line.reference, False, mark.day, line.title, line.stage, part)
