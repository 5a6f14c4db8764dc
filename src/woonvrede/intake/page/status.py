# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where a report stands, in words for whoever sees it."""

from ...access.books import book
from ...casework.page.dutch import day_of, in_words
from ...records.report import Report

WAITS, DONE = "warning", "success"


def status_of(report: Report) -> tuple[str, str]:
    """Return where a report stands, and the colour of its badge."""
    if not report.decided_at:
        return f"Wacht op {report.judge.label}", WAITS
    return f"Beoordeeld op {in_words(day_of(report.decided_at))}", DONE


def route_of(report: Report) -> str:
    """Return the route decided on, or else the one proposed."""
    agreement = book(report.agreement)
    return agreement.interventions[report.decided or report.proposed].label
