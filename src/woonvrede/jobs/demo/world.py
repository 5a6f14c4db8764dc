# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The demo's world: of every agreement that has some fiction its people and cases, before today."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from django.utils.timezone import localdate

from ...access.accounts import anybody_is_there, fictional_are_there
from ...access.refusals import Refused
from . import cast
from .city.draw import crowd, plan
from .city.filling import Part, fill
from .city.read import Cities
from .city.telling import City
from .read import Scene, demos
from .story import Story

YEAR_BEFORE = timedelta(days=400)
Told = tuple[str, int, int]


def make_world(at: datetime, cities: Cities = (), *, workers: int = 2) -> Iterator[Told]:
    """
    Make the world by the real verbs, telling after each case what is done of how many: the scenes,
    and of these ``cities`` also what happens there in some years, in so many processes.

    A world that is there already stays as it is.  It is whole, or it is not there: whoever stops
    half-way begins again with an empty database.

    :raises Malformed: if what should be told is not written as it must be
    :raises Refused: if one was begun and never finished
    """
    if fictional_are_there():
        return
    if anybody_is_there():
        raise Refused("Hier zijn al mensen of een halve demo. Begin met make demo-reset.")
    people = [persona for demo in demos().values() for persona in demo.people]
    scenes = [scene for demo in demos().values() for scene in demo.told]
    parts = _parts(cities, at)
    total = len(scenes) + sum(len(part.cases) for part in parts)
    longest = max((timedelta(days=366 * part.city.volumes.years) for part in parts),
                  default=YEAR_BEFORE)  # fmt: skip
    everybody = [persona for demo in demos().values() for persona in demo.everybody]
    cast.make_cast(everybody, at - longest - YEAR_BEFORE, today=localdate(at))
    done = 0
    # The cities first: they are told in processes forked from this one, and what puts a letter on
    # paper has threads, without which a forked process would wait for ever.
    for part in parts:
        cast.make_cast(part.crowd, at - longest - YEAR_BEFORE, today=localdate(at))
        for title in fill(part, at, workers=workers):
            done += 1
            yield title, done, total
    for scene in scenes:
        tell(scene, Story(at - timedelta(days=scene.days or 0)))
        done += 1
        yield scene.title, done, total
    cast.offer_cast(people)


def tell(scene: Scene, story: Story) -> Story:
    """Let everything in a scene happen, in its order; the story is then as far as it goes."""
    for step in scene.steps:
        step.take(story)
    return story


def _parts(cities: Cities, at: datetime) -> Sequence[Part]:
    """Return for each city who else is there, and the cases that will be told."""
    found = []
    for key, volumes in cities:
        more = crowd(volumes)
        people = [*demos()[key].everybody, *more]
        found.append(Part(City(key, volumes, people), more, plan(volumes, at)))
    return found
