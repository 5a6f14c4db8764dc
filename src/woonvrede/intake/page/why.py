# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Why somebody sees a report, in words."""

from ...access.actor import Actor
from ...agreement.book import Agreement
from ...records.report import Report
from .objects import Why


def why(report: Report, actor: Actor, agreement: Agreement, seen: frozenset[str]) -> Why:
    """Say why this actor sees the report; the ground is the lead's, so of who judges alone."""
    described = agreement.interventions.get(report.decided)
    described = described or agreement.interventions[report.proposed]
    labels = agreement.labels
    role, ground = "Uw organisatie heeft deze melding gedaan.", ""
    if report.judge_id == actor.party:
        role = f"Uw organisatie beoordeelt deze melding ({described.triage.source})."
        ground = next((g.ground for g in described.grants if g.role == described.lead), "")
    return Why(
        role,
        labels["purposes"].get(described.purpose, ""),
        labels["grounds"].get(ground, ""),
        tuple(label.lower() for key, label in labels["categories"].items() if key in seen),
    )
