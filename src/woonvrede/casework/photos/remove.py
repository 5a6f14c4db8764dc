# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Taking a photo away again."""

from datetime import datetime

from ...access.actor import Actor
from ...access.door import enter_to_change
from ...access.given import SEE, WRITE
from ...records.case import Case
from ...records.entry import Photo
from ..story.happenings import PhotosRemoved
from ..story.timeline import record
from ..writing import not_closed, permitted


def remove_photo(reference: str, number: int, *, actor: Actor, at: datetime) -> Case:
    """
    Take one photo away for good; return the case.

    :raises ObjectDoesNotExist: if the actor may not know of the case, or of such a photo
    :raises Refused: if it is not the actor's to take away here, or the case is closed
    """
    place = enter_to_change(actor, reference, at=at, action="photo:remove")
    photo = Photo.objects.filter(place.people(SEE)).defer("content").get(case=place.case, pk=number)
    permitted(place, WRITE, photo.category)
    not_closed(place.case)
    photo.delete()
    record(PhotosRemoved(number=1), case=place.case, actor=actor, at=at, category=photo.category)
    return place.case
