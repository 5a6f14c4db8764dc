# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whom a case is about."""

from django.db.models import Q

from ..records.case import Case
from ..records.person import Person
from ..records.report import Report
from .among import among


def people_of(case: Case) -> Q:
    """Select the people of a case: those added to it, and those of its reports."""
    return Q(case=case) | Q(among("report", Report.objects.filter(case=case).values("pk")))


def name_of(person: Person) -> str:
    """Return what somebody is called, or that their name may not be kept any longer."""
    return person.name or "Naam weggehaald"
