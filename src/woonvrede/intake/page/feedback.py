# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What of a report its maker reads when somebody else handles it, as the agreement says (§3.1)."""

from datetime import datetime

from ...access.actor import Actor
from ...access.books import book
from ...casework.page.dutch import day_of, in_words
from ...records.report import Report
from ..deciding import NO_ROUTE, OUTSIDE
from .objects import Line
from .status import ELSEWHERE

NOT_TAKEN_UP = "Niet in behandeling genomen"
Told = tuple[str, datetime]
OTHERWISE = {NO_ROUTE: NOT_TAKEN_UP, OUTSIDE: ELSEWHERE}
NOT_KNOWN = "Bekeken. Hier leest u later of de melding in behandeling komt."


def hears_the_outcome_alone(report: Report, actor: Actor) -> bool:
    """
    Does the agreement say what whoever reported hears, and does this actor know of the report for
    that reason alone?  Then they read nothing else of what came of it: no reason, no other route.
    """
    routes = book(report.agreement).interventions
    described = routes.get(report.decided) or routes[report.proposed]
    return bool(described.feedback) and report.judge_id != actor.party


def feedback(report: Report, told: Told | None) -> tuple[Line, ...]:
    """Return whether it is handled and how it ended, in the last words about it, with the day."""
    if report.decided_at is None:
        return ()
    words, at = told or (OTHERWISE.get(report.decided, NOT_KNOWN), report.decided_at)
    return (Line("Stand", words, in_words(day_of(at))),)


def in_short(report: Report, told: Told | None) -> str:
    """Return the same for a line of a list, or nothing while nobody looked at it."""
    (line,) = feedback(report, told) or (None,)
    return f"{line.value.split('.')[0]} op {line.note}" if line else ""
