# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may report, and whose reports somebody may have to judge: rights apart from any case."""

from ..agreement.book import Agreement
from .actor import Actor


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


def _judges(agreement: Agreement, triage: str) -> tuple[str, ...]:
    """Return the circles that may have to judge: one, or every party in that role."""
    roles = (role.parties for role in agreement.roles if role.key == triage)
    return next(roles, (triage,))
