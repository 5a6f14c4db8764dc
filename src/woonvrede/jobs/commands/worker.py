# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""``woonvrede worker``"""

from woonvrede.jobs.commands import Asked, Commands


def register(commands: Commands) -> None:
    """Add the command."""
    commands.add("worker", run, does="carry out the jobs of the queue", role="worker")


def run(asked: Asked) -> int:
    """Check that the database holds what the books say, then work until TERM."""
    from procrastinate.contrib.django import app
    from procrastinate.contrib.django.django_connector import DjangoConnector

    from woonvrede.jobs.ready import refuse_unready

    del asked
    refuse_unready()
    queue = DjangoConnector().get_worker_connector()
    with app.replace_connector(queue) as working:
        working.run_worker()
    return 0
