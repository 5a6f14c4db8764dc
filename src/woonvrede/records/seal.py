# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
Each line of a log chained to the one before it (docs/decisions/0022).

Written in the database alone: a trigger lets a line wait, and ``records_seal`` gives it its place.
A *log* is ``event`` or ``reading``; a *line* is the id of a row of that table.
"""

from typing import ClassVar

from django.db import models
from django.db.models.functions import Now

LONGEST = 10


class Unsealed(models.Model):
    """A line that was written and has no seal yet."""

    pk = models.CompositePrimaryKey("log", "line")
    log = models.CharField(max_length=LONGEST)
    line = models.BigIntegerField()
    at = models.DateTimeField(db_default=Now())


class Seal(models.Model):
    """
    The place of a line in its chain.  ``hash`` is that of the seal before it and of what the line
    says; never changed, never removed.
    """

    pk = models.CompositePrimaryKey("log", "position")
    log = models.CharField(max_length=LONGEST)
    position = models.BigIntegerField()
    line = models.BigIntegerField()
    hash = models.BinaryField(max_length=32)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["log", "line"], name="a_line_is_sealed_once"),
        ]


class Head(models.Model):
    """The last seal of a chain: where the next one joins on."""

    log = models.CharField(max_length=LONGEST, primary_key=True)
    position = models.BigIntegerField()
    hash = models.BinaryField(max_length=32)
