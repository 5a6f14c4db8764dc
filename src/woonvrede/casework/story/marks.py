# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
Which half-year indicators (§5) a happening counts for, and on which day, unit and part.

Units are the agreement's: a *report* counts by the day it was received under the route decided on,
or once per report of a case; a *case* once; an *order* once, and only if one was given.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db.models import Sum
from django.utils.timezone import localdate

from ...access.books import book
from ...agreement.book import Agreement, Counted, Indicator, Intervention
from ...agreement.vocabulary import NEXT
from ...records.case import Case, Involvement
from ...records.entry import Entry
from ...records.event import Event, Tally
from ...records.party import Party
from ...records.report import Report
from .happenings import OrderGiven


@dataclass(frozen=True)
class Mark:
    """One thing that counts, or with ``sign`` -1 no longer counts, for one indicator."""

    agreement: str
    indicator: str
    party: int
    day: date
    unit: str
    part: str
    case: int | None
    report: int | None
    sign: int = 1


def marks_for(
    counts: Counted, *, case: Case | None, report: Report | None, at: datetime
) -> list[Mark]:
    """Return the marks that a counted happening makes."""
    agreement, intervention = _intervention(case, report)
    found: list[Mark] = []
    for indicator in intervention.indicators:
        if indicator.counts == counts and _fits(indicator, intervention, case):
            day = _day(indicator, case, localdate(at))
            found += _marks(indicator, agreement, case=case, report=report, day=day)
    return [mark for mark in found if not _stands(mark)]


def marks_to_retract(case: Case, counts: Counted) -> list[Mark]:
    """Return the corrections of the last marks of this case, where they still stand."""
    _, intervention = _intervention(case, None)
    names = [each.key for each in intervention.indicators if each.counts == counts]
    return [replace(mark, sign=-1) for mark in _last_standing(case, names)]


def marks_to_redate(case: Case, fact: str) -> list[Mark]:
    """Return what lets marks count on the day that a fact says now, where it said another."""
    _, intervention = _intervention(case, None)
    dated = {each.key: each for each in intervention.indicators if each.dated_by == fact}
    found: list[Mark] = []
    for mark in _last_standing(case, dated) if dated else ():
        day = _day(dated[mark.indicator], case, mark.day)
        if day != mark.day:
            found += [replace(mark, sign=-1), replace(mark, day=day)]
    return found


def _last_standing(case: Case, names: Collection[str]) -> list[Mark]:
    """Return the last marks of this case for these indicators that were not corrected."""
    added = Tally.objects.filter(case=case, indicator__in=names, sign=1)
    last = {
        (t.indicator, t.unit): Mark(
            t.agreement, t.indicator, t.party_id, t.day, t.unit, t.part, t.case_id, t.report_id
        )
        for t in added.order_by("pk")
    }
    return [mark for mark in last.values() if _stands(mark)]


def _marks(
    indicator: Indicator,
    agreement: Agreement,
    *,
    case: Case | None,
    report: Report | None,
    day: date,
) -> Iterable[Mark]:
    party = _reporting_party(indicator, case)
    if indicator.unit == "report":
        reports = [report] if report else Report.objects.filter(case=case).order_by("pk")
        for each in reports:
            yield Mark(
                agreement=agreement.key,
                indicator=indicator.key,
                party=party,
                day=each.received_on if report else day,
                unit=each.reference,
                part=_part(indicator, agreement, case, each),
                case=case.pk if case else None,
                report=each.pk,
            )
    elif case is not None:
        part = _part(indicator, agreement, case, None)
        yield Mark(agreement.key, indicator.key, party, day, case.reference, part, case.pk, None)


def _fits(indicator: Indicator, intervention: Intervention, case: Case | None) -> bool:
    if indicator.unit == "order" and not _ordered(case):
        return False
    if indicator.success is None:
        return True
    outcome = next((o for o in intervention.outcomes if case and o.key == case.outcome), None)
    return outcome is not None and outcome.success is indicator.success


def _ordered(case: Case | None) -> bool:
    return Event.objects.filter(case=case, kind=OrderGiven.__name__).exists()


def _stands(mark: Mark) -> bool:
    """
    Does this unit, or for the first of a case the case, count already?  Under whichever version of
    the agreement: a case that came under a later one is not counted again.
    """
    earlier = Tally.objects.filter(indicator=mark.indicator)
    same = earlier.filter(case=mark.case) if mark.case else earlier.filter(unit=mark.unit)
    return (same.aggregate(n=Sum("sign"))["n"] or 0) > 0


def _reporting_party(indicator: Indicator, case: Case | None) -> int:
    if indicator.reported_by:
        return Party.objects.get(key=indicator.reported_by).legal_id
    seats = Involvement.objects.filter(case=case, role=indicator.reported_by_role)
    return seats.select_related("party").latest("since").party.legal_id


def _day(indicator: Indicator, case: Case | None, otherwise: date) -> date:
    """Return the day on which it counts: the one that somebody recorded, or today."""
    facts = Entry.objects.filter(case=case, kind=Entry.FACT, key=indicator.dated_by, until=None)
    recorded = facts.values_list("values__value", flat=True).first() if indicator.dated_by else ""
    return date.fromisoformat(str(recorded)) if recorded else otherwise


def _part(
    indicator: Indicator, agreement: Agreement, case: Case | None, report: Report | None
) -> str:
    if indicator.parts == "reporting_party" and report is not None:
        return agreement.circles[report.reporter.key]
    if indicator.parts == NEXT:
        facts = Entry.objects.filter(case=case, kind=Entry.FACT, key=NEXT, until=None)
        return str(facts.values_list("values__value", flat=True).first() or "")
    return ""


def _intervention(case: Case | None, report: Report | None) -> tuple[Agreement, Intervention]:
    if case is not None:
        agreement = book(case.agreement)
        return agreement, agreement.interventions[case.intervention]
    assert report is not None
    agreement = book(report.agreement)
    return agreement, agreement.interventions[report.decided]
