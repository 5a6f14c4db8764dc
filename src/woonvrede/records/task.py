# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What somebody has to do: tasks that people give, and terms that the agreement sets."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from .account import Account
from .case import Case
from .party import Party


class Task(models.Model):
    """Something one party asked another, or itself, to do."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    category = models.CharField(max_length=40)
    party = models.ForeignKey(Party, models.PROTECT, related_name="+")
    giver = models.ForeignKey(Party, models.PROTECT, related_name="+")
    given_at = models.DateTimeField()
    due = models.DateField()
    finished_at = models.DateTimeField(null=True)
    finished_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["party", "finished_at", "due"], name="tasks_of_a_party"),
            models.Index(
                fields=["giver", "due"], condition=Q(finished_at=None), name="tasks_asked_for"
            ),
            models.Index(fields=["case"], name="tasks_of_a_case"),
        ]


class Deadline(models.Model):
    """
    A term of the agreement that runs, or ran, in a case, and the role that must meet it.

    A suspension moves ``due``; ``counted`` is then the day that it would be without, and ``rest``,
    while the case waits, how many working days of it were left.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    key = models.CharField(max_length=60)
    owner = models.CharField(max_length=40)
    started_at = models.DateTimeField()
    due = models.DateField()
    counted = models.DateField(null=True)
    rest = models.PositiveSmallIntegerField(null=True)
    ended_at = models.DateTimeField(null=True)
    missed_at = models.DateTimeField(null=True)
    escalated_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["case"], name="deadlines_of_a_case")]
