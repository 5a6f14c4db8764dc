# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Possible duplicates and counter-reports, among what the asker may see."""

from datetime import timedelta

from django.db.models import Q, QuerySet

from ..access.actor import Actor
from ..access.door import reports_known_to
from ..records.report import Report

WINDOW = timedelta(days=90)


def duplicates_of(report: Report, actor: Actor) -> QuerySet[Report]:
    """Return other reports about the same dwelling, at most 90 days apart."""
    return _near(report, actor).filter(dwelling=report.dwelling_id)


def counter_reports_of(report: Report, actor: Actor) -> QuerySet[Report]:
    """Return reports from the dwelling reported about, or about the dwelling that reported."""
    other_way = Q(complainant_dwelling=report.dwelling_id)
    if report.complainant_dwelling_id:
        other_way |= Q(dwelling=report.complainant_dwelling_id)
    return _near(report, actor).filter(other_way)


def _near(report: Report, actor: Actor) -> QuerySet[Report]:
    first, last = report.received_at - WINDOW, report.received_at + WINDOW
    return (
        reports_known_to(actor)
        .filter(received_at__range=(first, last))
        .exclude(pk=report.pk)
        .order_by("-received_at", "-pk")
    )
