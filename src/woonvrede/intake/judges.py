# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who judges a report, and which people of it they may know."""

from django.db.models import Q

from ..access.actor import Actor
from ..access.books import books
from ..agreement.book import Agreement
from ..records.party import Party
from ..records.report import Report


def judge_of(agreement: Agreement, intervention: str, landlord: Party | None) -> Party:
    """Return the circle that judges the reports for an intervention."""
    circle = circle_of_judge(agreement, intervention, landlord.key if landlord else "")
    if landlord is not None and landlord.key == circle:
        return landlord
    return Party.objects.get(key=circle)


def circle_of_judge(agreement: Agreement, intervention: str, landlord: str) -> str:
    """
    Return the key of that circle: a fixed one, or the landlord of the dwelling where the
    agreement leaves it to the role.
    """
    triage = agreement.interventions[intervention].triage.party
    by_role = any(role.key == triage for role in agreement.roles)
    return landlord if by_role and landlord else triage


def categories_of_a_judge(agreement: Agreement, intervention: str) -> frozenset[str]:
    """
    Return what a judge sees of a report: report and dwelling, and of people what the lead of the
    intervention would see when the case opens.  A report tells no more than the case would.
    """
    described = agreement.interventions[intervention]
    seen = {
        category
        for grant in described.grants
        if grant.role == described.lead and described.start in grant.stages and not grant.only
        for category in grant.see
    }
    people = {role.category for role in agreement.person_roles}
    return frozenset({"report", "dwelling"} | (seen & people))


def knowing(actor: Actor, category: str) -> Q:
    """
    Select, of the reports that this actor may see, those of which they may see people of a
    category: what :func:`categories_for` says of one, for a question about many.
    """
    judged = Q(pk__in=[])
    for agreement in books().values():
        routes = [
            key
            for key in agreement.interventions
            if category in categories_of_a_judge(agreement, key)
        ]
        judged |= Q(agreement=agreement.key, proposed__in=routes)
    return Q(reporter=actor.party) | judged & Q(judge=actor.party, decided="")


def categories_for(actor: Actor, report: Report, agreement: Agreement) -> frozenset[str]:
    """
    Return what this actor sees of a report: all of their own; to judge it, what a judge sees; once
    it is decided, no people any more, for from then on the case says who sees them.
    """
    if report.reporter_id == actor.party:
        people = (role.category for role in agreement.person_roles)
        return frozenset({"report", "dwelling", *people})
    if report.decided:
        return frozenset({"report", "dwelling"})
    return categories_of_a_judge(agreement, report.proposed)
