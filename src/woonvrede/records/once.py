# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was carried out, so that the same form or the same row of a file twice does one thing."""

from typing import ClassVar

from django.db import models

from .account import Account
from .party import Party


class Once(models.Model):
    """
    A form's key, used up when its verb succeeded, where its answer pointed, and a keyed hash
    (``digest``) of what was sent: with other answers it is another form.
    """

    account = models.ForeignKey(Account, models.CASCADE, related_name="+")
    key = models.CharField(max_length=40)
    digest = models.CharField(max_length=64)
    answer = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(name="a_form_is_carried_out_once", fields=["account", "key"]),
        ]


class Draft(models.Model):
    """
    A report being written, kept per step until it is sent: of one account, for the circle for which
    it was begun.
    """

    account = models.ForeignKey(Account, models.CASCADE, related_name="+")
    party = models.ForeignKey(Party, models.CASCADE, related_name="+")
    key = models.CharField(max_length=40)
    answers = models.JSONField(default=dict)
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(name="one_draft_per_key", fields=["account", "party", "key"]),
        ]


class Imported(models.Model):
    """
    A row of a file that became a report, by a keyed hash: nobody of the circle that brought it in
    brings it in again.  Which report it became it does not say.
    """

    party = models.ForeignKey(Party, models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(name="a_row_is_imported_once", fields=["party", "digest"]),
        ]
