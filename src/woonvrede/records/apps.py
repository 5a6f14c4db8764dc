# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The Django application that holds every table."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """The one application with models."""

    name = "woonvrede.records"
    label = "records"
    default_auto_field = "django.db.models.BigAutoField"
