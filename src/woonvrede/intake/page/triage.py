# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the judge of a report decides on: the proposal, what else can be, and what runs already."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime

from ...access.actor import Actor
from ...access.books import book
from ...access.door import known_to, note_list
from ...access.rights import told_by
from ...agreement.book import Agreement
from ...casework.page.dutch import in_words
from ...records.case import Involvement
from ...records.report import Report
from ..deciding import NO_ROUTE
from ..duplicates import Hint, hints_for
from ..joining import is_about, routes_between
from ..judges import circle_of_judge
from ..propose import Proposal, propose
from ..propose import Reason as Said
from .asked import Reason
from .objects import Near, RouteChoice, Running, Triage
from .referring import targets_of
from .status import status_of

JOIN = "voegen:"
RUNS = "Er loopt al een casus met deze aanpak. Leg uit waarom een eigen casus nodig is."
MUTUAL = "tussen dezelfde buren, andersom gemeld"
NONE_FITS = "Geen van deze aanpakken past"


def triage(report: Report, passed_on: tuple[str, str], *, actor: Actor, at: datetime) -> Triage:
    """
    Return what this actor, who judges the report, must know; writes down what was shown.
    ``passed_on`` says who passed the report on to them, if anybody did, and why.
    """
    agreement = book(report.agreement)
    proposal = propose(agreement, tenure=report.tenure, answers=report.answers, at=at)
    hints = hints_for(report, actor)
    seats = _running(report, actor, at)
    note_list(
        actor,
        "report:near",
        cases=told_by(seats, "process"),
        reports={hint.report: ("dwelling", "report") for hint in hints},
    )
    said = (*proposal.reasons, *proposal.others)
    barred = tuple(_barred(report, agreement, proposal))
    shut = {each.intervention for each in barred}
    return Triage(
        proposed=agreement.interventions[report.proposed].label,
        reasons=_words(each for each in said if each.intervention == report.proposed),
        others=_words(each for each in said if each.intervention != report.proposed),
        barred=_words(barred),
        choices=_choices(report, agreement, seats, actor, shut),
        near=tuple(_near(hint) for hint in hints),
        running=tuple(_case(seat, report) for seat in seats),
        passed_on_by=passed_on[0],
        passed_on_because=passed_on[1],
        targets=targets_of(agreement),
        help=_to_weigh(agreement, actor, shut),
        kept_from=tuple(each.label for each in agreement.interventions.values() if each.feedback),
    )


def _to_weigh(agreement: Agreement, actor: Actor, shut: Collection[str]) -> tuple[str, ...]:
    """Return what this judge may weigh for the interventions that are open."""
    return tuple(
        each.triage.help
        for key, each in agreement.interventions.items()
        if each.triage.help and each.triage.party == actor.party_key and key not in shut
    )


def _choices(
    report: Report,
    agreement: Agreement,
    seats: Sequence[Involvement],
    actor: Actor,
    shut: Collection[str],
) -> tuple[RouteChoice, ...]:
    """Return what can be chosen: the proposal first, then cases to join, the rest, none."""
    joins = list(_joins(report, agreement, seats, actor))
    runs = {each.value.removeprefix(JOIN).partition(":")[0] for each in joins}
    routes = [
        _route(report, agreement, key, actor, runs=runs)
        for key in agreement.interventions
        if key not in shut
    ]
    first = [each for each in routes if each.proposed]
    rest = [each for each in routes if not each.proposed]
    none = RouteChoice(NO_ROUTE, NONE_FITS, "De melding wordt afgesloten. Er komt geen casus.")
    return (*first, *joins, *rest, none)


def _running(report: Report, actor: Actor, at: datetime) -> Sequence[Involvement]:
    """
    Return one involvement for each running case of which the actor may know: of the dwelling, and
    those of both neighbours that the report joins from the other side.
    """
    homes = [report.dwelling_id, report.complainant_dwelling_id]
    known = known_to(actor, at=at).filter(case__dwelling__in=homes, closed=False)
    seats = known.select_related("case").order_by("case", "pk").distinct("case")
    return [seat for seat in seats if is_about(seat.case, report)]


def _barred(report: Report, agreement: Agreement, proposal: Proposal) -> Iterator[Said]:
    """Return the routes that are barred, also those that just do not hold for this tenure."""
    yield from proposal.barred
    told = {each.intervention for each in proposal.barred}
    for key, each in agreement.interventions.items():
        if report.tenure not in each.tenures and key not in told:
            yield Said(key, each.label, "Deze aanpak is er niet voor zo een woning.", each.source)


def _route(
    report: Report, agreement: Agreement, key: str, actor: Actor, *, runs: Collection[str]
) -> RouteChoice:
    landlord = report.landlord.key if report.landlord else ""
    judge = circle_of_judge(agreement, key, landlord)
    note = RUNS if key in runs else ""
    if judge != actor.party_key:
        note = f"De melding gaat naar {agreement.labels['circles'].get(judge, judge)}."
    label = agreement.interventions[key].label
    return RouteChoice(key, label, note, proposed=key == report.proposed)


def _joins(
    report: Report, agreement: Agreement, seats: Sequence[Involvement], actor: Actor
) -> Iterator[RouteChoice]:
    landlord = report.landlord.key if report.landlord else ""
    for seat in seats:
        case = seat.case
        for route in routes_between(case, report):
            if circle_of_judge(agreement, route, landlord) == actor.party_key:
                label = agreement.interventions[route].label
                value = f"{JOIN}{route}:{case.reference}"
                note = label if case.dwelling_id == report.dwelling_id else f"{label}, {MUTUAL}"
                yield RouteChoice(value, f"Voegen bij casus {case.reference}", note)


def _near(hint: Hint) -> Near:
    report = hint.report
    kind = "Melding over en weer" if hint.is_counter else "Zelfde woning"
    day, status = in_words(report.received_on), status_of(report)[0]
    return Near(report.reference, kind, day, report.reporter.label, status)


def _case(seat: Involvement, report: Report) -> Running:
    described = book(seat.agreement).interventions[seat.intervention]
    stage = described.stage(seat.stage).label
    mutual = seat.case.dwelling_id != report.dwelling_id
    return Running(seat.case.reference, described.label, stage, mutual)


def _words(said: Iterator[Said] | Sequence[Said]) -> tuple[Reason, ...]:
    return tuple(Reason(each.label, each.words, each.source) for each in said)
