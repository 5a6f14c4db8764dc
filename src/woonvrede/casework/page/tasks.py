# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What must be done in a case, and by when: tasks and terms."""

from datetime import date
from typing import Any

from ...agreement.telling import tells_of
from .dutch import short
from .parts import TaskLine
from .view import View


def tasks(view: View) -> tuple[TaskLine, ...]:
    """
    Return open tasks and running terms, the first day first; a term only to who may see all that
    it tells of by being there.
    """
    terms = {term.key: term for term in view.intervention.deadlines}
    found = [
        (
            row["due"],
            TaskLine(
                title=row["title"],
                who=view.party_labels.get(row["party_id"], ""),
                due=_due(view, row["due"]),
                late=date.fromisoformat(row["due"]) < view.today,
                id=row["id"] if view.actor.party in (row["party_id"], row["giver_id"]) else 0,
            ),
        )
        for row in view.around["task"]
        if row["finished_at"] is None and sees_task(view, row)
    ]
    found += [
        (
            row["due"],
            TaskLine(
                title=terms[row["key"]].label,
                who=view.label("roles", row["owner"]),
                due=_due(view, row["due"]),
                late=date.fromisoformat(row["due"]) < view.today,
            ),
        )
        for row in view.around["deadline"]
        if row["ended_at"] is None
        and row["key"] in terms
        and view.place.sees_all_of(*tells_of(terms[row["key"]], view.intervention))
    ]
    return tuple(task for _, task in sorted(found, key=lambda pair: pair[0]))


def first_task(view: View) -> date | None:
    """Return the first day before which a task must be done of which this actor may know."""
    open_ = (row for row in view.around["task"] if row["finished_at"] is None)
    days = (date.fromisoformat(row["due"]) for row in open_ if sees_task(view, row))
    return min(days, default=None)


def sees_task(view: View, row: dict[str, Any]) -> bool:
    """Does this actor see a task: by its category, or because it is theirs or they gave it?"""
    return view.sees(row["category"]) or view.actor.party in (row["party_id"], row["giver_id"])


def _due(view: View, day: str) -> str:
    return short(date.fromisoformat(day), view.today)
