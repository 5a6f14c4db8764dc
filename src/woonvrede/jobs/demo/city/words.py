# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
How much happens in a city: the file ``volumes.toml`` beside an agreement.

``docs/scenes.md`` explains the words.
"""

from typing import Annotated

from pydantic import Field

from ..read import Scene
from ..told import Told

# Each of several, with how often it comes, compared to the others.
Shares = Annotated[dict[str, float], Field(min_length=1)]
Names = Annotated[tuple[str, ...], Field(min_length=1)]


class Course(Scene):
    """One way in which cases of this kind go, and how many do, compared to the others."""

    share: float = 0
    tenures: Shares | None = None


class Volume(Told):
    """How many reports of one kind come in a year, in which months, from whom, and how they go."""

    key: str
    yearly: float
    season: Annotated[tuple[float, ...], Field(min_length=12, max_length=12)] = (1,) * 12
    reporters: Shares
    tenures: Shares
    answers: dict[str, Shares] = {}
    courses: Annotated[tuple[Course, ...], Field(min_length=1)]


class Quarter(Told):
    """A district, how much happens there compared to the others, and its postcodes."""

    district: str
    share: float
    postcodes: Names


class Drawn(Told):
    """
    Out of what the register of volunteers is drawn: each leads talks in the ``languages`` of
    everybody and may ``also`` in another, and does some of the ``skills``; so many of a hundred are
    ``paused``, and of so many the training is ``expired``.
    """

    languages: Names
    also: Shares
    skills: Names
    trainings: Shares
    availability: Names
    hours: tuple[int, int]
    paused: int
    expired: int


class Crowd(Told):
    """
    How many more people there are in a circle, in which function; and what the register says of
    them where they are volunteers.
    """

    party: str
    function: str
    number: int
    volunteers: Drawn | None = None


class Invented(Told):
    """Out of what names of people and streets are put together; nobody and nothing is called so."""

    given: Names
    family: Names
    streets: Names
    kinds: Names
    town: str


class Volumes(Told):
    """What happens in a city in some years."""

    years: float
    landlords: Shares
    invented: Invented
    quarters: Annotated[tuple[Quarter, ...], Field(min_length=1)]
    crowds: tuple[Crowd, ...] = ()
    volumes: tuple[Volume, ...]
