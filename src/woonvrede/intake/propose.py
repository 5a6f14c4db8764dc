# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Proposing a route for a report, with the reasons that the agreement gives."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ..agreement.book import Agreement, Route
from ..casework.guards import holds
from ..casework.situation import Situation
from ..records.report import Report


@dataclass(frozen=True)
class Reason:
    """Why a report belongs in an intervention, or may not come there."""

    intervention: str
    label: str
    words: str
    source: str
    hard: bool = False


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
    """
    report = Report(agreement=agreement.key, tenure=tenure, answers=dict(answers))
    situation = Situation(agreement, at, report=report)
    fitting: list[tuple[int, Reason]] = []
    barred: list[Reason] = []
    for intervention in agreement.interventions.values():
        for route in intervention.routes:
            reason = Reason(
                intervention.key, intervention.label, route.reason, route.source, route.hard
            )
            if _is_barred(route, situation) or tenure not in intervention.tenures:
                if route.hard:
                    barred.append(reason)
            elif route.when and all(holds(name, situation) for name in route.when):
                fitting.append((route.rank, reason))
    closed = {reason.intervention for reason in barred}
    ranked = [
        r for _, r in sorted(fitting, key=lambda pair: pair[0]) if r.intervention not in closed
    ]
    first = ranked[0].intervention if ranked else _fallback(agreement, tenure)
    return Proposal(
        first,
        tuple(reason for reason in ranked if reason.intervention == first),
        tuple(reason for reason in ranked if reason.intervention != first),
        tuple(barred),
    )


def _is_barred(route: Route, situation: Situation) -> bool:
    return any(holds(name, situation) for name in route.never_when)


def _fallback(agreement: Agreement, tenure: str) -> str:
    """Return where a report goes when no route fits: the first intervention open to its tenure."""
    return next(key for key, each in agreement.interventions.items() if tenure in each.tenures)
