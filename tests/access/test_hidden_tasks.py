# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The day of a task is of the task: who may not know of it sees it nowhere, also not in a badge."""

from datetime import date, timedelta

import psycopg
import pytest

from tests.story import Story
from tests.world import told
from woonvrede.access.session import acting
from woonvrede.casework.lists.filters import Wanted
from woonvrede.casework.lists.listing import list_cases
from woonvrede.casework.lists.worklist import read_work
from woonvrede.casework.tasks.give import give_task

pytestmark = pytest.mark.usefixtures("people")

Seen = tuple[date | None, tuple[str, str] | None]


def gave(story: Story, days: int) -> None:
    """Let the case manager give the neighbourhood team a task."""
    manager = story.as_("manager")
    due = (story.at + timedelta(days=days)).date()
    with acting(manager):
        give_task(story.reference, "Ga langs", "buurtteam_sociaal", due, actor=manager, at=story.at)


def seen(story: Story, who: str) -> Seen:
    """Return the day that somebody sees in the list, and the badge on the page."""
    actor = story.as_(who)
    with acting(actor):
        line = list_cases(Wanted(), actor=actor, at=story.at).lines[0]
    return line.due, story.seen_by(who).badge


def test_who_may_not_know_of_a_task_sees_no_day_of_it() -> None:
    """The police see the plan only while it is made and carried out (bijlage 1)."""
    story = told("taken_up")
    before = {who: seen(story, who) for who in ("police", "manager", "social_team")}
    gave(story, 1)
    assert seen(story, "police") == before["police"]
    for who in ("manager", "social_team"):
        assert seen(story, who) == (before[who][0], ("Termijn loopt af", "warning"))


def test_a_task_is_work_also_where_no_term_runs(maintenance: "psycopg.Connection") -> None:
    story = told("taken_up")
    maintenance.execute("delete from records_deadline")
    maintenance.execute("update records_case set due = null")
    gave(story, 1)
    for who, kind in (("social_team", "task"), ("manager", "given")):
        actor = story.as_(who)
        with acting(actor):
            work = read_work(actor=actor, at=story.at)
        found = [each.kind for each in (*work.week, *work.waiting)]
        assert (who, found) == (who, [kind])
