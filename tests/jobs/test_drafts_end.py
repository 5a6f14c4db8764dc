# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""A report that nobody went on with is thrown away, by the real worker."""

import os
from datetime import timedelta

import psycopg
import pytest
from procrastinate.contrib.django import app
from tests.support.world import command
from tests.world import actor

from woonvrede.intake import drafts
from woonvrede.jobs import tasks

pytestmark = pytest.mark.usefixtures("people")

LEFT = "select key from records_draft order by at"


@pytest.fixture
def written(maintenance: "psycopg.Connection") -> None:
    """Three drafts: one too old, one just young enough, and one of today."""
    writer = actor("landlord")
    for days in (31, 29, 0):
        maintenance.execute(
            "insert into records_draft (account_id, party_id, key, answers, at)"
            " values (%s, %s, %s, '{}', now() - make_interval(days => %s))",
            [writer.account, writer.party, f"of {days} days", days],
        )


def _left(maintenance: "psycopg.Connection") -> list[str]:
    return [key for (key,) in maintenance.execute(LEFT)]


def test_the_worker_throws_old_drafts_away_and_no_others(
    written: None, maintenance: "psycopg.Connection"
) -> None:
    """Told to work once, it does what the clock brings too, also when that waits already."""
    tasks.leave_periodic()
    tasks.leave_periodic()
    done = command("worker", "--once")
    assert done.returncode == 0, done.stderr
    assert _left(maintenance) == ["of 29 days", "of 0 days"]
    ended = maintenance.execute(
        "select status from procrastinate_jobs where task_name = 'drafts_end'"
    ).fetchall()
    assert set(ended) == {("succeeded",)}


def test_it_does_so_by_itself_every_hour() -> None:
    when = {each.task.name: each.cron for each in app.periodic_registry.periodic_tasks.values()}
    assert when["drafts_end"] == "17 * * * *"


def test_the_worker_reaches_old_drafts_only_as_this_job_and_never_what_they_say(
    written: None,
) -> None:
    with psycopg.connect(os.environ["DATABASE_WORKER_URL"]) as worker:
        assert worker.execute("select count(id) from records_draft").fetchone() == (0,)
        worker.execute("select set_config('app.system', 'drafts_end', true)")
        assert worker.execute("select count(id) from records_draft").fetchone() == (1,)
        assert worker.execute("delete from records_draft").rowcount == 1
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            worker.execute("select answers from records_draft")


def test_pages_and_the_job_keep_a_draft_equally_long() -> None:
    """The wall says thirty days by itself; a page hides what the job will throw away."""
    assert timedelta(days=30) == drafts.KEPT
