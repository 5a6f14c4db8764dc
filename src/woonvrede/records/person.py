# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""People in a report or a case."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from .case import Case
from .report import Report


class Person(models.Model):
    """
    Somebody in one report or one case; copied, never shared, when a case is handed over.

    ``category`` follows from what the person is there, and guards the whole row.  Of whom was
    forgotten there is no name any more, nor any way to reach them.
    """

    report = models.ForeignKey(Report, models.PROTECT, null=True, related_name="+")
    case = models.ForeignKey(Case, models.PROTECT, null=True, related_name="+")
    party = models.ForeignKey("records.Party", models.PROTECT, related_name="+")
    role = models.CharField(max_length=40)
    category = models.CharField(max_length=40)
    name = models.CharField(max_length=160)
    phone = models.CharField(max_length=30, blank=True)
    email = models.EmailField(blank=True)
    may_phone = models.BooleanField(default=False)
    may_voicemail = models.BooleanField(default=False)
    may_post = models.BooleanField(default=False)
    may_email = models.BooleanField(default=False)
    contact_note = models.CharField(max_length=200, blank=True)
    forgotten_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="a_person_is_of_a_report_or_a_case",
                condition=Q(report=None, case__isnull=False) | Q(report__isnull=False, case=None),
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["case"], name="people_of_a_case"),
            models.Index(fields=["report"], name="people_of_a_report"),
        ]
