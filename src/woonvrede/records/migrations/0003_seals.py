# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Seal the logs: tables of places and heads, and in plain SQL beside this file what fills them."""

from pathlib import Path

import django.db.models.functions.datetime
from django.db import migrations, models

SEALS = Path(__file__).with_name("seals.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):

    dependencies = [("records", "0002_walls")]

    operations = [
        migrations.CreateModel(
            name="Head",
            fields=[
                ("log", models.CharField(max_length=10, primary_key=True, serialize=False)),
                ("position", models.BigIntegerField()),
                ("hash", models.BinaryField(max_length=32)),
            ],
        ),
        migrations.CreateModel(
            name="Unsealed",
            fields=[
                ("pk", models.CompositePrimaryKey("log", "line", blank=True, editable=False, primary_key=True, serialize=False)),
                ("log", models.CharField(max_length=10)),
                ("line", models.BigIntegerField()),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
        ),
        migrations.CreateModel(
            name="Seal",
            fields=[
                ("pk", models.CompositePrimaryKey("log", "position", blank=True, editable=False, primary_key=True, serialize=False)),
                ("log", models.CharField(max_length=10)),
                ("position", models.BigIntegerField()),
                ("line", models.BigIntegerField()),
                ("hash", models.BinaryField(max_length=32)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("log", "line"), name="a_line_is_sealed_once")],
            },
        ),
        migrations.RunSQL(SEALS),
    ]
