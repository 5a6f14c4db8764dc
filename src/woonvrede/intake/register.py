# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Registering a report."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils.timezone import localdate

from ..access.actor import Actor
from ..access.books import in_force
from ..access.refusals import Invalid, Refused
from ..agreement.book import Agreement
from ..casework.fields import read_fields
from ..casework.happenings import Reported
from ..casework.people.add import NewPerson
from ..casework.references import with_reference
from ..casework.timeline import record
from ..records.party import Party
from ..records.person import Person
from ..records.report import Report
from .address import Address, dwelling_at
from .propose import Proposal, propose


@dataclass(frozen=True)
class NewReport:
    """A report as filled in: raw answers by question, and the fixed parts that every report has."""

    address: Address
    tenure: str
    landlord: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    people: tuple[NewPerson, ...] = ()
    complainant_address: Address | None = None


def may_report(actor: Actor, agreement: Agreement) -> bool:
    """May this actor report: a right of its own, apart from any case?"""
    return any(
        reporter.party == actor.party_key and actor.functions.intersection(reporter.functions)
        for reporter in agreement.reporters
    )


def register(report: NewReport, *, actor: Actor, at: datetime) -> Report:
    """
    Register a report; the party that judges the proposed route sees it at once.

    :raises Refused: if this actor may not report
    :raises Invalid: if something is missing or cannot be read
    """
    agreement = in_force(localdate(at))
    if not may_report(actor, agreement):
        raise Refused("Uw organisatie kan in deze functie geen melding doen.")
    answers = read_answers(report, agreement)
    landlord = _landlord(report, agreement)
    proposal = propose(agreement, tenure=report.tenure, answers=answers, at=at)
    judge = judge_of(agreement, proposal.intervention)
    made = with_reference(
        lambda reference: Report.objects.create(
            reference=reference,
            agreement=agreement.key,
            reporter_id=actor.party,
            reported_by_id=actor.account,
            received_at=at,
            received_on=localdate(at),
            dwelling_id=dwelling_at(report.address),
            district=report.address.district,
            tenure=report.tenure,
            landlord=landlord,
            complainant_dwelling_id=_other_dwelling(report),
            answers=answers,
            proposed=proposal.intervention,
            judge=judge,
            party_ids=sorted({actor.party, judge.pk}),
        ),
        at,
    )
    _add_people(made, report.people, agreement, actor)
    record(Reported(reporter=actor.party_name), report=made, actor=actor, at=at, category="report")
    return made


def read_answers(report: NewReport, agreement: Agreement) -> dict[str, Any]:
    """
    Return the answers as values.

    :raises Invalid: with a sentence per question
    """
    needed = [question.key for question in agreement.questions if question.required]
    return read_fields(agreement.questions, report.answers, agreement, needed=needed)


def judge_of(agreement: Agreement, intervention: str) -> Party:
    """Return the circle that judges the reports for an intervention."""
    return Party.objects.get(key=agreement.interventions[intervention].triage.party)


def proposal_for(report: NewReport, *, at: datetime) -> Proposal:
    """Return the route that a report would get, to show who will see it before it is sent."""
    agreement = in_force(localdate(at))
    answers = read_answers(report, agreement)
    return propose(agreement, tenure=report.tenure, answers=answers, at=at)


def _landlord(report: NewReport, agreement: Agreement) -> Party | None:
    tenure = next((each for each in agreement.tenures if each.key == report.tenure), None)
    if tenure is None:
        raise Invalid({"tenure": "Kies of het een huurwoning of een koopwoning is."})
    if not tenure.landlords:
        return None
    if report.landlord not in tenure.landlords:
        raise Invalid({"landlord": "Kies van welke corporatie de woning is."})
    return Party.objects.get(key=report.landlord)


def _other_dwelling(report: NewReport) -> int | None:
    if report.complainant_address is None:
        return None
    return dwelling_at(report.complainant_address, field="complainant_")


def _add_people(
    report: Report, people: tuple[NewPerson, ...], agreement: Agreement, actor: Actor
) -> None:
    categories = {each.key: each.category for each in agreement.person_roles}
    for person in people:
        Person.objects.create(
            report=report, party_id=actor.party, category=categories[person.role], **vars(person)
        )
