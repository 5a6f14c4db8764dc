# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Raise the walls: policies, triggers, functions and grants, in plain SQL beside this file."""

from pathlib import Path

from django.db import migrations

WALLS = Path(__file__).with_name("walls.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("records", "0001_initial")]

    operations = [migrations.RunSQL(WALLS)]
