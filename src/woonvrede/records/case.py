# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Cases, and who takes part in them."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from .account import Account
from .dwelling import Dwelling
from .party import Party


class Case(models.Model):
    """
    One intervention, for one purpose, in one dwelling, under the agreement it was opened with.

    Its address is in the words of the report that it was opened with, for the reason given there.

    ``party_ids`` and ``excluded_ids`` are the coarse net of row-level security: kept by triggers,
    never written by a verb except the acting party at opening.
    """

    reference = models.CharField(max_length=14, unique=True)
    agreement = models.CharField(max_length=60)
    intervention = models.CharField(max_length=40)
    stage = models.CharField(max_length=40)
    stage_since = models.DateTimeField()
    dwelling = models.ForeignKey(Dwelling, models.PROTECT, related_name="+")
    address = models.CharField(max_length=140)
    place = models.CharField(max_length=90)
    district = models.CharField(max_length=40)
    lead = models.ForeignKey(Party, models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=40, blank=True)
    due = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)
    party_ids = ArrayField(models.BigIntegerField())
    excluded_ids = ArrayField(models.BigIntegerField(), default=list)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="an_outcome_means_closed", condition=Q(outcome="") | ~Q(closed_at=None)
            ),
        ]


class Involvement(models.Model):
    """
    The part that a circle, or one person of it, plays in a case, from ``since`` up to, not
    including, ``until``.

    What lists sort and filter by is copied here by a trigger, because lists begin at my
    involvements.  So is ``quiet_since``: the day on which somebody last did something in the case
    that this seat may see.  What it may not see leaves it as it is.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    party = models.ForeignKey(Party, models.PROTECT, related_name="+")
    account = models.ForeignKey(
        Account, models.PROTECT, null=True, db_index=False, related_name="+"
    )
    role = models.CharField(max_length=40)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)
    agreement = models.CharField(max_length=60, default="")
    intervention = models.CharField(max_length=40, default="")
    stage = models.CharField(max_length=40, default="")
    district = models.CharField(max_length=40, default="")
    due = models.DateField(null=True)
    closed = models.BooleanField(default=False)
    lead = models.ForeignKey(Party, models.PROTECT, null=True, related_name="+")
    opened = models.DateField(null=True)
    outcome = models.CharField(max_length=40, db_default="")
    quiet_since = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="one_involvement_per_party_and_role",
                fields=["case", "party", "role", "account"],
                condition=Q(until=None),
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="involvement_ends_after_it_begins",
                condition=Q(until=None) | Q(until__gte=F("since")),
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["party", "closed", "due", "case"], name="my_involvements"),
            models.Index(
                fields=["party", "closed", "opened", "case"], name="my_involvements_by_age"
            ),
            models.Index(
                fields=["party", "quiet_since", "case"],
                condition=Q(closed=False),
                name="my_quiet_involvements",
            ),
            models.Index(
                fields=["party", "since"], condition=Q(closed=False), name="my_new_involvements"
            ),
            models.Index(fields=["case"], name="involvements_of_a_case"),
            # Of a person alone: most seats are a circle's, and who looks for those gains nothing.
            models.Index(
                fields=["account", "closed"],
                condition=Q(account__isnull=False),
                name="involvements_of_a_person",
            ),
        ]


class Exclusion(models.Model):
    """A person who must stay out of a case (own address, family, conflict of interest)."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    account = models.ForeignKey(Account, models.PROTECT, related_name="+")
    reason = models.CharField(max_length=40)
    since = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(name="excluded_once", fields=["case", "account"]),
        ]


class HandOver(models.Model):
    """A request, at closing, to a party to open another intervention; and its answer."""

    case = models.OneToOneField(Case, models.PROTECT, related_name="+")
    to = models.CharField(max_length=40)
    asked = models.ForeignKey(Party, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    answer = models.CharField(max_length=10, blank=True)
    answered_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="an_answered_hand_over_has_a_moment",
                condition=Q(answer="", answered_at=None)
                | Q(answer__in=["accepted", "declined"], answered_at__isnull=False),
            ),
        ]


class Link(models.Model):
    """Two cases that belong together; shown only to who may know of both."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    other = models.ForeignKey(Case, models.PROTECT, related_name="+")
    since = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(name="linked_once", fields=["case", "other"]),
        ]
