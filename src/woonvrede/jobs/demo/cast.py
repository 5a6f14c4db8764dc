# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The people of the demo: all fictional, named after what they do."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from django.utils.timezone import localdate
from pydantic import BaseModel, ConfigDict

from ...access.accounts import account_for, invite, mark_fictional
from ...access.actor import Actor, actors_of
from ...access.session import acting
from ...casework.volunteers.keep import add_volunteer
from ...casework.volunteers.keeper import has_register
from ...casework.volunteers.typed import Typed
from ...running.within import connected_as

HOST = "voorbeeld.invalid"


class Volunteering(BaseModel):
    """
    What the register says of somebody: codes, where they live, and for how many days from now on
    their training holds.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    languages: tuple[str, ...]
    skills: tuple[str, ...] = ()
    training: str
    days: int
    availability: tuple[str, ...]
    hours: int
    state: str = "active"
    street: str
    area: str

    def typed(self, today: date) -> Typed:
        """Return what who keeps the register types on this day."""
        said = self.model_dump(exclude={"days", "hours"})
        until = (today + timedelta(days=self.days)).isoformat()
        return Typed(**said, trained_until=until, hours=str(self.hours))


class Persona(BaseModel):
    """
    Somebody in the demo: a key, a name, and for which circle in which function; and of a volunteer
    what the register says.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: str
    name: str
    party: str = ""
    function: str = ""
    districts: tuple[str, ...] = ()
    volunteer: Volunteering | None = None

    @property
    def email(self) -> str:
        """An address at a host that does not exist."""
        return f"{self.key}@{HOST}"


def make_cast(people: Sequence[Persona], at: datetime, *, today: date | None = None) -> None:
    """
    Make an account for each of these people, with their membership; and put those who are
    volunteers in the register, as it is on a day (that of ``at``, if none is given).
    """
    with connected_as("owner"):
        for persona in people:
            if persona.party:
                invite(
                    persona.email,
                    name=persona.name,
                    party=persona.party,
                    functions=[persona.function],
                    districts=persona.districts,
                    at=at,
                )
            account_for(persona.email, name=persona.name)
    for persona in people:
        if persona.volunteer:
            given = persona.volunteer.typed(today or localdate(at))
            _put_in_register(persona, given, _keeper(persona.party, people, at), at)


def offer_cast(people: Iterable[Persona]) -> None:
    """Let the role switcher offer them; that also says that the world is whole."""
    with connected_as("owner"):
        for persona in people:
            mark_fictional(account_for(persona.email, name=persona.name))


def actor(key: str, at: datetime) -> Actor:
    """
    Return somebody of the cast as who acts.

    :raises StopIteration: if they act for nobody
    """
    account = account_for(f"{key}@{HOST}", name=key)
    return next(iter(actors_of(account.pk, at=at)))


def _keeper(party: str, people: Iterable[Persona], at: datetime) -> Actor:
    """Return who of these people keeps the register of a circle."""
    found = (actor(each.key, at) for each in people if each.party == party and not each.volunteer)
    return next(each for each in found if has_register(each, at=at))


def _put_in_register(persona: Persona, given: Typed, keeper: Actor, at: datetime) -> None:
    account = account_for(persona.email, name=persona.name).pk
    with acting(keeper):
        add_volunteer(account, given, actor=keeper, at=at)
