# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reports: what comes in, before and apart from any case."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from .account import Account
from .case import Case
from .dwelling import Dwelling
from .party import Party


class Report(models.Model):
    """
    What one party reported about one dwelling, the route proposed, and the route decided on.

    It belongs to the reporting party and the party that judges it; ``party_ids`` says so to the
    database.  Its addresses are as its own reporter typed them: in words that somebody else typed
    earlier it would tell that the dwelling was known.
    """

    reference = models.CharField(max_length=14, unique=True)
    agreement = models.CharField(max_length=60)
    reporter = models.ForeignKey(Party, models.PROTECT, related_name="+")
    reported_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    received_at = models.DateTimeField()
    received_on = models.DateField()
    dwelling = models.ForeignKey(Dwelling, models.PROTECT, related_name="+")
    address = models.CharField(max_length=140)
    place = models.CharField(max_length=90)
    district = models.CharField(max_length=40)
    tenure = models.CharField(max_length=40)
    landlord = models.ForeignKey(Party, models.PROTECT, null=True, related_name="+")
    complainant_dwelling = models.ForeignKey(Dwelling, models.PROTECT, null=True, related_name="+")
    complainant_address = models.CharField(max_length=140, blank=True)
    answers = models.JSONField()
    proposed = models.CharField(max_length=40)
    judge = models.ForeignKey(Party, models.PROTECT, related_name="+")
    decided = models.CharField(max_length=40, blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    reason = models.TextField(blank=True)
    case = models.ForeignKey(Case, models.PROTECT, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1)
    party_ids = ArrayField(models.BigIntegerField())
    excluded_ids = ArrayField(models.BigIntegerField(), default=list)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="a_decision_has_a_moment_and_a_person",
                condition=Q(decided="", decided_at=None, decided_by=None)
                | (~Q(decided="") & Q(decided_at__isnull=False, decided_by__isnull=False)),
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["judge", "decided", "received_at", "id"], name="reports_to_judge"),
            models.Index(
                fields=["agreement", "received_on"],
                condition=Q(decided=""),
                name="reports_undecided",
            ),
            models.Index(fields=["reporter", "received_at", "id"], name="reports_we_made"),
            models.Index(fields=["dwelling"], name="reports_about_a_dwelling"),
            models.Index(fields=["complainant_dwelling"], name="reports_from_a_dwelling"),
            models.Index(fields=["case"], name="reports_of_a_case"),
        ]
