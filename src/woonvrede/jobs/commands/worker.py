# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""``woonvrede worker``"""

from woonvrede.jobs.commands import Asked, Commands, Problem


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add("worker", run, does="carry out the jobs of the queue", role="worker")
    parser.add_argument("--once", action="store_true", help="do all that is due now, then end")


def run(asked: Asked) -> int:
    """Check that the database holds what the books say, then work until TERM, or once."""
    from procrastinate.contrib.django import app
    from procrastinate.contrib.django.utils import connector_params
    from procrastinate.exceptions import ConnectorException
    from procrastinate.psycopg_connector import PsycopgConnector

    from woonvrede.jobs import tasks
    from woonvrede.jobs.ready import refuse_unready

    refuse_unready()
    if asked.once:
        tasks.leave_periodic()
    # Five seconds: a worker whose database is gone still ends soon when it is told to.
    queue = PsycopgConnector(kwargs=connector_params(), timeout=5)
    try:
        with app.replace_connector(queue) as working:
            working.run_worker(shutdown_graceful_timeout=10, wait=not asked.once)
    except ConnectorException as gone:
        raise Problem("The database went away while the worker ran.") from gone
    return 0
