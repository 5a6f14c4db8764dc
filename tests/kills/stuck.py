# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
What would stay as it is for ever: transactions, jobs and terms that nobody goes on with.

Days do not pass while the rounds run, so here they are made to: terms pass, and dead workers were
last heard of long ago.
"""

import time
from collections.abc import Iterator

import psycopg

from tests.kills.half_done import Questions, answers

# A killed client's transaction ends as soon as its connection is found to be closed; the database
# itself ends one that is forgotten only after fifteen seconds.
SECONDS_TO_LET_GO = 10

HELD: Questions = {
    "a transaction that goes on": """
        select usename || ' ' || coalesce(state, '') from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()
        and (state like 'idle in transaction%' or wait_event_type = 'Lock')""",
    "a transaction that was prepared": "select gid from pg_prepared_xacts",
}
LEFT_BEHIND: Questions = {
    "a job that goes on": """
        select task_name || ' ' || id from procrastinate_jobs where status = 'doing'""",
    "a job that failed": """
        select task_name || ' ' || id from procrastinate_jobs j
        where status = 'failed' and not exists
            (select from procrastinate_jobs l where l.id > j.id and l.status = 'succeeded'
             and l.task_name = j.task_name and l.args - 'timestamp' = j.args - 'timestamp')""",
    "a job that nobody takes up": """
        select task_name || ' ' || id from procrastinate_jobs
        where status = 'todo' and coalesce(scheduled_at, now()) <= now()""",
    "a term that passed and is not missed": """
        select reference || ' ' || key from records_deadline d
        join records_case c on c.id = d.case_id
        where ended_at is null and missed_at is null and d.due < current_date""",
}

PASS = """
    update records_deadline set due = current_date - 2
    where ended_at is null and missed_at is null"""
# All of them, and some that were met or missed before: again must be harmless.
WAKE = """
    insert into procrastinate_jobs (queue_name, task_name, args)
    select 'default', 'term_passes', jsonb_build_object('case', case_id, 'row', id)
    from (select case_id, id,
                 row_number() over (partition by ended_at is null and missed_at is null
                                    order by random()) as number,
                 ended_at is null and missed_at is null as running
          from records_deadline where due < current_date) as passed
    where running or number <= 40"""
DIE = "update procrastinate_workers set last_heartbeat = now() - interval '1 hour'"


def let_days_pass(asked: "psycopg.Connection") -> None:
    """Let every term that runs pass, and give the worker more than enough to do."""
    asked.execute(PASS)
    asked.execute(WAKE)


def forget_workers(asked: "psycopg.Connection") -> None:
    """Let no worker have been heard of since long; none may run."""
    asked.execute(DIE)


def held(asked: "psycopg.Connection") -> list[str]:
    """Return a line for each transaction that does not end by itself."""
    deadline = time.monotonic() + SECONDS_TO_LET_GO
    while (found := list(answers(HELD, asked))) and time.monotonic() < deadline:
        time.sleep(0.5)
    return found


def left_behind(asked: "psycopg.Connection") -> Iterator[str]:
    """Return a line for each job and term that a worker that did everything left behind."""
    return answers(LEFT_BEHIND, asked)
