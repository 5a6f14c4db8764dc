# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The only writer of events and of the marks that the half-year figures count."""

import hashlib
import json
import secrets
from collections.abc import Collection, Sequence
from datetime import datetime

from ...access.actor import Actor
from ...agreement.vocabulary import PROCESS
from ...records.case import Case
from ...records.event import Event, Tally
from ...records.report import Report
from .happenings import Happening
from .marks import Mark, marks_for, marks_to_redate, marks_to_retract


def record(
    happening: Happening,
    *,
    actor: Actor | None,
    at: datetime,
    case: Case | None = None,
    report: Report | None = None,
    category: str = PROCESS,
    recipients: Sequence[int] = (),
    system: str = "",
) -> Event:
    """
    Write down what happened, inside the verb's transaction, and mark what of it counts.

    ``actor`` is None for a job, which gives its name as ``system``.
    """
    event = _event(happening, actor=actor, at=at, category=category, system=system)
    event.case, event.report, event.recipient_ids = case, report, list(recipients)
    event.save(force_insert=True)
    if happening.counts:
        _mark(event, marks_for(happening.counts, case=case, report=report, at=at))
    return event


def record_each(
    happening: Happening, reports: Sequence[Report], *, actor: Actor, at: datetime, category: str
) -> None:
    """Write down that the same happened to each of these reports; of it no figure counts."""
    events = [_event(happening, actor=actor, at=at, category=category) for _ in reports]
    for event, report in zip(events, reports, strict=True):
        event.report = report
    Event.objects.bulk_create(events)


def digest(salt: str, personal: dict[str, object]) -> str:
    """Return what seals the personal fields of an event, and tells nothing of them."""
    return hashlib.sha256((salt + json.dumps(personal, sort_keys=True)).encode()).hexdigest()


def last_told(case: Case, kind: type[Happening]) -> dict[str, str] | None:
    """Return the codes and words of the last of these that happened to a report of a case."""
    happened = Event.objects.filter(report__case=case, kind=kind.__name__).order_by("at", "pk")
    last = happened.last()
    return dict(last.facts) if last else None


def told_last(
    reports: Collection[Report], kind: type[Happening]
) -> dict[int, tuple[str, datetime]]:
    """Return by report what the last of these that happened to it is called, and when it did."""
    happened = Event.objects.filter(report__in=reports, kind=kind.__name__).order_by("at", "pk")
    return {each.report_id or 0: (str(each.facts["label"]), each.at) for each in happened}


def retract(event: Event, case: Case) -> None:
    """Correct the marks that closing this case made: it goes on."""
    _mark(event, marks_to_retract(case, "case_closed"))


def redate(event: Event, case: Case, fact: str) -> None:
    """Let what counts on the day that a fact says follow it: the day was corrected."""
    _mark(event, marks_to_redate(case, fact))


def _event(
    happening: Happening, *, actor: Actor | None, at: datetime, category: str, system: str = ""
) -> Event:
    fields = vars(happening)
    personal = {name: fields[name] for name in happening.personal}
    salt = secrets.token_hex(16)
    return Event(
        kind=type(happening).__name__,
        category=category,
        at=at,
        party_id=actor.party if actor else None,
        account_id=actor.account if actor else None,
        system=system,
        facts={name: value for name, value in fields.items() if name not in personal},
        personal=personal,
        recipient_ids=[],
        salt=salt,
        digest=digest(salt, personal),
    )


def _mark(event: Event, marks: Sequence[Mark]) -> None:
    Tally.objects.bulk_create(
        Tally(
            event=event,
            case_id=mark.case,
            report_id=mark.report,
            agreement=mark.agreement,
            indicator=mark.indicator,
            party_id=mark.party,
            day=mark.day,
            unit=mark.unit,
            part=mark.part,
            sign=mark.sign,
        )
        for mark in marks
    )
