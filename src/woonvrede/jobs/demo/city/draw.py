# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
Drawing a city by lot: always the same one for the same seed, whoever tells which part of it.

Every case has dice of its own, so that what happens in it does not hang on the others.
"""

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from random import Random

from django.utils.timezone import get_current_timezone, localdate

from ....intake.address import Address
from ..cast import Persona, Volunteering
from .words import Drawn, Invented, Quarter, Volume, Volumes

SEED = 2019
SATURDAY = 5
LAST_NUMBER = 200


@dataclass(frozen=True)
class Planned:
    """One case that will be told: of what kind, from when on, and in which home."""

    number: int
    volume: Volume
    begins: datetime
    home: Address

    def dice(self) -> Random:
        """Return the dice of this case."""
        return Random(f"{SEED} {self.volume.key} {self.number}")


def plan(volumes: Volumes, at: datetime) -> list[Planned]:
    """Return every case that began in the years before a moment, the oldest first."""
    dice = Random(SEED)
    homes = {each.district: _homes(each, volumes.invented) for each in volumes.quarters}
    where = {each.district: each.share for each in volumes.quarters}
    begun = sorted(
        ((begins, volume) for volume in volumes.volumes for begins in _begun(volume, volumes, at)),
        key=lambda each: (each[0], each[1].key),
    )
    return [
        Planned(number, volume, begins, next(homes[one_of(where, dice)]))
        for number, (begins, volume) in enumerate(begun)
    ]


def one_of(shares: Mapping[str, float], dice: Random) -> str:
    """Return one of these by lot, each as often as its share."""
    return dice.choices(list(shares), list(shares.values()))[0]


def name(invented: Invented, dice: Random) -> str:
    """Return the name of nobody."""
    return f"{dice.choice(invented.given)} {dice.choice(invented.family)}"


def crowd(volumes: Volumes) -> list[Persona]:
    """Return the people who are there besides those that the scenes name, no two of one name."""
    invented = volumes.invented
    names = [f"{one} {other}" for one in invented.given for other in invented.family]
    Random(SEED).shuffle(names)
    wanted = [each for each in volumes.crowds for _ in range(each.number)]
    dice = Random(f"{SEED} volunteers")
    return [
        Persona(
            key=called.lower().replace(" ", "."),
            name=called,
            party=each.party,
            function=each.function,
            volunteer=_volunteer(each.volunteers, volumes, dice) if each.volunteers else None,
        )
        for each, called in zip(wanted, names, strict=False)
    ]


def _volunteer(drawn: Drawn, volumes: Volumes, dice: Random) -> Volunteering:
    """Return what the register says of somebody, who lives somewhere in the city."""
    another = one_of(drawn.also, dice)
    quarter = dice.choices(volumes.quarters, [each.share for each in volumes.quarters])[0]
    invented = volumes.invented
    lapsed = dice.randrange(100) < drawn.expired
    return Volunteering(
        languages=(*drawn.languages, *((another,) if another else ())),
        skills=tuple(dice.sample(drawn.skills, dice.randint(1, 3))),
        training=one_of(drawn.trainings, dice),
        days=-dice.randint(5, 200) if lapsed else dice.randint(10, 900),
        availability=tuple(dice.sample(drawn.availability, dice.randint(1, 3))),
        hours=dice.randint(*drawn.hours),
        state="paused" if dice.randrange(100) < drawn.paused else "active",
        street=f"{dice.choice(invented.streets)}{dice.choice(invented.kinds)}",
        area=dice.choice(quarter.postcodes),
    )


def _begun(volume: Volume, volumes: Volumes, at: datetime) -> list[datetime]:
    """Return when the reports of one kind came in: in their season, on working days."""
    dice = Random(f"{SEED} {volume.key}")
    days = [localdate(at) - timedelta(days=n) for n in range(1, round(volumes.years * 365.25) + 1)]
    working = [day for day in days if day.weekday() < SATURDAY]
    weights = [volume.season[day.month - 1] for day in working]
    found = dice.choices(working, weights, k=round(volume.yearly * volumes.years))
    here = get_current_timezone()
    moments = (datetime.combine(day, time(9), here) for day in found)
    return [moment + timedelta(minutes=dice.randrange(480)) for moment in moments]


def _homes(quarter: Quarter, invented: Invented) -> Iterator[Address]:
    """Return addresses in a district, no two of them one home, in streets that are not there."""
    named = [f"{one}{kind}" for one, kind in itertools.product(invented.streets, invented.kinds)]
    dice = Random(f"{SEED} {quarter.district}")
    numbers = [(number, suffix) for suffix in ("", "-A", "-B") for number in range(1, LAST_NUMBER)]
    doors = [(postcode, *door) for postcode in quarter.postcodes for door in numbers]
    dice.shuffle(doors)
    for postcode, number, suffix in doors:
        street = Random(f"{postcode} {number // 20}").choice(named)
        yield Address(postcode, f"{number}{suffix}", street, invented.town, quarter.district)
