# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every decision on a report has: it is the judge's, it is made once, and it stands on it."""

from datetime import datetime

from ..access.actor import Actor
from ..access.refusals import Conflict, Refused
from ..records.case import Case
from ..records.report import Report

NO_ROUTE = "none"  # none fits: the report ends here, leads to no case, and counts nowhere
OUTSIDE = "outside"  # somebody was referred outside the agreement: likewise
DECIDED = ("decided", "decided_at", "decided_by", "reason", "case", "version")


def is_ours(report: Report, actor: Actor, version: int) -> None:
    """
    Go on only when this actor's circle judges the report, which nobody changed or decided on.

    :raises Conflict: if somebody changed it since version ``version``
    :raises Refused: if another circle judges it, or it was decided on
    """
    if report.version != version:
        raise Conflict(report.version)
    if report.judge_id != actor.party:
        raise Refused("Deze melding wordt door een andere organisatie beoordeeld.")
    if report.decided:
        raise Refused("Over deze melding is al een besluit genomen.")


def settle(
    report: Report,
    decided: str,
    *,
    actor: Actor,
    at: datetime,
    reason: str = "",
    case: Case | None = None,
) -> None:
    """Write the decision on the report."""
    report.decided, report.decided_at, report.decided_by_id = decided, at, actor.account
    report.reason, report.case, report.version = reason.strip(), case, report.version + 1
    report.save(update_fields=DECIDED)
