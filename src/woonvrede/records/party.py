# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Parties to an agreement, and the circles within them."""

from django.db import models


class Party(models.Model):
    """
    A circle: a legal party, or a unit of one that keeps its knowledge to itself.

    Involvements and rights are of circles; signatures and figures of the legal party.
    """

    key = models.CharField(max_length=60, unique=True)
    label = models.CharField(max_length=200)
    of = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")

    @property
    def legal_id(self) -> int:
        """The legal party this circle belongs to."""
        return self.of_id or self.pk
