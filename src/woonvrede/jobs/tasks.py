# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the worker does by itself."""

from contextlib import suppress
from datetime import datetime

import structlog
from django.db import transaction
from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued, UniqueViolation
from procrastinate.jobs import Status

from ..access.session import acting_as_system, acting_for_case
from ..casework.terms import passing
from ..casework.terms.later import Duty
from ..intake import drafts
from .sealing import seal

log = structlog.get_logger(__name__)

MOST_ATTEMPTS = 5
# Not for what the clock brings: it brings it again, and the next may wait in the queue already.
AGAIN = RetryStrategy(max_attempts=MOST_ATTEMPTS, exponential_wait=5)


def leave(duty: Duty, at: datetime, *, case: int, row: int) -> None:
    """Put a duty in the queue, within the transaction that runs; it carries ids alone."""
    app.configure_task(duty, schedule_at=at).defer(case=case, row=row)


def leave_periodic() -> None:
    """Put what the clock brings in the queue now, for a worker that will not wait for the clock."""
    for periodic in app.periodic_registry.periodic_tasks.values():
        with suppress(AlreadyEnqueued), transaction.atomic():
            app.configure_task(periodic.task.name).defer(timestamp=0)


@app.task(name="term_passes", retry=AGAIN)
def term_passes(case: int, row: int) -> None:
    """Mark a term that was not met as missed."""
    with acting_for_case("term_passes", case):
        passing.miss_term(case, row, system="term_passes", at=timezone.now())


@app.task(name="seat_ends", retry=AGAIN)
def seat_ends(case: int, row: int) -> None:
    """Narrow the net around a case when a party's seat has ended."""
    with acting_for_case("seat_ends", case):
        passing.end_seat(case, row, at=timezone.now())


@app.task(name="people_forgotten", retry=AGAIN)
def people_forgotten(case: int, row: int) -> None:
    """Forget people in a case of whom nothing may be kept any longer."""
    with acting_for_case("people_forgotten", case):
        passing.forget_people(case, row, system="people_forgotten", at=timezone.now())


@app.periodic(cron="17 * * * *")
@app.task(name="drafts_end", queueing_lock="drafts_end")
def drafts_end(timestamp: int) -> None:
    """Throw away the drafts of reports that nobody went on with."""
    del timestamp
    with acting_as_system("drafts_end"):
        gone = drafts.throw_away_old(timezone.now())
    if gone:
        log.info("old drafts thrown away", drafts=gone)


@app.periodic(cron="* * * * * */10")
@app.task(name="seal", queueing_lock="seal", lock="seal")
def seal_logs(timestamp: int) -> None:
    """Seal what happened and was read since the last time."""
    del timestamp
    seal.seal_waiting(timezone.now())


@app.periodic(cron="29 * * * *")
@app.task(name="jobs_end", queueing_lock="jobs_end")
async def jobs_end(timestamp: int) -> None:
    """Throw away what the queue remembers of jobs that succeeded, after a day."""
    del timestamp
    await app.job_manager.delete_old_jobs(nb_hours=24)


@app.periodic(cron="* * * * *")
@app.task(name="reap", queueing_lock="reap", pass_context=False)
async def reap(timestamp: int) -> None:
    """
    Take up again what a killed worker left behind, which would otherwise stay begun for ever.

    A job that keeps killing its worker is given up, and stays in the table as failed.  One that
    waits in the queue a second time already makes way: it may hold a lock for which that one waits.
    """
    del timestamp
    for job in await app.job_manager.get_stalled_jobs():
        if job.attempts < MOST_ATTEMPTS:
            try:
                await app.job_manager.retry_job(job)
            except UniqueViolation:
                await app.job_manager.finish_job(job, Status.ABORTED, delete_job=True)
            log.warning("stalled job retried", job=job.id, task=job.task_name)
        else:
            await app.job_manager.finish_job(job, Status.FAILED, delete_job=False)
            log.error("stalled job given up", job=job.id, task=job.task_name)
