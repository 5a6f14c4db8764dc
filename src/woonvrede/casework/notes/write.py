# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writing a note."""

from collections.abc import Sequence
from datetime import datetime

from ...access.actor import Actor
from ...access.books import book
from ...access.door import enter_to_change
from ...access.given import WRITE
from ...access.refusals import Invalid, Refused
from ...records.case import Case
from ...records.entry import Entry
from ..citizen_number import REFUSED, holds_citizen_number
from ..recipients import recipients_of
from ..story.happenings import NoteWritten
from ..story.timeline import record
from ..writing import chosen, not_closed


def write_note(
    reference: str,
    category: str,
    text: str,
    *,
    actor: Actor,
    at: datetime,
    recipients: Sequence[str] = (),
) -> Case:
    """
    Write a note of one category; the category decides who reads it.

    :raises ObjectDoesNotExist: if the actor may not know of the case
    :raises Refused: if the actor may not write this category here, the case is closed, or nothing
        is typed in this category
    :raises Invalid: if there is no text, or a citizen service number in it
    """
    place = enter_to_change(actor, reference, at=at, action=f"note:{category}"[:60])
    chosen(place, WRITE, category, {"category": "Kies waar de notitie over gaat."})
    not_closed(place.case)
    if category in book(place.case.agreement).without_notes:
        raise Refused("Hier schrijft niemand notities: alleen wat er gevraagd wordt.")
    if not text.strip():
        raise Invalid({"text": "Schrijf een notitie."})
    if holds_citizen_number(text):
        raise Invalid({"text": REFUSED})
    case = place.case
    named = recipients_of(case, category, recipients)
    Entry.objects.create(
        case=case,
        kind=Entry.NOTE,
        key="note",
        category=category,
        values={"text": text.strip()},
        party_id=actor.party,
        account_id=actor.account,
        recipient_ids=named,
        at=at,
    )
    label = book(case.agreement).labels["categories"][category]
    happening = NoteWritten(label=label)
    record(happening, case=case, actor=actor, at=at, category=category, recipients=named)
    return case
