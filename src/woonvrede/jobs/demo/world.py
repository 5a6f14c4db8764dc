# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The demo's world: of every agreement that has some fiction its people and cases, before today."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from ...access.accounts import anybody_is_there, fictional_are_there
from ...access.refusals import Refused
from . import cast
from .read import Scene, demos
from .story import Story

YEAR_BEFORE = timedelta(days=400)


def make_world(at: datetime) -> Iterator[tuple[str, int, int]]:
    """
    Make the world by the real verbs, telling after each scene what is done of how many.

    A world that is there already stays as it is.

    :raises Malformed: if what should be told is not written as it must be
    :raises Refused: if one was begun and never finished
    """
    if fictional_are_there():
        return
    if anybody_is_there():
        raise Refused("Hier zijn al mensen of een halve demo. Begin met make demo-reset.")
    people = [persona for demo in demos().values() for persona in demo.people]
    scenes = [scene for demo in demos().values() for scene in demo.told]
    cast.make_cast(people, at - YEAR_BEFORE)
    for done, scene in enumerate(scenes, 1):
        tell(scene, Story(at - timedelta(days=scene.days or 0)))
        yield scene.title, done, len(scenes)
    cast.offer_cast(people)


def tell(scene: Scene, story: Story) -> Story:
    """Let everything in a scene happen, in its order; the story is then as far as it goes."""
    for step in scene.steps:
        step.take(story)
    return story
