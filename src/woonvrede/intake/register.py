# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Registering a report."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils.timezone import localdate

from ..access.actor import Actor
from ..access.books import in_force
from ..access.refusals import Invalid, Refused
from ..access.reporting import may_report
from ..agreement.book import Agreement
from ..agreement.vocabulary import RESIDENT
from ..casework.people.newcomer import NewPerson, faults_of_person
from ..casework.references import with_reference
from ..casework.story.happenings import Reported
from ..casework.story.timeline import record
from ..records.party import Party
from ..records.person import Person
from ..records.report import Report
from .address import Address, dwelling_at, faults_of, in_words, place_of
from .answers import read_all
from .judges import judge_of
from .propose import propose


@dataclass(frozen=True)
class NewReport:
    """A report as filled in: raw answers by question, and the fixed parts that every report has."""

    address: Address
    tenure: str
    landlord: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    people: tuple[NewPerson, ...] = ()
    complainant_address: Address | None = None


def register(report: NewReport, *, actor: Actor, at: datetime) -> Report:
    """
    Register a report; the party that judges the proposed route sees it at once.

    :raises Refused: if this actor may not report
    :raises Invalid: if something is missing or cannot be read
    """
    agreement = in_force(localdate(at), actor.party_key)
    if not may_report(actor, agreement):
        raise Refused("Uw organisatie kan in deze functie geen melding doen.")
    _is_sound(report, agreement)
    _is_ours(actor, report.address.district)
    fields = _fields(report, agreement, actor, at)
    made = with_reference(lambda it: Report.objects.create(reference=it, **fields), at)
    _add_people(made, report.people, agreement, actor)
    record(Reported(reporter=actor.party_name), report=made, actor=actor, at=at, category="report")
    return made


def _fields(report: NewReport, agreement: Agreement, actor: Actor, at: datetime) -> dict[str, Any]:
    """Read what was filled in and propose its route; return the columns of the report."""
    day = localdate(at)
    answers = read_all(report.answers, tenure=report.tenure, agreement=agreement, day=day)
    landlord = _landlord(report, agreement, day)
    proposal = propose(agreement, tenure=report.tenure, answers=answers, at=at)
    judge = judge_of(agreement, proposal.intervention, landlord)
    return {
        "agreement": agreement.key,
        "reporter_id": actor.party,
        "reported_by_id": actor.account,
        "received_at": at,
        "received_on": day,
        "dwelling_id": dwelling_at(report.address),
        "address": in_words(report.address),
        "place": place_of(report.address),
        "district": report.address.district,
        "tenure": report.tenure,
        "landlord": landlord,
        **_of_the_complainant(report.complainant_address),
        "answers": answers,
        "proposed": proposal.intervention,
        "judge": judge,
        "party_ids": sorted({actor.party, judge.pk}),
    }


def landlords(agreement: Agreement, tenure: str, day: date) -> tuple[str, ...]:
    """Return the parties of which one is the landlord; who was succeeded is no longer one."""
    gone = {each.of for each in agreement.successors if each.since <= day}
    named = next((each.landlords for each in agreement.tenures if each.key == tenure), ())
    return tuple(key for key in named if key not in gone)


def _landlord(report: NewReport, agreement: Agreement, day: date) -> Party | None:
    if report.tenure not in {each.key for each in agreement.tenures}:
        raise Invalid({"tenure": "Kies van wie de woning is."})
    possible = landlords(agreement, report.tenure, day)
    if not possible:
        return None
    if report.landlord not in possible:
        raise Invalid({"landlord": "Kies van welke verhuurder de woning is."})
    return Party.objects.get(key=report.landlord)


def _is_sound(report: NewReport, agreement: Agreement) -> None:
    faults = faults_of(report.address)
    if report.address.district not in agreement.labels["districts"]:
        faults["district"] = "Kies een wijk."
    for person in report.people:
        field = "resident_" if person.role == RESIDENT else f"{person.role}_"
        faults |= faults_of_person(person, field=field)
    if faults:
        raise Invalid(faults)


def _is_ours(actor: Actor, district: str) -> None:
    """Who works for some districts alone reports there; elsewhere they would lose sight of it."""
    if actor.districts and district not in actor.districts:
        raise Invalid({"district": "U werkt niet in deze wijk. Vraag een collega om te melden."})


def _of_the_complainant(address: Address | None) -> dict[str, Any]:
    if address is None:
        return {}
    home = dwelling_at(address, field="complainant_")
    return {"complainant_dwelling_id": home, "complainant_address": in_words(address)}


def _add_people(
    report: Report, people: tuple[NewPerson, ...], agreement: Agreement, actor: Actor
) -> None:
    categories = {each.key: each.category for each in agreement.person_roles}
    for person in people:
        Person.objects.create(
            report=report, party_id=actor.party, category=categories[person.role], **vars(person)
        )
