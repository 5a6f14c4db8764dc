# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Correcting a row of a register, for example to say that an action is done."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils.timezone import localdate

from ...access.actor import Actor
from ...access.door import enter_to_change
from ...access.given import SEE, WRITE
from ...access.refusals import Invalid, Refused
from ...access.rights import Standing
from ...agreement.book import Fact, Register
from ...agreement.values import written
from ...records.case import Case
from ...records.entry import Entry
from ..fields import read_in_case
from ..story.happenings import RowCorrected
from ..story.timeline import record
from ..terms.keeping import follow_keeping
from ..writing import is_ours_to_correct, permitted, same_version
from .row import asked_register


def correct_row(
    reference: str,
    register: str,
    number: int,
    *,
    actor: Actor,
    at: datetime,
    version: int,
    given: Mapping[str, str],
) -> Case:
    """
    Put a new version in the place of a row; the former stays, ended.

    A column that is not given stays as it was, one that is given empty becomes empty.  Whoever
    the row was meant for receives the new version.

    :raises ObjectDoesNotExist: if the actor may not know of the case, or of such a row
    :raises Refused: if the register is not asked in this stage, or the row not the actor's to
        correct, or replaced already
    :raises Conflict: if somebody changed the case since version ``version``
    :raises Invalid: if a column is missing or cannot be read, or nothing differs
    """
    place = enter_to_change(actor, reference, at=at, action=f"correct:{register}"[:60])
    former = row_to_correct(place, register, number)  # the right, before the moment
    case, found = place.case, asked_register(place, register)
    same_version(case, version)
    values = _corrected(place, found, former, given, localdate(at))
    if values == former.values:
        raise Invalid({"row": "U hebt niets gewijzigd."})
    former.until = at
    former.save(update_fields=["until"])
    Entry.objects.create(
        case=case,
        kind=Entry.ROW,
        key=register,
        category=found.category,
        values=values,
        party_id=actor.party,
        account_id=actor.account,
        recipient_ids=former.recipient_ids,
        at=at,
    )
    record(
        RowCorrected(label=found.label),
        case=case,
        actor=actor,
        at=at,
        category=found.category,
        recipients=former.recipient_ids,
    )
    follow_keeping(case, at)
    return case


def row_to_correct(place: Standing, register: str, number: int) -> Entry:
    """
    Return a row that this actor may replace.

    :raises ObjectDoesNotExist: if there is no such row, or none that they see, or none of their own
    :raises Refused: if it is not theirs to write, or a newer version took its place
    """
    rows = Entry.objects.filter(place.rows(SEE), case=place.case, kind=Entry.ROW, key=register)
    permitted(place, WRITE, rows.get(pk=number).category)
    row = rows.filter(place.rows(WRITE)).get(pk=number)
    if not is_ours_to_correct(place, row):
        raise Refused("Deze regel is van een andere organisatie. Vraag haar om te wijzigen.")
    if row.until is not None:
        raise Refused("Deze regel is intussen vervangen door een nieuwe.")
    return row


def _corrected(
    place: Standing, register: Register, former: Entry, given: Mapping[str, str], day: date
) -> dict[str, Any]:
    """Return what the row holds from this day on."""
    asked = [column for column in register.columns if _differs(column, former, given)]
    needed = [column.key for column in asked if column.required]
    read = read_in_case(place, asked, given, needed=needed, day=day)
    changed = {column.key for column in asked}
    kept = {key: value for key, value in former.values.items() if key not in changed}
    return kept | read


def _differs(column: Fact, former: Entry, given: Mapping[str, str]) -> bool:
    """Was something else given than what stands?  What stands need not be one's own to choose."""
    value = former.values.get(column.key)
    stands = "" if value is None else written(column, value)
    return given.get(column.key, stands).strip() != stands
