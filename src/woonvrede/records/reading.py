# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who looked at what, and why.  Written by the door alone, never changed."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Now


class Reading(models.Model):
    """
    One answer that carried case data, or one refused attempt.

    No foreign keys, so that the log never stands in the way of what it logs; partitioned by month
    (the table itself is made by hand in the migration).
    """

    at = models.DateTimeField(db_default=Now())
    account = models.BigIntegerField(null=True)
    party = models.BigIntegerField(null=True)
    system = models.CharField(max_length=40, blank=True)
    action = models.CharField(max_length=60)
    case_ids = ArrayField(models.BigIntegerField(), default=list)
    report_ids = ArrayField(models.BigIntegerField(), default=list)
    categories = ArrayField(models.CharField(max_length=40), default=list)
    purposes = ArrayField(models.CharField(max_length=40), default=list)
    why = models.TextField(blank=True)
    refused = models.BooleanField(default=False)

    class Meta:
        managed = False
        db_table = "records_reading"
        indexes: ClassVar = []
