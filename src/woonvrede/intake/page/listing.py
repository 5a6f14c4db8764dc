# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The lists of reports: by key, with coded filters, never counted beyond a hundred."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate

from ...access.actor import Actor
from ...access.books import in_force
from ...access.door import known_to, note_list, reports_known_to
from ...access.reporting import judged_by, judges_in_turn, may_report
from ...access.rights import told_by
from ...agreement.book import Agreement
from ...casework.page.dutch import in_words
from ...casework.references import is_reference
from ...casework.story.happenings import ReporterTold
from ...casework.story.timeline import told_last
from ...records.case import Involvement
from ...records.report import Report
from .feedback import hears_the_outcome_alone, in_short
from .objects import ReportLine, ReportList
from .status import route_of, status_of

SHOWN, MOST = 25, 99
WAITING, JUDGED, OURS = "te-beoordelen", "beoordeeld", "onze"
LISTS = {WAITING: "Te beoordelen", JUDGED: "Beoordeeld", OURS: "Onze meldingen"}


@dataclass(frozen=True)
class Wanted:
    """Which list, of which district, and after which report."""

    which: str = ""
    district: str = ""
    after: str = ""


def list_reports(wanted: Wanted, *, actor: Actor, at: datetime) -> ReportList:
    """
    Return a page of one list of reports; writes down that they looked.

    What waits to be judged comes oldest first, the rest newest first.  Without a list that this
    person has, the one opens in which they most likely have something; without a district, none.
    """
    agreement = in_force(localdate(at), actor.party_key)
    offered = _offered(actor, agreement)
    new = new_reports(actor) if WAITING in offered else ""
    which = wanted.which if wanted.which in offered else _first(offered, new, actor, agreement)
    districts = _districts(actor, agreement)
    district = wanted.district if wanted.district in districts else ""
    known = reports_known_to(actor)
    found = known.filter(LIMITS[which](actor), **({"district": district} if district else {}))
    rows = list(_after(found, known, wanted.after, which)[: SHOWN + 1])
    shown = rows[:SHOWN]
    seats = _seats(actor, shown, at)
    cases = {seat.case_id: seat.case.reference for seat in seats}
    told = dict.fromkeys(shown, ("dwelling", "report"))
    note_list(actor, f"reports:{which}", cases=told_by(seats, "process"), reports=told)
    heard = _heard(shown, actor) if which == OURS else {}
    return ReportList(
        which=which,
        offered=tuple((key, LISTS[key]) for key in offered),
        districts=tuple(districts.items()),
        district=district,
        lines=tuple(_line(report, cases, which, at, heard.get(report.pk, "")) for report in shown),
        next=shown[-1].reference if len(rows) > SHOWN else "",
        new=new,
        may_report=may_report(actor, agreement),
    )


def new_reports(actor: Actor) -> str:
    """Return how many reports wait to be judged, up to a hundred."""
    waiting = reports_known_to(actor).filter(LIMITS[WAITING](actor)).values("pk")
    count = len(waiting[: MOST + 1])
    return f"{MOST}+" if count > MOST else str(count or "")


LIMITS = {
    WAITING: lambda actor: Q(judge=actor.party, decided=""),
    JUDGED: lambda actor: Q(judge=actor.party) & ~Q(decided=""),
    OURS: lambda actor: Q(reporter=actor.party),
}


def _offered(actor: Actor, agreement: Agreement) -> dict[str, str]:
    kinds = [WAITING, JUDGED] if judged_by(actor, agreement) else []
    kinds += [OURS] if may_report(actor, agreement) else []
    return {kind: LISTS[kind] for kind in kinds}


def _first(offered: Collection[str], new: str, actor: Actor, agreement: Agreement) -> str:
    """
    Return the list that opens: what waits to be judged, but where nothing waits for who only now
    and then has to judge, what they reported themselves.
    """
    if OURS in offered and not new and judges_in_turn(actor, agreement):
        return OURS
    return next(iter(offered), OURS)


def _districts(actor: Actor, agreement: Agreement) -> dict[str, str]:
    labels = agreement.labels["districts"]
    return {key: label for key, label in labels.items() if key in (actor.districts or labels)}


def _after(
    found: QuerySet[Report], known: QuerySet[Report], after: str, which: str
) -> QuerySet[Report]:
    oldest_first = which == WAITING
    order = ("received_at", "pk") if oldest_first else ("-received_at", "-pk")
    rows = found.select_related("reporter", "judge").order_by(*order)
    last = known.filter(reference=after).first() if is_reference(after) else None
    if last is None:
        return rows
    if oldest_first:
        return rows.filter(
            Q(received_at__gt=last.received_at) | Q(received_at=last.received_at, pk__gt=last.pk)
        )
    return rows.filter(
        Q(received_at__lt=last.received_at) | Q(received_at=last.received_at, pk__lt=last.pk)
    )


def _seats(actor: Actor, reports: Collection[Report], at: datetime) -> list[Involvement]:
    """Return the actor's seats in the cases of these reports of which they may know."""
    ids = {report.case_id for report in reports if report.case_id}
    return list(known_to(actor, at=at).filter(case__in=ids).select_related("case"))


def _heard(reports: Collection[Report], actor: Actor) -> dict[int, str]:
    """Return what the reporter hears of each of these of which they hear the outcome alone."""
    told = told_last(reports, ReporterTold)
    return {
        report.pk: in_short(report, told.get(report.pk))
        for report in reports
        if hears_the_outcome_alone(report, actor)
    }


def _line(
    report: Report, cases: dict[int, str], which: str, at: datetime, heard: str
) -> ReportLine:
    status, kind = status_of(report)
    days = (localdate(at) - report.received_on).days
    return ReportLine(
        reference=report.reference,
        address=report.address,
        place=report.place,
        day=in_words(report.received_on),
        reporter=report.reporter.label,
        route=route_of(report),
        status=heard or status,
        kind=kind,
        waits=_waits(days) if which == WAITING else "",
        case=cases.get(report.case_id or 0, ""),
    )


def _waits(days: int) -> str:
    if days <= 0:
        return "vandaag"
    return "1 dag" if days == 1 else f"{days} dagen"
