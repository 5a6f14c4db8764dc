# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The application whose tasks the queue finds."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """Tasks in ``tasks.py``; no models."""

    name = "woonvrede.jobs"
    label = "jobs"

    def ready(self) -> None:
        """Carry out what casework leaves for later."""
        from ..casework.terms import later  # noqa: PLC0415 - models can be read from here on
        from . import tasks  # noqa: PLC0415

        later.carry_out_with(tasks.leave)
