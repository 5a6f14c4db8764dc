# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Giving a task to a party that takes part."""

from datetime import date, datetime

from django.utils.timezone import localdate

from ...access.actor import Actor
from ...access.door import enter_to_change
from ...access.refusals import Invalid, Refused
from ...records.case import Case
from ...records.task import Task
from ..citizen_number import REFUSED, holds_citizen_number
from ..seats import current_seats
from ..story.happenings import TaskGiven
from ..story.timeline import record

CATEGORY = "approach"
LONGEST = 200


def give_task(
    reference: str, title: str, party: str, due: date | None, *, actor: Actor, at: datetime
) -> Case:
    """
    Ask a party that takes part to do something before a day.

    Whoever takes part in a running case may ask.  The task is seen by both parties and by whoever
    sees the approach.

    :raises ObjectDoesNotExist: if the actor may not know of the case
    :raises Refused: if the case is closed
    :raises Invalid: if a field is missing or the party does not take part
    """
    place = enter_to_change(actor, reference, at=at, action="give_task")
    case = place.case
    if case.closed_at:
        raise Refused("De casus is gesloten.")
    seats = {seat.party.key: seat.party for seat in current_seats(case)}
    errors = {
        "title": _fault_in(title.strip()),
        "party": "" if party in seats else "Kies een organisatie die meedoet.",
        "due": "" if due and due >= localdate(at) else "Kies een dag vanaf vandaag.",
    }
    if any(errors.values()):
        raise Invalid({name: error for name, error in errors.items() if error})
    assert due is not None
    Task.objects.create(
        case=case,
        title=title.strip(),
        category=CATEGORY,
        party=seats[party],
        giver_id=actor.party,
        given_at=at,
        due=due,
    )
    happening = TaskGiven(party=seats[party].label, title=title.strip())
    record(happening, case=case, actor=actor, at=at, category=CATEGORY)
    return case


def _fault_in(title: str) -> str:
    if not title:
        return "Vul in wat er moet gebeuren."
    if holds_citizen_number(title):
        return REFUSED
    return "" if len(title) <= LONGEST else f"Gebruik ten hoogste {LONGEST} tekens."
