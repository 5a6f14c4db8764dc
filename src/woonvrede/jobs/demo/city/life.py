# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
A case of a city as it goes: in office hours, played by many, and what time does to it meanwhile.
"""

import heapq
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils.timezone import localtime

from ....access.actor import Actor
from ....access.session import acting, acting_for_case
from ....casework.terms import passing
from ....casework.terms.later import Duty
from ....casework.volunteers.candidates import candidates
from ....records.account import Account
from ....records.case import Case
from ....running.within import speaking_through
from ...tasks import leave
from .. import cast
from ..story import Story
from .draw import SATURDAY

OPENS, CLOSES = 9, 17
DOES: Mapping[Duty, Callable[..., None]] = {
    "term_passes": passing.miss_term,
    "people_forgotten": passing.forget_people,
}


@dataclass
class Life(Story):
    """A story in office hours, played by others than those who are named in it."""

    plays: dict[str, str] = field(default_factory=dict, kw_only=True)
    known: dict[str, Actor] = field(default_factory=dict, kw_only=True)

    def as_(self, who: str) -> Actor:
        """Return who plays this part; nobody's membership changes in a city that is told."""
        player = self.plays.get(who, who)
        if player not in self.known:
            self.known[player] = cast.actor(player, self.at)
        return self.known[player]

    def pair(self, who: str, one: str, other: str) -> str:
        """Choose two by lot who can do the case and live in another part of town."""
        actor = self.as_(who)
        with acting(actor):
            case = Case.objects.get(reference=self.reference)
            found = candidates(case, (), actor=actor, at=self.at)
            able = [each.account for each in found if not each.blocked and not each.near]
            two = Account.objects.filter(pk__in=self.dice.sample(able, 2)).order_by("pk")
            self.plays[one], self.plays[other] = (each.email.split("@")[0] for each in two)
        return super().pair(who, one, other)

    def later(self, days: float = 1) -> None:
        """Let time pass, up to a moment at which somebody is at work."""
        super().later(days)
        self.at = at_work(self.at, self.dice.random())


def at_work(at: datetime, part: float) -> datetime:
    """Return a moment, or where nobody is at work then, one on the next day that somebody is."""
    here = localtime(at)
    if here.weekday() < SATURDAY and OPENS <= here.hour < CLOSES:
        return at
    day = here.replace(hour=OPENS, minute=0) + timedelta(hours=(CLOSES - OPENS) * part)
    if day <= here:
        day += timedelta(days=1)
    while day.weekday() >= SATURDAY:
        day += timedelta(days=1)
    return day


@dataclass
class Passing:
    """
    Carries out what verbs leave for later when its moment comes in the story; what lies after
    ``until`` goes in the queue.  That a seat ended in the past the database knew at once.
    """

    until: datetime
    worker: BaseDatabaseWrapper
    waiting: list[tuple[datetime, Duty, int, int]] = field(default_factory=list)

    def __call__(self, duty: Duty, at: datetime, *, case: int, row: int) -> None:
        """Take a duty on."""
        if at > self.until:
            leave(duty, at, case=case, row=row)
        elif duty in DOES:
            heapq.heappush(self.waiting, (at, duty, case, row))

    def up_to(self, at: datetime) -> None:
        """Do what has become due at this moment."""
        while self.waiting and self.waiting[0][0] <= at:
            due, duty, case, row = heapq.heappop(self.waiting)
            with speaking_through(self.worker), acting_for_case(duty, case):
                DOES[duty](case, row, system=duty, at=due)
