# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tell whether the migrations make the models; asks no database."""

import sys

import django
from django.apps import apps
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState
from django.utils import translation

OURS = "woonvrede."


def main() -> int:
    """Print what a new migration would hold."""
    django.setup()
    translation.deactivate_all()  # migrations hold the labels of libraries untranslated
    loader = MigrationLoader(None)
    conflicts = loader.detect_conflicts()
    wanted = MigrationAutodetector(loader.project_state(), ProjectState.from_apps(apps))
    ours = {config.label for config in apps.get_app_configs() if config.name.startswith(OURS)}
    changes = wanted.changes(graph=loader.graph)
    missing = [
        f"{label}: {operation.describe()}"
        for label in sorted(ours & changes.keys())
        for migration in changes[label]
        for operation in migration.operations
    ]
    faults = [*missing, *(f"{label}: two last migrations" for label in conflicts)]
    print("\n".join(faults) or "the migrations make the models")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
