# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What whoever reported hears of a case: the words that the agreement has for a step (§3.1)."""

from datetime import datetime

from ...access.actor import Actor
from ...agreement.book import Intervention, Move
from ...records.case import Case
from ...records.report import Report
from ..story.happenings import ReporterTold
from ..story.timeline import last_told, record, record_each
from .situation import situation_of


def tell_reporters(
    case: Case, step: Move, intervention: Intervention, *, actor: Actor, at: datetime
) -> None:
    """Write down with each report of a case what its reporter hears now, if anything."""
    told = [each for each in intervention.feedback if step.key in each.by]
    if not told:
        return
    values = situation_of(case, at).values
    for each in told:
        if all(values.get(fact) in codes for fact, codes in each.where.items()):
            reports = list(Report.objects.filter(case=case).order_by("pk"))
            words = ReporterTold(each.label, key=each.key)
            record_each(words, reports, actor=actor, at=at, category="report")
            return


def tell_as_others(report: Report, case: Case, *, actor: Actor, at: datetime) -> None:
    """Write down with a report that joined a case what the reporters before it heard last."""
    facts = last_told(case, ReporterTold)
    if facts is not None:
        record(ReporterTold(**facts), report=report, actor=actor, at=at, category="report")
