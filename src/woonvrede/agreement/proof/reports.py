# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
What can happen with a report: it is passed on, or decided on, and then a case begins.

A report that joins a case joins one of the same dwelling, which came there in one of these ways.
"""

from collections.abc import Iterator

from ..book import Agreement, Intervention
from .readings import Asked, may_all_fail, may_all_hold
from .state import Edge, State, opening


def starts(agreement: Agreement) -> Iterator[State]:
    """Yield every report that can come in, with the intervention that is proposed for it."""
    for tenure in agreement.tenures:
        for key, each in agreement.interventions.items():
            if _is_proposed(agreement, each, tenure.key):
                yield State(key, "", tenure.key)
        if first := _first_that_may(agreement, tenure.key):
            yield State(first, "", tenure.key)


def decisions(agreement: Agreement, state: State) -> Iterator[Edge]:
    """
    Find what can be decided on a report: its case begins, or it goes to who judges another
    intervention.  A person decides, also against what was proposed; only a tenure or a hard route
    bars.
    """
    for key, each in agreement.interventions.items():
        if not _may_be(agreement, each, state.tenure):
            continue
        if _judge(agreement, key) == _judge(agreement, state.intervention):
            case = opening(agreement, key, state.tenure)
            yield Edge("decides", key, case, (), tuple(sorted(case.seats)))
        elif key != state.intervention:
            yield Edge("passes_on", key, State(key, "", state.tenure))


def _is_proposed(agreement: Agreement, intervention: Intervention, tenure: str) -> bool:
    asked = Asked(agreement, State(intervention.key, "", tenure))
    return _may_be(agreement, intervention, tenure) and any(
        may_all_hold(route.when, asked) and may_all_fail(route.never_when, asked)
        for route in intervention.routes
        if not route.hard
    )


def _may_be(agreement: Agreement, intervention: Intervention, tenure: str) -> bool:
    asked = Asked(agreement, State(intervention.key, "", tenure))
    return tenure in intervention.tenures and all(
        may_all_fail(route.never_when, asked) for route in intervention.routes if route.hard
    )


def _first_that_may(agreement: Agreement, tenure: str) -> str:
    """Return where a report goes for which no route fits."""
    may = (key for key, each in agreement.interventions.items() if tenure in each.tenures)
    return next(may, "")


def _judge(agreement: Agreement, intervention: str) -> str:
    return agreement.interventions[intervention].triage.party
