# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Dwellings: addresses without people, and how they are held."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from .party import Party


class Dwelling(models.Model):
    """
    One address.  ``match`` is a keyed hash of postcode, number, letter and addition, so that
    reports about one dwelling meet without anybody being able to search for addresses.

    Its street and town are as they were first typed, and shown to nobody: a report shows what its
    own reporter typed, and a case what was typed in the report that it was opened with.
    """

    match = models.CharField(max_length=64, unique=True)
    postcode = models.CharField(max_length=6)
    number = models.PositiveIntegerField()
    suffix = models.CharField(max_length=12, blank=True)
    street = models.CharField(max_length=120)
    town = models.CharField(max_length=80)
    district = models.CharField(max_length=40)
    bag_match = models.CharField(max_length=64, unique=True, null=True)


class Tenure(models.Model):
    """How a dwelling is held, from ``since`` up to, not including, ``until``."""

    dwelling = models.ForeignKey(Dwelling, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=40)
    landlord = models.ForeignKey(Party, models.PROTECT, null=True, related_name="+")
    since = models.DateField()
    until = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="one_tenure_at_a_time", fields=["dwelling"], condition=Q(until=None)
            ),
        ]
