# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is written down in a case: facts, rows of registers, and notes."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from .account import Account
from .case import Case
from .party import Party


class Entry(models.Model):
    """
    One thing written down, of one category, by one party.

    A fact has ``{"value": …}`` under its key, a row of a register its columns, a note
    ``{"text": …}``.  A newer value of a fact, or version of a row, ends the older one; nothing is
    overwritten.  That a fact was emptied is an entry of one moment, with ``null`` as its value.
    ``recipient_ids`` names who may receive what is given only to some (police data).
    """

    FACT, ROW, NOTE = "fact", "row", "note"

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=4)
    key = models.CharField(max_length=60)
    category = models.CharField(max_length=40)
    values = models.JSONField()
    party = models.ForeignKey(Party, models.PROTECT, related_name="+")
    account = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    recipient_ids = ArrayField(models.BigIntegerField(), default=list)
    at = models.DateTimeField()
    until = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="one_value_of_a_fact_at_a_time",
                fields=["case", "key"],
                condition=Q(kind="fact", until=None),
            ),
            models.CheckConstraint(
                name="an_entry_is_a_fact_a_row_or_a_note",
                condition=Q(kind__in=["fact", "row", "note"]),
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["case", "at"], name="entries_of_a_case")]
