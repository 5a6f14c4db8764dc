# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Registering a report."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from django.utils.timezone import localdate

from ..access.actor import Actor
from ..access.refusals import Invalid, Refused
from ..access.reporting import may_report
from ..agreement.book import Agreement
from ..agreement.vocabulary import COMPLAINANT, RESIDENT
from ..casework.people.newcomer import NewPerson, faults_of_person
from ..casework.references import with_references
from ..casework.story.happenings import Reported
from ..casework.story.timeline import record_each
from ..records.party import Party
from ..records.person import Person
from ..records.report import Report
from .address import Address, dwellings_at, faults_of, in_words, place_of
from .answers import people_asked_of, read_all
from .judges import circle_of_judge
from .propose import propose
from .receiving import agreement_for, moment_of


@dataclass(frozen=True)
class NewReport:
    """
    A report as filled in: raw answers by question, and the fixed parts that every report has.

    ``received`` is the day on which it came in with who reports, if that was earlier than today.
    """

    address: Address
    tenure: str
    landlord: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    people: tuple[NewPerson, ...] = ()
    complainant_address: Address | None = None
    received: date | None = None


@dataclass(frozen=True)
class Drawn:
    """A report that was found sound, and what follows from it: when it counts, whose it is."""

    report: NewReport
    agreement: Agreement
    received: datetime
    answers: Mapping[str, Any]
    landlord: str
    proposed: str
    judge: str


def register(report: NewReport, *, actor: Actor, at: datetime) -> Report:
    """
    Register a report; the party that judges the proposed route sees it at once.

    :raises Refused: if it cannot be drawn up
    """
    (made,) = register_all([draw_up(report, actor=actor, at=at)], actor=actor, at=at)
    return made


def draw_up(report: NewReport, *, actor: Actor, at: datetime) -> Drawn:
    """
    Judge a report before it is registered, and remember nothing yet.  What came in on an earlier
    day counts on that day, under the agreement that held then.

    :raises Refused: if this actor may not report
    :raises Invalid: if something is missing or cannot be read
    """
    agreement = agreement_for(report.received, actor=actor, at=at)
    if not may_report(actor, agreement):
        raise Refused("Uw organisatie kan in deze functie geen melding doen.")
    _is_sound(report, agreement)
    _is_ours(actor, report.address.district)
    received = moment_of(report.received, at)
    day = localdate(received)
    answers = read_all(report.answers, tenure=report.tenure, agreement=agreement, day=day)
    report = _without_who_was_not_asked(report, agreement)
    landlord = _landlord(report, agreement, day)
    proposed = propose(agreement, tenure=report.tenure, answers=answers, at=received).intervention
    judge = circle_of_judge(agreement, proposed, landlord)
    home = report.complainant_address
    if home and (faults := faults_of(home, field="complainant_")):
        raise Invalid(faults)
    return Drawn(report, agreement, received, answers, landlord, proposed, judge)


def register_all(drawn: Sequence[Drawn], *, actor: Actor, at: datetime) -> list[Report]:
    """Register what this actor drew up at this moment, in as many questions for one as for many."""
    keys = {key for each in drawn for key in (each.landlord, each.judge)}
    parties = Party.objects.in_bulk(list(keys), field_name="key")
    homes = iter(dwellings_at([home for each in drawn for home in _homes(each.report)]))
    fields = [_fields(each, parties, homes, actor) for each in drawn]
    made = with_references(
        lambda names: Report.objects.bulk_create(
            Report(reference=name, **held) for name, held in zip(names, fields, strict=True)
        ),
        len(fields),
        at,
    )
    pairs = zip(drawn, made, strict=True)
    Person.objects.bulk_create(each for pair in pairs for each in _people(*pair, actor))
    record_each(Reported(reporter=actor.party_name), made, actor=actor, at=at, category="report")
    return made


def landlords(agreement: Agreement, tenure: str, day: date) -> tuple[str, ...]:
    """Return the parties of which one is the landlord; who was succeeded is no longer one."""
    gone = {each.of for each in agreement.successors if each.since <= day}
    named = next((each.landlords for each in agreement.tenures if each.key == tenure), ())
    return tuple(key for key in named if key not in gone)


def _landlord(report: NewReport, agreement: Agreement, day: date) -> str:
    if report.tenure not in {each.key for each in agreement.tenures}:
        raise Invalid({"tenure": "Kies van wie de woning is."})
    possible = landlords(agreement, report.tenure, day)
    if possible and report.landlord not in possible:
        raise Invalid({"landlord": "Kies van welke organisatie de woning is."})
    return report.landlord if possible else ""


def _is_sound(report: NewReport, agreement: Agreement) -> None:
    faults = faults_of(report.address)
    if report.address.district not in agreement.labels["districts"]:
        faults["district"] = "Kies een wijk."
    for person in report.people:
        field = "resident_" if person.role == RESIDENT else f"{person.role}_"
        faults |= faults_of_person(person, field=field)
    if faults:
        raise Invalid(faults)


def _without_who_was_not_asked(report: NewReport, agreement: Agreement) -> NewReport:
    """Leave out who is not asked for with these answers, as with what was answered unasked."""
    asked = people_asked_of(agreement, report.answers, tenure=report.tenure)
    return replace(
        report,
        people=tuple(person for person in report.people if person.role in asked),
        complainant_address=report.complainant_address if COMPLAINANT in asked else None,
    )


def _is_ours(actor: Actor, district: str) -> None:
    """Who works for some districts alone reports there; elsewhere they would lose sight of it."""
    if actor.districts and district not in actor.districts:
        raise Invalid({"district": "U werkt niet in deze wijk. Vraag een collega om te melden."})


def _fields(
    drawn: Drawn, parties: Mapping[str, Party], homes: Iterator[int], actor: Actor
) -> dict[str, Any]:
    """Return the columns of a report; ``homes`` are the dwellings of what is yet to come."""
    report, judge = drawn.report, parties[drawn.judge]
    complainant = report.complainant_address
    return {
        "agreement": drawn.agreement.key,
        "reporter_id": actor.party,
        "reported_by_id": actor.account,
        "received_at": drawn.received,
        "received_on": localdate(drawn.received),
        "dwelling_id": next(homes),
        "address": in_words(report.address),
        "place": place_of(report.address),
        "district": report.address.district,
        "tenure": report.tenure,
        "landlord": parties.get(drawn.landlord),
        "complainant_dwelling_id": next(homes) if complainant else None,
        "complainant_address": in_words(complainant) if complainant else "",
        "answers": drawn.answers,
        "proposed": drawn.proposed,
        "judge": judge,
        "party_ids": sorted({actor.party, judge.pk}),
    }


def _homes(report: NewReport) -> list[Address]:
    """Return the dwelling, and where who complains lives if that is told."""
    return [each for each in (report.address, report.complainant_address) if each]


def _people(drawn: Drawn, report: Report, actor: Actor) -> Iterator[Person]:
    categories = {each.key: each.category for each in drawn.agreement.person_roles}
    for person in drawn.report.people:
        category = categories[person.role]
        yield Person(report=report, party_id=actor.party, category=category, **vars(person))
