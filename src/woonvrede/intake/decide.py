# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Deciding on a report: a person follows the proposal, or says why not."""

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import F
from django.utils.timezone import localdate

from ..access.actor import Actor
from ..access.books import book
from ..access.door import enter_to_change, note_report, reports_known_to
from ..access.refusals import Invalid, Refused
from ..agreement.book import Agreement
from ..agreement.vocabulary import UNKNOWN
from ..casework.citizen_number import REFUSED, holds_citizen_number
from ..casework.references import is_reference
from ..casework.steps.feedback import tell_as_others
from ..casework.steps.opening import open_case
from ..casework.story.happenings import NoRouteFits, PassedOn, ReportJoined, RouteDecided
from ..casework.story.timeline import record
from ..records.case import Case
from ..records.dwelling import Tenure
from ..records.party import Party
from ..records.report import Report
from .deciding import NO_ROUTE, is_ours, settle
from .joining import is_agreed, routes_to, runs_already
from .judges import judge_of
from .propose import propose
from .texts import is_writable

LONGEST_REASON = 2000
UNAGREED = (
    "Wie meldde, doet dat alleen in overleg met de bewoner. In die casus staat niet dat de bewoner "
    "het eens is, en de vraag is daar voorbij. Open voor deze melding een eigen casus."
)
RUNS_ALREADY = (
    "Voor deze woning loopt al een casus met deze aanpak. Voeg de melding daarbij, of leg uit "
    "waarom een eigen casus nodig is."
)


@dataclass(frozen=True)
class Decision:
    """
    The route somebody chose, or ``NO_ROUTE``, why (needed when it is not the proposal), and, when
    the report belongs to a case that runs already, that case's reference.
    """

    route: str
    reason: str = ""
    joins: str = ""


def decide(
    reference: str, decision: Decision, *, actor: Actor, at: datetime, version: int
) -> Case | None:
    """
    Decide on a report's route: open its case, join it to a running case, or pass it on to the
    party that judges the chosen route, or end it because none fits.  Of the last two there comes
    no case, and None is returned.

    :raises ObjectDoesNotExist: if the actor may not know of the report, or of the case to join
    :raises Conflict: if somebody changed the report since version ``version``
    :raises Refused: if the report is another party's to judge, is decided, or the route is barred
    :raises Invalid: if the route is unknown, or a reason is missing: it differs from the proposal,
        or opens a second case beside one that the report could join
    """
    report = reports_known_to(actor).select_for_update(of=("self",)).get(reference=reference)
    agreement = book(report.agreement)
    note_report(actor, report, "decide", ["report", "dwelling"])
    is_ours(report, actor, version)
    _is_sound(report, decision, agreement, at)
    if decision.route == NO_ROUTE:
        settle(report, NO_ROUTE, actor=actor, at=at, reason=decision.reason)
        ended = NoRouteFits(_proposal(report, agreement))
        record(ended, report=report, actor=actor, at=at, category="report")
        return None
    if (judge := judge_of(agreement, decision.route, report.landlord)).pk != actor.party:
        _pass_on(report, decision, judge, actor=actor, at=at)
        return None
    case = _case_for(report, decision, actor=actor, at=at)
    settle(report, decision.route, actor=actor, at=at, reason=decision.reason, case=case)
    route = agreement.interventions[decision.route].label
    chosen = RouteDecided(route, _proposal(report, agreement))
    record(chosen, report=report, actor=actor, at=at, category="report")
    return case


def _is_sound(report: Report, decision: Decision, agreement: Agreement, at: datetime) -> None:
    if decision.route != NO_ROUTE:
        _may_be(report, decision, agreement, at)
    elif not decision.reason.strip():
        raise Invalid({"reason": "Leg uit waarom geen aanpak past."})
    if decision.route != report.proposed and not decision.reason.strip():
        raise Invalid({"reason": "Leg uit waarom u van het voorstel afwijkt."})
    if not is_writable(decision.reason, LONGEST_REASON):
        raise Invalid({"reason": "Deze uitleg kan zo niet worden bewaard. Maak hem korter."})
    if holds_citizen_number(decision.reason):
        raise Invalid({"reason": REFUSED})


def _may_be(report: Report, decision: Decision, agreement: Agreement, at: datetime) -> None:
    """Go on only with a route that the agreement has, and does not bar."""
    route = agreement.interventions.get(decision.route)
    if route is None:
        raise Invalid({"route": "Kies wat er met deze melding gebeurt."})
    if report.tenure not in route.tenures:
        raise Refused(f"{route.label} kan niet bij deze woning ({route.source}).")
    proposal = propose(agreement, tenure=report.tenure, answers=report.answers, at=at)
    for reason in proposal.barred:
        if reason.intervention == decision.route:
            raise Refused(f"{reason.words} ({reason.source})")


def _proposal(report: Report, agreement: Agreement) -> str:
    """Name what the agreement proposed; a colleague may have passed the report on for another."""
    at = report.received_at
    proposed = propose(agreement, tenure=report.tenure, answers=report.answers, at=at).intervention
    return agreement.interventions[proposed].label


def _pass_on(
    report: Report, decision: Decision, judge: Party, *, actor: Actor, at: datetime
) -> None:
    """
    Pass the report on.  Who passes it on may lose sight of it, so everything else comes first;
    the database then keeps whose it is.
    """
    words = PassedOn(to=judge.label, reason=decision.reason.strip() or "het voorstel gevolgd")
    record(words, report=report, actor=actor, at=at, category="report")
    report.judge, report.proposed, report.version = judge, decision.route, report.version + 1
    report.save(update_fields=["judge", "proposed", "version"])


def _case_for(report: Report, decision: Decision, *, actor: Actor, at: datetime) -> Case:
    if decision.joins:
        if not is_reference(decision.joins):
            raise ObjectDoesNotExist
        place = enter_to_change(actor, decision.joins, at=at, action="join_report")
        case = place.case
        agreed = book(case.agreement).interventions[case.intervention]
        fits = decision.route in routes_to(case, report) and agreed.lead in place.roles
        if case.closed_at or not fits:
            raise Refused("Deze melding past niet bij die casus.")
        if not is_agreed(case, report, at):
            raise Refused(UNAGREED)
        Case.objects.filter(pk=case.pk).update(version=F("version") + 1)
        record(ReportJoined(), case=case, actor=actor, at=at, category="report")
        tell_as_others(report, case, actor=actor, at=at)
        return case
    if not decision.reason.strip() and runs_already(report, decision.route, actor=actor, at=at):
        raise Invalid({"reason": RUNS_ALREADY})
    _confirm_tenure(report, at)
    return open_case(report, decision.route, actor=actor, at=at)


def _confirm_tenure(report: Report, at: datetime) -> None:
    """
    Write down how the dwelling is held, as reported and now accepted; the former ends.

    Who does not know how it is held does not make others forget it.
    """
    day = localdate(at)
    current = Tenure.objects.filter(dwelling=report.dwelling_id, until=None).first()
    if current and report.tenure == UNKNOWN:
        return
    if current and (current.kind, current.landlord_id) == (report.tenure, report.landlord_id):
        return
    if current:
        current.until = day
        current.save(update_fields=["until"])
    Tenure.objects.create(
        dwelling_id=report.dwelling_id,
        kind=report.tenure,
        landlord_id=report.landlord_id,
        since=day if current else min(day, report.received_on),
    )
