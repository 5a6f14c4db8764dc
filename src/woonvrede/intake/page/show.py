# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading one report, for the party that made it and the party that judges it."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby

from ...access.actor import Actor
from ...access.books import book
from ...access.door import known_to, note_report, reports_known_to
from ...access.reporting import judged_by
from ...access.rights import told_by
from ...agreement.book import Agreement, Fact
from ...agreement.values import show
from ...agreement.vocabulary import COMPLAINANT, URGENT
from ...casework.page.dutch import clock, day_of, in_words
from ...casework.persons import name_of
from ...casework.story.happenings import (
    KINDS,
    PassedOn,
    ReferredOutside,
    Reported,
    ReporterTold,
)
from ...records.case import Involvement
from ...records.event import Event
from ...records.person import Person
from ...records.report import Report
from ..deciding import NO_ROUTE, OUTSIDE
from ..judges import categories_for
from .feedback import feedback, hears_the_outcome_alone
from .listing import new_reports
from .objects import Day, Happened, Line, PersonLine, ReportPage
from .status import ELSEWHERE, route_of, status_of
from .triage import NONE_FITS, triage
from .why import why

YES_NO = "yes_no"
HEARD = {Reported.__name__, ReporterTold.__name__}
CHANNELS = (
    ("may_phone", "bellen mag"),
    ("may_voicemail", "voicemail mag"),
    ("may_post", "post mag"),
    ("may_email", "e-mail mag"),
)


def read_report(reference: str, *, actor: Actor, at: datetime) -> ReportPage:
    """
    Return one report as this actor may see it; writes down that they looked.

    :raises ObjectDoesNotExist: if there is no such report, or none that the actor may know of
    """
    report = _known(reference, actor)
    agreement = book(report.agreement)
    seen = categories_for(actor, report, agreement)
    seats = _seats(report, actor, at)
    note_report(actor, report, "report", seen, cases=told_by(seats, "process"))
    status, kind = status_of(report)
    judges = report.judge_id == actor.party and not report.decided
    events = _events(report, actor)
    return ReportPage(
        reference=report.reference,
        title=report.address,
        status=status,
        kind=kind,
        version=report.version,
        case=next((seat.case.reference for seat in seats), ""),
        urgent=report.answers.get(URGENT) is True,
        head=_head(report),
        decision=_decision(report, actor, events),
        dwelling=_dwelling(report, agreement),
        story=_answers(report, [each for each in agreement.questions if each.kind != YES_NO]),
        answers=_answers(report, [each for each in agreement.questions if each.kind == YES_NO]),
        waits_for="" if judges or report.decided else report.judge.label,
        people=tuple(_people(report, seen, agreement)),
        timeline=_timeline(_told_to(actor, events)),
        why=why(report, actor, agreement, seen),
        routes=_routes(agreement),
        new=new_reports(actor) if judged_by(actor, agreement) else "",
        decided_by_reader=report.decided_by_id == actor.account,
        triage=triage(report, _passed_on(events), actor=actor, at=at) if judges else None,
    )


def _known(reference: str, actor: Actor) -> Report:
    known = reports_known_to(actor).select_related("reporter", "reported_by", "judge", "landlord")
    return known.get(reference=reference)


def _routes(agreement: Agreement) -> tuple[tuple[str, str], ...]:
    """Return what each route is called, and that none fits."""
    found = ((key, each.label) for key, each in agreement.interventions.items())
    return (*found, (NO_ROUTE, NONE_FITS), (OUTSIDE, ELSEWHERE))


def _seats(report: Report, actor: Actor, at: datetime) -> list[Involvement]:
    """Return the actor's seats in the case of a report, when they may know of that."""
    if report.case_id is None:
        return []
    known = known_to(actor, at=at).filter(case=report.case_id)
    return list(known.select_related("case"))


def _head(report: Report) -> tuple[Line, ...]:
    judge = "Beoordeeld door" if report.decided else "Wacht op"
    return (
        Line("Gemeld door", report.reporter.label, report.reported_by.name),
        Line("Ontvangen", in_words(report.received_on)),
        Line(judge, report.judge.label),
    )


def _decision(report: Report, actor: Actor, events: Iterable[Event]) -> tuple[Line, ...]:
    if hears_the_outcome_alone(report, actor):
        return feedback(report, _told(events))
    if report.decided_at is None:
        return ()
    lines = [
        Line("Route", route_of(report)),
        Line("Besloten op", in_words(day_of(report.decided_at)), report.judge.label),
    ]
    return tuple(lines + ([Line("Reden", report.reason)] if report.reason else []))


def _told(events: Iterable[Event]) -> tuple[str, datetime] | None:
    """Return what whoever made the report was told last, and when."""
    found = (each for each in events if each.kind == ReporterTold.__name__)
    return next(((str(each.facts["label"]), each.at) for each in found), None)


def _dwelling(report: Report, agreement: Agreement) -> tuple[Line, ...]:
    held = agreement.labels["tenures"].get(report.tenure, report.tenure)
    if report.landlord:
        held = f"{held}, {report.landlord.label}"
    return (
        Line("Adres", f"{report.address}, {report.place}"),
        Line("Wijk", agreement.labels["districts"].get(report.district, report.district)),
        Line("Eigendom", held),
    )


def _answers(report: Report, asked: Iterable[Fact]) -> tuple[Line, ...]:
    agreement = book(report.agreement)
    return tuple(
        Line(each.label, show(each, report.answers[each.key], agreement))
        for each in asked
        if each.key in report.answers
    )


def _people(report: Report, seen: frozenset[str], agreement: Agreement) -> Iterator[PersonLine]:
    labels = agreement.labels["person_roles"]
    for person in Person.objects.filter(report=report, category__in=seen).order_by("pk"):
        reach = [text for text in (person.phone, person.email) if text]
        reach += [words for name, words in CHANNELS if getattr(person, name)]
        reach += [person.contact_note] if person.contact_note else []
        yield PersonLine(labels.get(person.role, person.role), name_of(person), tuple(reach))
    if report.complainant_address and COMPLAINANT in seen:
        yield PersonLine("Adres van de buurtbewoner die meldt", report.complainant_address, ())


def _events(report: Report, actor: Actor) -> list[Event]:
    """Return what happened to a report, as far as this actor reads of it, the newest first."""
    happened = Event.objects.filter(report=report).select_related("party")
    if hears_the_outcome_alone(report, actor):
        happened = happened.filter(kind__in=HEARD)
    return list(happened.order_by("-at", "-pk"))


def _told_to(actor: Actor, events: Iterable[Event]) -> list[Event]:
    """Leave out whither somebody was referred, and with what: that is of who did alone (§1.6)."""
    kind = ReferredOutside.__name__
    return [each for each in events if each.kind != kind or each.party_id == actor.party]


def _passed_on(events: Iterable[Event]) -> tuple[str, str]:
    """Return who passed the report on to its judge, if anybody did, and why."""
    last = next((each for each in events if each.kind == PassedOn.__name__), None)
    if last is None or last.party is None:
        return "", ""
    return last.party.label, last.personal.get("reason", "")


def _timeline(events: Iterable[Event]) -> tuple[Day, ...]:
    days = groupby(events, key=lambda event: day_of(event.at))
    return tuple(Day(in_words(day), tuple(map(_happened, group))) for day, group in days)


def _happened(event: Event) -> Happened:
    words = KINDS[event.kind](**event.facts, **event.personal).words()
    return Happened(clock(event.at), words, event.party.label if event.party else "automatisch")
