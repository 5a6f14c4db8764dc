# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which running cases a report can join, also where the two are of different versions."""

from datetime import datetime

from ..access.actor import Actor
from ..access.books import book, books
from ..access.door import known_to
from ..agreement.book import Agreement
from ..agreement.moving.live import names_later
from ..agreement.moving.reach import sees_no_more
from ..casework.steps.guards import agreed_where_referred
from ..casework.steps.situation import situation_of
from ..records.case import Case
from ..records.report import Report


def runs_already(report: Report, route: str, *, actor: Actor, at: datetime) -> bool:
    """
    Does a case run that this actor leads, and that the report could join by this route?  Then a
    case of its own would be a second one of the same kind in the same dwelling, or between the same
    neighbours.
    """
    homes = [report.dwelling_id, report.complainant_dwelling_id]
    seats = known_to(actor, at=at).filter(case__dwelling__in=homes, closed=False)
    return any(
        seat.role == book(seat.agreement).interventions[seat.intervention].lead
        and route in routes_to(seat.case, report)
        and is_agreed(seat.case, report, at)
        for seat in seats.select_related("case")
    )


def routes_to(case: Case, report: Report) -> list[str]:
    """
    Return the routes of a report by which it joins this case: those that are the intervention of
    the case and for the same purpose, whichever of the two is under the later version; for another
    dwelling none, but where the case is of both neighbours.
    """
    return routes_between(case, report) if is_about(case, report) else []


def routes_between(case: Case, report: Report) -> list[str]:
    """Return the same of a report that is known to be about the home or neighbours of the case."""
    made, runs = book(report.agreement), book(case.agreement)
    purpose = runs.interventions[case.intervention].purpose
    return [
        key
        for key, route in made.interventions.items()
        if route.purpose == purpose
        and (
            _name_under(runs, made, key) == case.intervention
            or (_name_under(made, runs, case.intervention) == key and _fits(case, report, key))
        )
    ]


def is_about(case: Case, report: Report) -> bool:
    """
    Is the report about the dwelling of the case?  Or is the case of both neighbours (§3.1), and
    does the report come from that dwelling, about the home that complained, where that is known?
    """
    if case.dwelling_id == report.dwelling_id:
        return True
    if not book(case.agreement).interventions[case.intervention].mutual:
        return False
    if report.complainant_dwelling_id != case.dwelling_id:
        return False
    known = Report.objects.filter(case=case).exclude(complainant_dwelling=None)
    homes = set(known.values_list("complainant_dwelling", flat=True))
    return not homes or report.dwelling_id in homes


def is_agreed(case: Case, report: Report, at: datetime) -> bool:
    """
    Does the case say that the resident agrees, where who reports does so in consultation alone, or
    is it still where that is asked (§3.1)?  Later nobody asks it any more.
    """
    situation = situation_of(case, at)
    vars(situation)["reporters"] = frozenset({report.reporter.key})
    return case.stage == situation.intervention.start or agreed_where_referred(situation)


def _name_under(later: Agreement, former: Agreement, intervention: str) -> str | None:
    """Return how an intervention is called in the later version, if its cases came there."""
    return names_later(former, intervention, books().values()).get(later.key)


def _fits(case: Case, report: Report, route: str) -> bool:
    """
    Has the former version, under which this case stayed, a place for such a report, and shows it
    nobody more of it than the version under which somebody made it?
    """
    made, runs = book(report.agreement), book(case.agreement)
    known = {(role.key, role.category) for role in runs.person_roles}
    people = {(role.key, role.category) for role in made.person_roles}
    told = frozenset({"report", "dwelling", *(category for _, category in people)})
    return (
        report.tenure in runs.interventions[case.intervention].tenures
        and people <= known
        and sees_no_more((runs, case.intervention), (made, route), of=told)
    )
