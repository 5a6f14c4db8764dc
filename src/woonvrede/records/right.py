# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rights of published agreements, copied row by row from the books."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models


class Published(models.Model):
    """An agreement whose rights are in the database, with the digest of the book they came from."""

    key = models.CharField(max_length=60, unique=True)
    partnership = models.CharField(max_length=60)
    digest = models.CharField(max_length=64)
    since = models.DateField()
    until = models.DateField(null=True)


class Right(models.Model):
    """
    In this stage of this intervention, this role may do this (``verb``) with this (``thing``).

    ``functions`` are those in which a member plays the role; ``only`` narrows it to rows of the
    own party or rows whose recipient it is; ``because`` is the section.
    """

    agreement = models.CharField(max_length=60)
    intervention = models.CharField(max_length=40)
    stage = models.CharField(max_length=40)
    role = models.CharField(max_length=40)
    verb = models.CharField(max_length=10)
    thing = models.CharField(max_length=60)
    only = models.CharField(max_length=10, blank=True)
    functions = ArrayField(models.CharField(max_length=40))
    because = models.TextField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="a_right_stands_once",
                fields=["agreement", "intervention", "stage", "role", "verb", "thing", "only"],
            ),
        ]
