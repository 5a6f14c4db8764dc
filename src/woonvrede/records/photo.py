# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Photos in a case, for as long as it runs (decision record 31)."""

from typing import ClassVar

from django.db import models

from .account import Account
from .case import Case
from .party import Party


class Photo(models.Model):
    """
    One photo, made anew from what was sent: a JPEG without anything about where and with what it
    was taken.  It is taken away when the case closes.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    category = models.CharField(max_length=40)
    party = models.ForeignKey(Party, models.PROTECT, related_name="+")
    account = models.ForeignKey(Account, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    content = models.BinaryField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["case"], name="photos_of_a_case")]
