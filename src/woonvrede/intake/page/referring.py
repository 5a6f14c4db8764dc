# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The form with which the judge of a report refers outside, and the text that goes along."""

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ObjectDoesNotExist
from django.utils.timezone import localdate

from ...access.actor import Actor
from ...access.books import book
from ...access.door import note_report, reports_known_to
from ...access.refusals import Refused
from ...agreement.book import Agreement
from ...casework.page.asking.referring import about, referral_fields
from ...casework.page.dutch import day_of
from ...casework.page.parts import Field
from ...casework.referring import handed
from ...casework.story.happenings import ReferredOutside
from ...records.event import Event
from ...records.person import Person
from ...records.report import Report
from ..deciding import OUTSIDE
from ..judges import categories_for, categories_of_a_judge
from .objects import Line


@dataclass(frozen=True)
class ReferPage:
    """What may go along to a target, and what is said first; ``refused`` why it cannot be now."""

    reference: str
    title: str
    version: int
    to: str
    source: str
    about: tuple[str, ...]
    fields: tuple[Field, ...]
    refused: str


@dataclass(frozen=True)
class HandedPage:
    """The text that goes along."""

    reference: str
    title: str
    to: str
    never: str
    agreed: str
    lines: tuple[Line, ...]


def targets_of(agreement: Agreement) -> tuple[tuple[str, str, str], ...]:
    """Return where a report can be referred: key, label and when."""
    return tuple((each.key, each.label, each.help) for each in agreement.referral_targets)


def read_refer(reference: str, target: str, *, actor: Actor, at: datetime) -> ReferPage:
    """
    Return the form of a referral; writes down what it shows.

    :raises ObjectDoesNotExist: if the actor may not know of the report, or there is no such target
    :raises Refused: if another circle judges the report
    """
    del at
    report = reports_known_to(actor).get(reference=reference)
    agreement = book(report.agreement)
    to = next((each for each in agreement.referral_targets if each.key == target), None)
    if to is None:
        raise ObjectDoesNotExist
    if report.judge_id != actor.party:
        raise Refused("Deze melding wordt door een andere organisatie beoordeeld.")
    seen = categories_for(actor, report, agreement) & {"dwelling", "report", "resident"}
    note_report(actor, report, "form:refer", seen)
    people = list(Person.objects.filter(report=report, category__in=seen).order_by("pk"))
    return ReferPage(
        reference=report.reference,
        title=report.address,
        version=report.version,
        to=to.label,
        source=to.source,
        about=about(agreement, to),
        fields=referral_fields(agreement, to, sees=seen.__contains__, people=people),
        refused="Over deze melding is al een besluit genomen." if report.decided else "",
    )


def read_handed(reference: str, *, actor: Actor, at: datetime) -> HandedPage:
    """
    Return the text that goes along with the referral of a report, for who decided on it and on that
    day alone: of a report that was decided its judge sees no people any more.

    :raises ObjectDoesNotExist: if the actor may not know of the report, or it is none of these
    """
    mine = reports_known_to(actor).filter(decided=OUTSIDE, decided_by=actor.account)
    report = mine.get(reference=reference, judge=actor.party)
    if report.decided_at is None or day_of(report.decided_at) != localdate(at):
        raise ObjectDoesNotExist
    event = Event.objects.filter(report=report, kind=ReferredOutside.__name__).get()
    return _handed(report, event, actor)


def _handed(report: Report, event: Event, actor: Actor) -> HandedPage:
    agreement, facts = book(report.agreement), event.facts
    target = agreement.referral_target(facts["target"])
    seen = categories_of_a_judge(agreement, report.proposed) & {"dwelling", "report", "resident"}
    note_report(actor, report, "handed", seen)
    meant = Person.objects.filter(report=report, pk__in=facts["people"], category__in=seen)
    people = meant.order_by("pk")
    address = f"{report.address}, {report.place}"
    lines = handed(
        agreement,
        facts["kinds"],
        address=address,
        people=list(people),
        answers=[report.answers],
    )
    return HandedPage(
        report.reference,
        report.address,
        target.label,
        target.never,
        facts["agreed"].strip(),
        tuple(Line(*each) for each in lines),
    )
