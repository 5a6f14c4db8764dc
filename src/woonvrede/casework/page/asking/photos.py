# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The photos of a case, the form that adds one, and one photo itself."""

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ObjectDoesNotExist

from ....access.actor import Actor
from ....access.books import intervention
from ....access.door import enter
from ....access.given import SEE, WRITE
from ....access.rights import Standing
from ....agreement.book import Intervention, Photos
from ....records.entry import Photo
from ...writing import not_closed, permitted
from ..dutch import day_of, in_words
from ..sight import seen_now
from ..view import View
from .asked import FormPage
from .look import head, look


@dataclass(frozen=True)
class PhotoLine:
    """One photo, by its number and the day on which it was added."""

    number: int
    day: str


@dataclass(frozen=True, kw_only=True)
class PhotosPage(FormPage):
    """The photos of a case; ``left`` is how many more there may be."""

    photos: tuple[PhotoLine, ...]
    help: str
    why: str
    seen_by: tuple[str, ...]
    left: int
    may_remove: bool


@dataclass(frozen=True, kw_only=True)
class PhotoPage(FormPage):
    """The photo of which somebody is asked whether it goes."""

    photo: PhotoLine


def photos_to_see(view: View) -> int | None:
    """Return how many photos this actor may see; None where there are none and can come none."""
    agreed = view.intervention.photos
    if agreed is None or not view.sees(agreed.category):
        return None
    number = len(view.around["photo"])
    can_come = view.case.stage in agreed.stages and view.writes(agreed.category)
    return number if number or can_come else None


def read_photos(reference: str, *, actor: Actor, at: datetime) -> PhotosPage:
    """
    Return which photos there are, and whether one can be added now.

    :raises ObjectDoesNotExist: if the actor may not know of the case, or not of its photos
    """

    view, agreed = _looked(reference, actor=actor, at=at, action="form:photos")
    writes = view.writes(agreed.category)
    can_come = view.case.stage in agreed.stages and writes and view.case.closed_at is None
    photos = _lines(view)
    return PhotosPage(
        head=head(view),
        photos=photos,
        help=agreed.help,
        why=agreed.why,
        seen_by=seen_now(view, agreed.category),
        left=agreed.most - len(photos) if can_come else 0,
        may_remove=writes and view.case.closed_at is None,
    )


def read_photo_to_remove(reference: str, number: int, *, actor: Actor, at: datetime) -> PhotoPage:
    """
    Return the photo of which somebody is asked whether it goes.

    :raises ObjectDoesNotExist: if the actor may not know of the case, or of such a photo
    :raises Refused: if it is not the actor's to take away here
    """
    view, agreed = _looked(reference, actor=actor, at=at, action="form:photo:remove")
    found = next((each for each in _lines(view) if each.number == number), None)
    if found is None:
        raise ObjectDoesNotExist
    permitted(view.place, WRITE, agreed.category)
    not_closed(view.case)
    return PhotoPage(head=head(view), photo=found)


def read_photo(reference: str, number: int, *, actor: Actor, at: datetime) -> bytes:
    """
    Return one photo, a JPEG; writes down that it was looked at.

    :raises ObjectDoesNotExist: if the actor may not know of the case, or of such a photo
    """

    def shows(place: Standing) -> tuple[str, ...]:
        agreed = intervention(place.case.agreement, place.case.intervention).photos
        return (agreed.category,) if agreed else ()

    place = enter(actor, reference, at=at, action="photo", shows=shows)
    found = Photo.objects.filter(place.people(SEE)).get(case=place.case, pk=number)
    return bytes(found.content)


def _looked(reference: str, *, actor: Actor, at: datetime, action: str) -> tuple[View, Photos]:
    """Return a case for a page about its photos, and what was agreed about those."""

    def shows(described: Intervention) -> tuple[str, ...]:
        return (described.photos.category,) if described.photos else ()

    view = look(reference, actor=actor, at=at, action=action, shows=shows)
    agreed = view.intervention.photos
    if agreed is None or not view.sees(agreed.category):
        raise ObjectDoesNotExist
    return view, agreed


def _lines(view: View) -> tuple[PhotoLine, ...]:
    return tuple(
        PhotoLine(row["id"], in_words(day_of(datetime.fromisoformat(row["at"]))))
        for row in view.around["photo"]
    )
