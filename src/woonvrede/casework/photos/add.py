# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Adding a photo to a case."""

from datetime import datetime

from django.core.exceptions import ObjectDoesNotExist

from ...access.actor import Actor
from ...access.books import intervention
from ...access.door import enter_to_change
from ...access.given import WRITE
from ...access.refusals import Refused
from ...records.case import Case
from ...records.entry import Photo
from ..story.happenings import PhotoAdded
from ..story.timeline import record
from ..writing import not_closed, permitted
from .remake import remade

NOT_NOW = "In deze fase horen er geen foto's bij de casus."


def add_photo(reference: str, sent: bytes, *, actor: Actor, at: datetime) -> Case:
    """
    Add a photo, made anew, where the agreement lets this actor; return the case.

    :raises ObjectDoesNotExist: if the actor may not know of the case, or it can hold no photos
    :raises Refused: if it is not the actor's to add here, or there are as many as there may be
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
