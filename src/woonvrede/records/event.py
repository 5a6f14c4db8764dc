# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What happened, and what of it counts.  Written by the timeline alone, never changed."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from .account import Account
from .case import Case
from .party import Party
from .report import Report


class Event(models.Model):
    """
    One thing that happened to a case or a report.

    ``facts`` holds codes and no personal data; ``personal`` what erasure will blank; ``digest`` a
    salted hash of ``personal``, so that a sealed log stays whole after erasure.
    """

    case = models.ForeignKey(Case, models.PROTECT, null=True, related_name="+")
    report = models.ForeignKey(Report, models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=40)
    category = models.CharField(max_length=40)
    at = models.DateTimeField()
    party = models.ForeignKey(Party, models.PROTECT, null=True, related_name="+")
    account = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    system = models.CharField(max_length=40, blank=True)
    facts = models.JSONField(default=dict)
    personal = models.JSONField(default=dict)
    recipient_ids = ArrayField(models.BigIntegerField(), default=list)
    salt = models.CharField(max_length=32)
    digest = models.CharField(max_length=64)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="an_event_is_of_a_case_or_a_report",
                condition=Q(case__isnull=False) | Q(report__isnull=False),
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["case", "-at", "-id"], name="timeline_of_a_case"),
            models.Index(fields=["report"], name="timeline_of_a_report"),
        ]


class Tally(models.Model):
    """
    A mark of one event for one indicator: which legal party reports it, on which day it counts,
    what is counted (``unit``: the reference of a report, case or order) and under which part.

    A correction adds a mark with ``sign`` -1; nothing is removed.
    """

    event = models.ForeignKey(Event, models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, models.PROTECT, null=True, related_name="+")
    report = models.ForeignKey(Report, models.PROTECT, null=True, related_name="+")
    agreement = models.CharField(max_length=60)
    indicator = models.CharField(max_length=20)
    party = models.ForeignKey(Party, models.PROTECT, related_name="+")
    day = models.DateField()
    unit = models.CharField(max_length=80)
    part = models.CharField(max_length=60, blank=True)
    sign = models.SmallIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(name="a_mark_adds_or_corrects", condition=Q(sign__in=[1, -1])),
        ]
        indexes: ClassVar = [
            # With all that figures are made of, so that the marks themselves need not be read.
            models.Index(
                fields=["party", "agreement", "day"],
                include=["indicator", "part", "sign"],
                name="tallies_of_a_party",
            ),
            models.Index(fields=["case"], name="tallies_of_a_case"),
        ]
