# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where a report stands, in words for whoever sees it."""

from ...access.books import book
from ...casework.page.dutch import day_of, in_words
from ...records.report import Report
from ..deciding import NO_ROUTE, OUTSIDE

ELSEWHERE = "Verwezen buiten deze overeenkomst"
WAITS, DONE, ENDED = "warning", "success", "neutral"


def status_of(report: Report) -> tuple[str, str]:
    """Return where a report stands, and the colour of its badge."""
    if not report.decided_at:
        return f"Wacht op {report.judge.label}", WAITS
    day = in_words(day_of(report.decided_at))
    if report.decided in (NO_ROUTE, OUTSIDE):
        return f"Afgesloten op {day}", ENDED
    return f"Beoordeeld op {day}", DONE


def route_of(report: Report) -> str:
    """Return the route decided on, or that none fits, or else the one proposed."""
    if report.decided == NO_ROUTE:
        return "Geen aanpak past"
    if report.decided == OUTSIDE:
        return ELSEWHERE
    agreement = book(report.agreement)
    return agreement.interventions[report.decided or report.proposed].label
