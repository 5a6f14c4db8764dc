# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whom a personal seat can be given to."""

from datetime import datetime

from django.db.models import Q, QuerySet

from ...access.actor import Actor, current_at
from ...access.books import book
from ...access.refusals import Invalid
from ...records.account import Membership
from ...records.case import Case


def colleagues(role: str, case: Case, actor: Actor, at: datetime) -> list[Membership]:
    """
    Return who of the actor's circle would see the case from a personal seat in a role, by name.
    """
    able = members(role, case, actor, at).exclude(account__in=case.excluded_ids)
    found = able.select_related("account", "party")
    return sorted(found, key=lambda each: (each.account.name.lower(), each.account_id))


def members(role: str, case: Case, actor: Actor, at: datetime) -> QuerySet[Membership]:
    """
    Return who of the actor's circle works on such a case in a function that gives the role; also
    whoever must stay out of this one.
    """
    functions = list(book(case.agreement).role(role).functions)
    return Membership.objects.filter(
        current_at(at),
        Q(interventions=[]) | Q(interventions__contains=[case.intervention]),
        Q(districts=[]) | Q(districts__contains=[case.district]),
        party=actor.party,
        functions__overlap=functions,
        account__is_active=True,
    )


def colleague(chosen: str, role: str, case: Case, actor: Actor, at: datetime) -> Membership:
    """
    Return the colleague whose account was chosen.

    :raises Invalid: if it is none of those to choose from
    """
    for membership in colleagues(role, case, actor, at):
        if str(membership.account_id) == chosen:
            return membership
    raise Invalid({"colleague": "Kies een collega uit de lijst."})
