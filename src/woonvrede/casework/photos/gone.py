# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What closing does with photos."""

from datetime import datetime

from ...access.actor import Actor
from ...records.case import Case
from ...records.entry import Photo
from ..story.happenings import PhotosRemoved
from ..story.timeline import record


def end_photos(case: Case, category: str, *, actor: Actor, at: datetime) -> None:
    """Take every photo of a case away for good, and write down how many there were."""
    number, _ = Photo.objects.filter(case=case).delete()
    if number:
        record(PhotosRemoved(number), case=case, actor=actor, at=at, category=category)
