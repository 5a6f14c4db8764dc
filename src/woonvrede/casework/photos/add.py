# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Adding a photo to a case."""

from datetime import datetime

from django.core.exceptions import ObjectDoesNotExist
from django.db import OperationalError, connection

from ...access.actor import Actor
from ...access.books import intervention
from ...access.door import enter_to_change
from ...access.given import WRITE
from ...access.refusals import HeldUp, Refused
from ...access.session import is_held_up
from ...records.case import Case
from ...records.entry import Photo
from ..story.happenings import PhotoAdded
from ..story.timeline import record
from ..writing import not_closed, permitted
from .remake import remade

NOT_NOW = "In deze fase horen er geen foto's bij de casus."
AT_ONCE = 2  # photos that are made anew, in all cases together: each may take a gigabyte of memory
FREE_TURN = "select pg_try_advisory_xact_lock(hashtext('photo'), %s)"
TURN = "select pg_advisory_xact_lock(hashtext('photo'), %s)"
TOO_BUSY = (
    "Er worden nu veel foto's tegelijk opgeslagen. Deze staat nog niet in de casus. Laad deze "
    "bladzijde opnieuw, dan wordt hij nog een keer verstuurd, of kies hem straks weer."
)


def add_photo(reference: str, sent: bytes, *, actor: Actor, at: datetime) -> Case:
    """
    Add a photo, made anew, where the agreement lets this actor; return the case.

    :raises ObjectDoesNotExist: if the actor may not know of the case, or it can hold no photos
    :raises Refused: if it is not the actor's to add here, or there are as many as there may be
    :raises HeldUp: if too many are being added at this moment
    :raises Invalid: if what was sent is no photo that can be kept
    """
    place = enter_to_change(actor, reference, at=at, action="photo:add")
    case = place.case
    agreed = intervention(case.agreement, case.intervention).photos
    if agreed is None:
        raise ObjectDoesNotExist
    permitted(place, WRITE, agreed.category)
    not_closed(case)
    if case.stage not in agreed.stages:
        raise Refused(NOT_NOW)
    if Photo.objects.filter(case=case).count() >= agreed.most:
        raise Refused(f"Er staan al {agreed.most} foto's in deze casus. Haal er eerst een weg.")
    _wait_for_a_turn(case)
    Photo.objects.create(
        case=case,
        category=agreed.category,
        party_id=actor.party,
        account_id=actor.account,
        at=at,
        content=remade(sent),
    )
    record(PhotoAdded(), case=case, actor=actor, at=at, category=agreed.category)
    return case


def _wait_for_a_turn(case: Case) -> None:
    """
    Keep one of the turns there are until the transaction ends, on whichever server it runs: the
    first that is free; who waits longer than for any other lock gives up.
    """
    try:
        with connection.cursor() as cursor:
            for turn in range(AT_ONCE):
                cursor.execute(FREE_TURN, [turn])
                if cursor.fetchone() == (True,):
                    return
            cursor.execute(TURN, [case.pk % AT_ONCE])
    except OperationalError as error:
        if not is_held_up(error):
            raise
        raise HeldUp(TOO_BUSY) from error
