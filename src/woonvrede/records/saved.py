# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Filters of the list of cases that people keep, for themselves or for their circle."""

from typing import ClassVar

from django.db import models

from .account import Account
from .party import Party


class SavedFilter(models.Model):
    """
    A filter under a name, of one account for the circle for which it was kept; ``codes`` is the end
    of the list's address, which holds codes of the agreement alone.
    """

    account = models.ForeignKey(Account, models.CASCADE, related_name="+")
    party = models.ForeignKey(Party, models.CASCADE, related_name="+")
    name = models.CharField(max_length=60)
    codes = models.CharField(max_length=500)
    shared = models.BooleanField()
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="one_filter_per_name", fields=["account", "party", "name"]
            ),
        ]
