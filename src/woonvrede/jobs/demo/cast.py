# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The people of the demo: all fictional, named after what they do."""

from collections.abc import Iterable
from datetime import datetime

from pydantic import BaseModel, ConfigDict

from ...access.accounts import account_for, invite, mark_fictional
from ...access.actor import Actor, actors_of
from ...running.within import connected_as

HOST = "voorbeeld.invalid"


class Persona(BaseModel):
    """Somebody in the demo: a key, a name, and for which circle in which function."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: str
    name: str
    party: str = ""
    function: str = ""
    districts: tuple[str, ...] = ()

    @property
    def email(self) -> str:
        """An address at a host that does not exist."""
        return f"{self.key}@{HOST}"


def make_cast(people: Iterable[Persona], at: datetime) -> None:
    """Make an account for each of these people, with their membership."""
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
