# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may report, and whose reports somebody may have to judge: rights apart from any case."""

from collections.abc import Iterable, Iterator

from ..agreement.book import Agreement
from ..records.report import Report
from .actor import Actor
from .books import book
from .given import SEE, Given


def may_report(actor: Actor, agreement: Agreement) -> bool:
    """May this actor report?"""
    return any(
        reporter.party == actor.party_key and actor.functions.intersection(reporter.functions)
        for reporter in agreement.reporters
    )


def judged_by(actor: Actor, agreement: Agreement) -> list[str]:
    """Return the interventions whose reports the actor may have to judge."""
    return [
        each.key
        for each in agreement.interventions.values()
        if actor.party_key in _judges(agreement, each.triage.party)
        and actor.functions.intersection(each.triage.functions)
        and (not actor.interventions or each.key in actor.interventions)
    ]


def judges_in_turn(actor: Actor, agreement: Agreement) -> bool:
    """
    Does the actor judge no more than the reports about dwellings of its own: by a role that the
    agreement names as judge, and nowhere by name?
    """
    judged = [agreement.interventions[key].triage.party for key in judged_by(actor, agreement)]
    return bool(judged) and actor.party_key not in judged


def rights_to(actor: Actor, report: Report, categories: Iterable[str]) -> tuple[Given, ...]:
    """
    Return by which rights an actor who may know of a report sees these kinds of data of it: as who
    made it, as who judges it, or both; for the purpose of its route.
    """
    agreement = book(report.agreement)
    routes = agreement.interventions
    route = routes.get(report.decided) or routes[report.proposed]
    why = tuple(_sections(actor, report, agreement)) or ("",)
    return tuple(
        Given(route.key, "", "", SEE, category, "", because, route.purpose)
        for category in categories
        for because in why
    )


def _sections(actor: Actor, report: Report, agreement: Agreement) -> Iterator[str]:
    """Return what gives this actor a right to a report."""
    if report.reporter_id == actor.party:
        reporters = (each for each in agreement.reporters if each.party == actor.party_key)
        yield from (each.source for each in reporters if actor.functions & {*each.functions})
    if report.judge_id == actor.party:
        judged = judged_by(actor, agreement)
        routes = {report.decided, report.proposed}.intersection(judged)
        yield from (agreement.interventions[key].triage.source for key in routes)


def _judges(agreement: Agreement, triage: str) -> tuple[str, ...]:
    """Return the circles that may have to judge: one, or every party in that role."""
    roles = (role.parties for role in agreement.roles if role.key == triage)
    return next(roles, (triage,))
