# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What must be done in a case, and by when: tasks and terms."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from ...agreement.book import Agreement, Deadline
from ...agreement.telling import tells_of
from ...agreement.told.scope import amount
from .dutch import short
from .parts import TaskLine
from .view import View

Due = tuple[str, TaskLine]


def tasks(view: View) -> tuple[TaskLine, ...]:
    """Return open tasks and running terms, the first day first."""
    found = [*_tasks(view), *_terms(view)]
    return tuple(line for _, line in sorted(found, key=lambda pair: pair[0]))


def first_day(view: View) -> date | None:
    """Return the first day on which something must be done of which this actor may know."""
    days = (date.fromisoformat(day) for day, _ in (*_tasks(view), *_terms(view)))
    return min((day for day in (view.case.due, *days) if day), default=None)


def sees_task(view: View, row: dict[str, Any]) -> bool:
    """Does this actor see a task: by its category, or because it is theirs or they gave it?"""
    return view.sees(row["category"]) or view.actor.party in (row["party_id"], row["giver_id"])


def _tasks(view: View) -> Iterator[Due]:
    for row in view.around["task"]:
        if row["finished_at"] is None and sees_task(view, row):
            ours = view.actor.party in (row["party_id"], row["giver_id"])
            who = view.party_labels.get(row["party_id"], "")
            number = row["id"] if ours else 0
            yield row["due"], _line(view, row, title=row["title"], who=who, id=number)


def _terms(view: View) -> Iterator[Due]:
    """Give the terms that run, to who may see all that such a term tells of by being there."""
    agreed = {term.key: term for term in view.intervention.deadlines}
    for row in view.around["deadline"]:
        term = agreed.get(row["key"]) if row["ended_at"] is None else None
        if term and view.place.sees_all_of(*tells_of(term, view.intervention)):
            who, why = view.label("roles", row["owner"]), _why(term, view.agreement)
            yield row["due"], _line(view, row, title=term.label, who=who, why=why)


def _line(view: View, row: dict[str, Any], **words: Any) -> TaskLine:
    due, today = date.fromisoformat(row["due"]), view.today
    return TaskLine(due=short(due, today), late=due < today, **words)


def _why(term: Deadline, agreement: Agreement) -> str:
    """Return how long a term is, and who says so."""
    length = agreement.parameter(term.length)
    said_by = "afspraak" if term.kind == "policy" else "de wet"
    assumed = ", aangenomen" if length.assumed else ""
    return f"{amount(length.value, length.unit)}: {said_by} ({term.source}{assumed})"
