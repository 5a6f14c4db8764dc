# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Adding a row to a register."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.core.exceptions import ObjectDoesNotExist
from django.utils.timezone import localdate

from ...access.actor import Actor
from ...access.books import intervention
from ...access.door import enter_to_change
from ...access.given import WRITE
from ...access.refusals import Refused
from ...access.rights import Standing
from ...agreement.book import Register
from ...records.case import Case
from ..fields import read_in_case
from ..recipients import recipients_of
from ..steps.guards import meet
from ..steps.situation import situation_of
from ..terms.keeping import follow_keeping
from ..writing import permitted, write_row


def add_row(
    reference: str,
    register: str,
    *,
    actor: Actor,
    at: datetime,
    given: Mapping[str, str],
    recipients: Sequence[str] = (),
) -> Case:
    """
    Add a row to a register; two people adding at once are no conflict.

    ``recipients`` are circles, asked where the agreement gives this category only to recipients.

    :raises ObjectDoesNotExist: if the actor may not know of the case, or there is no such register
    :raises Refused: if the register is not asked in this stage, or not the actor's to write, or
        something that a row needs is not so
    :raises Invalid: if a column is missing or cannot be read
    """
    place = enter_to_change(actor, reference, at=at, action=f"row:{register}"[:60])
    case, found = place.case, asked_register(place, register)
    meet(found.needs, situation_of(case, at), found.source)
    columns = found.columns
    needed = [column.key for column in columns if column.required] or [columns[0].key]
    values = read_in_case(place, columns, given, needed=needed, day=localdate(at))
    named = recipients_of(case, found.category, recipients)
    write_row(case, found, values, actor=actor, at=at, recipients=named)
    follow_keeping(case, at)
    return case


def asked_register(place: Standing, register: str) -> Register:
    """
    Return a register in which this actor may write now.

    :raises ObjectDoesNotExist: if there is no such register
    :raises Refused: if it is not asked in this stage, or not the actor's to write
    """
    case = place.case
    described = intervention(case.agreement, case.intervention)
    found = next((each for each in described.registers if each.key == register), None)
    if found is None:
        raise ObjectDoesNotExist
    permitted(place, WRITE, found.category)
    if found.key in described.kept_by_steps:
        raise Refused("Deze lijst wordt bijgehouden door een stap. Zet die stap.")
    if case.stage not in found.stages:
        raise Refused("Deze lijst hoort niet bij deze fase.")
    return found
