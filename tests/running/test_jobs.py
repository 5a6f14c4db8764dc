# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""A killed worker's job is taken up again, or given up in the end; what is done is forgotten."""

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest
from procrastinate.contrib.django import app
from procrastinate.contrib.django.utils import connector_params
from procrastinate.psycopg_connector import PsycopgConnector

from woonvrede.jobs import tasks
from woonvrede.running.within import connected_as


@pytest.fixture
def stalled(fresh_world: None, maintenance: "psycopg.Connection") -> int:
    """A job that a worker began and whose worker was last heard of an hour ago."""
    dead = maintenance.execute(
        "insert into procrastinate_workers (last_heartbeat) values (now() - interval '1 hour') "
        "returning id"
    ).fetchone()
    assert dead is not None
    job = maintenance.execute(
        "insert into procrastinate_jobs (queue_name, task_name, args, status, worker_id) "
        "values ('default', 'reap', '{}', 'doing', %s) returning id",
        dead,
    ).fetchone()
    assert job is not None
    return int(job[0])


def _run(task: Callable[..., Awaitable[None]]) -> None:
    with connected_as("worker"):
        as_worker = connector_params()

    async def once() -> None:
        queue = PsycopgConnector(kwargs=as_worker)
        with app.replace_connector(queue) as working:
            async with working.open_async():
                await task(timestamp=0)

    # In a thread of its own: in this one Playwright's loop may run.
    with ThreadPoolExecutor(1) as elsewhere:
        elsewhere.submit(asyncio.run, once()).result()


def _status(maintenance: "psycopg.Connection", job: int) -> str:
    row = maintenance.execute("select status from procrastinate_jobs where id = %s", [job])
    return str(row.fetchall()[0][0])


def test_a_stalled_job_is_taken_up_again(stalled: int, maintenance: "psycopg.Connection") -> None:
    _run(tasks.reap)
    assert _status(maintenance, stalled) == "todo"


def test_a_job_that_stalls_too_often_is_given_up(
    stalled: int, maintenance: "psycopg.Connection"
) -> None:
    maintenance.execute(
        "update procrastinate_jobs set attempts = %s where id = %s", [tasks.MOST_ATTEMPTS, stalled]
    )
    _run(tasks.reap)
    assert _status(maintenance, stalled) == "failed"


def test_a_job_of_a_living_worker_is_left_alone(
    stalled: int, maintenance: "psycopg.Connection"
) -> None:
    maintenance.execute("update procrastinate_workers set last_heartbeat = now()")
    _run(tasks.reap)
    assert _status(maintenance, stalled) == "doing"


@pytest.mark.parametrize(
    ("status", "hours", "left"),
    [
        ("succeeded", 25, 0),
        ("succeeded", 23, 1),
        ("failed", 25, 1),
        ("doing", 25, 1),
    ],
)
def test_of_a_job_that_succeeded_nothing_is_left_after_a_day(
    status: str, hours: int, left: int, stalled: int, maintenance: "psycopg.Connection"
) -> None:
    maintenance.execute(
        "update procrastinate_jobs set status = %s where id = %s", [status, stalled]
    )
    maintenance.execute(
        "update procrastinate_events set at = now() - make_interval(hours => %s)", [hours]
    )
    _run(tasks.jobs_end)
    found = maintenance.execute("select count(*) from procrastinate_jobs where id = %s", [stalled])
    assert found.fetchone() == (left,)
