# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The corporation's permission, and apart from it a person's consent: two different things."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from .account import Account
from .case import Case
from .party import Party
from .person import Person


class Permission(models.Model):
    """What a corporation was asked for a case, and what it answered."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    party = models.ForeignKey(Party, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    reminded_at = models.DateTimeField(null=True)
    answer = models.CharField(max_length=10, blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    reason = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="one_open_question_per_case", fields=["case"], condition=Q(answer="")
            ),
            models.CheckConstraint(
                name="an_answered_permission_has_a_moment",
                condition=Q(answer="", answered_at=None)
                | Q(answer__in=["granted", "refused"], answered_at__isnull=False),
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["answered_at"], name="answers_by_age"),
            models.Index(fields=["party"], condition=Q(answer=""), name="open_questions"),
        ]


class Consent(models.Model):
    """A person's consent (AVG) that opens an involvement in a role; withdrawing it ends that."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    role = models.CharField(max_length=40)
    given_on = models.DateField()
    withdrawn_on = models.DateField(null=True)
    recorded_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
