# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the worker does by itself."""

import structlog
from procrastinate.contrib.django import app
from procrastinate.jobs import Status

log = structlog.get_logger(__name__)

MOST_ATTEMPTS = 5


@app.periodic(cron="* * * * *")
@app.task(name="reap", queueing_lock="reap", pass_context=False)
async def reap(timestamp: int) -> None:
    """
    Take up again what a killed worker left behind, which would otherwise stay begun for ever.

    A job that keeps killing its worker is given up, and stays in the table as failed.
    """
    del timestamp
    for job in await app.job_manager.get_stalled_jobs():
        if job.attempts < MOST_ATTEMPTS:
            await app.job_manager.retry_job(job)
            log.warning("stalled job retried", job=job.id, task=job.task_name)
        else:
            await app.job_manager.finish_job(job, Status.FAILED, delete_job=False)
            log.error("stalled job given up", job=job.id, task=job.task_name)
