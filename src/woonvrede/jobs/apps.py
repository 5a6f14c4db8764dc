# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The application whose tasks the queue finds."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """Tasks in ``tasks.py``; no models."""

    name = "woonvrede.jobs"
    label = "jobs"
