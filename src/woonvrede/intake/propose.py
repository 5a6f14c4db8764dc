# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Proposing a route for a report, with the reasons that the agreement gives."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ..access.refusals import Refused
from ..agreement.book import Agreement, Intervention, Route
from ..casework.steps.guards import holds
from ..casework.steps.situation import Situation
from ..records.report import Report


@dataclass(frozen=True)
class Reason:
    """Why a report belongs in an intervention, or may not come there."""

    intervention: str
    label: str
    words: str
    source: str


@dataclass(frozen=True)
class Proposal:
    """The intervention that fits first, with why, and why others fit or are barred."""

    intervention: str
    reasons: tuple[Reason, ...]
    others: tuple[Reason, ...]
    barred: tuple[Reason, ...]


def propose(
    agreement: Agreement, *, tenure: str, answers: Mapping[str, Any], at: datetime
) -> Proposal:
    """
    Judge every route of the agreement over a report's answers; of those that fit, the lowest
    rank is proposed.  A person decides, also against it.

    A route without conditions is for when nothing else fits.

    :raises Refused: if the agreement has nothing for this dwelling
    """
    report = Report(agreement=agreement.key, tenure=tenure, answers=dict(answers))
    situation = Situation(agreement, at, report=report)
    routes = [(each, route) for each in agreement.interventions.values() for route in each.routes]
    barred = [_reason(*pair) for pair in routes if pair[1].hard and _bars(*pair, situation)]
    closed = {reason.intervention for reason in barred}
    fitting = [
        (each, route)
        for each, route in routes
        if not route.hard and each.key not in closed and _fits(each, route, situation)
    ]
    chosen = [pair for pair in fitting if pair[1].when] or fitting
    ranked = [_reason(*pair) for pair in sorted(chosen, key=lambda pair: pair[1].rank)]
    first = ranked[0].intervention if ranked else _fallback(agreement, tenure, closed)
    return Proposal(
        first,
        tuple(reason for reason in ranked if reason.intervention == first),
        tuple(reason for reason in ranked if reason.intervention != first),
        tuple(barred),
    )


def _bars(intervention: Intervention, route: Route, situation: Situation) -> bool:
    """A hard route bars by its conditions, or without any by the tenure of the dwelling."""
    if route.never_when:
        return any(holds(name, situation) for name in route.never_when)
    return situation.tenure not in intervention.tenures


def _fits(intervention: Intervention, route: Route, situation: Situation) -> bool:
    return (
        situation.tenure in intervention.tenures
        and all(holds(name, situation) for name in route.when)
        and not any(holds(name, situation) for name in route.never_when)
    )


def _reason(intervention: Intervention, route: Route) -> Reason:
    return Reason(intervention.key, intervention.label, route.reason, route.source)


def _fallback(agreement: Agreement, tenure: str, closed: Collection[str]) -> str:
    """Return where a report goes when no route fits: the first intervention that may take it."""
    for key, each in agreement.interventions.items():
        if tenure in each.tenures and key not in closed:
            return key
    raise Refused("De overeenkomst heeft geen aanpak voor deze woning.")
