# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Letters, photos, people and referrals in a story that is written down as data."""

from typing import Literal

from django.utils.timezone import localdate

from ...access.session import acting
from ...casework.page.asking.forms import read_step
from ...casework.people.add import add_person
from ...casework.people.newcomer import NewPerson
from ...casework.photos.add import add_photo
from ...casework.referring import BY, ON
from .drawing import drawn
from .story import Story
from .told import Deed, Given, typed


class Letter(Deed):
    """
    Make a letter for whom comes first, and say by which ``way`` it goes out, if it does: ``post``
    puts it on the list, ``posted`` also in the post.
    """

    does: Literal["letter"]
    letter: str
    given: Given = {}
    way: Literal["post", "posted", "handed", ""] = ""

    def take(self, story: Story) -> None:
        """Let it happen."""
        story.letter(self.who, self.letter, self.way, **typed(self.given, story))


class Photo(Deed):
    """Add a photo, which is drawn."""

    does: Literal["photo"]

    def take(self, story: Story) -> None:
        """Let it happen."""
        story.do(self.who, add_photo, story.reference, drawn(story.dice))


class Newcomer(Deed):
    """Add somebody to the case."""

    does: Literal["person"]
    role: str
    name: str

    def take(self, story: Story) -> None:
        """Let it happen."""
        story.do(self.who, add_person, story.reference, NewPerson(self.role, self.name))


def agreeing(who: str, step: str, story: Story) -> dict[str, str]:
    """Return, as the form of a referral asks it, that the first person who can agrees today."""
    actor = story.as_(who)
    with acting(actor):
        asked = read_step(story.reference, step, actor=actor, at=story.at).fields
    able = next(field.choices for field in asked if field.key == BY)
    return {BY: able[0][0], ON: localdate(story.at).isoformat()}
