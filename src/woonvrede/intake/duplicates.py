# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Possible duplicates and counter-reports, among what the asker may see."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Q, QuerySet

from ..access.actor import Actor
from ..access.books import book
from ..access.door import reports_known_to
from ..agreement.vocabulary import COMPLAINANT
from ..records.report import Report
from .judges import categories_for, knowing

WINDOW = timedelta(days=90)
MOST = 10


@dataclass(frozen=True)
class Hint:
    """A report close by in time, and whether it comes from the other side."""

    report: Report
    is_counter: bool


def hints_for(report: Report, actor: Actor) -> list[Hint]:
    """
    Return other reports about the same dwelling, and reports the other way round, at most 90 days
    apart; the newest first.
    """
    same = Q(dwelling=report.dwelling_id)
    found = _near(report, actor).filter(same | _other_way(report, actor))
    return [Hint(each, each.dwelling_id != report.dwelling_id) for each in found[:MOST]]


def _other_way(report: Report, actor: Actor) -> Q:
    """
    Reports from the dwelling reported about, or about the dwelling that reported.

    Only out of what the asker may see: where complainants live is of complainants, and a hint
    would tell it to who may not know them.
    """
    other_way = knowing(actor, COMPLAINANT) & Q(complainant_dwelling=report.dwelling_id)
    known = COMPLAINANT in categories_for(actor, report, book(report.agreement))
    if known and report.complainant_dwelling_id:
        other_way |= Q(dwelling=report.complainant_dwelling_id)
    return other_way


def _near(report: Report, actor: Actor) -> QuerySet[Report]:
    first, last = report.received_at - WINDOW, report.received_at + WINDOW
    return (
        reports_known_to(actor)
        .filter(received_at__range=(first, last))
        .exclude(pk=report.pk)
        .select_related("reporter", "judge")
        .order_by("-received_at", "-pk")
    )
