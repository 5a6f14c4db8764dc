# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""People who sign in, for whom they work, and what they keep for that."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from .party import Party


class Account(AbstractBaseUser):
    """Somebody who can sign in; what they may do hangs on their memberships."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    is_active = models.BooleanField(default=True)
    demo = models.BooleanField(default=False)

    objects: ClassVar = BaseUserManager["Account"]()
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """
    The functions in which an account acts for a circle, from ``since`` up to, not including,
    ``until``; empty ``interventions`` or ``districts`` means all of them.
    """

    account = models.ForeignKey(Account, models.CASCADE, related_name="memberships")
    party = models.ForeignKey(Party, models.PROTECT, related_name="+")
    functions = ArrayField(models.CharField(max_length=40))
    interventions = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    districts = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="membership_ends_after_it_begins",
                condition=Q(until=None) | Q(until__gt=F("since")),
            ),
        ]


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


class Volunteer(models.Model):
    """
    What a circle keeps of a volunteer who can play a role for it: codes, a day and a number.

    Of where they live and how they are called there are keyed hashes alone, to compare with those
    of a case: ``street_match`` of the street, ``area_match`` of the sub-district and
    ``phone_match`` of the telephone number, which may be unknown.  What was typed is not kept.
    """

    party = models.ForeignKey(Party, models.PROTECT, related_name="+")
    account = models.ForeignKey(Account, models.PROTECT, related_name="+")
    role = models.CharField(max_length=40)
    skills = ArrayField(models.CharField(max_length=40), default=list)
    languages = ArrayField(models.CharField(max_length=40), default=list)
    training = models.CharField(max_length=40)
    trained_until = models.DateField()
    availability = ArrayField(models.CharField(max_length=40), default=list)
    hours = models.PositiveSmallIntegerField()
    paused = models.BooleanField(default=False)
    street_match = models.CharField(max_length=64)
    area_match = models.CharField(max_length=64)
    phone_match = models.CharField(max_length=64, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(name="in_a_register_once", fields=["party", "role", "account"]),
        ]
