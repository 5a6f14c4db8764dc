# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""A running case as far as a later version of its agreement has to do with it: in codes alone."""

from collections.abc import Collection
from dataclasses import dataclass

from ..book import Agreement, Migration
from ..vocabulary import UNKNOWN

Keys = frozenset[str]


@dataclass(frozen=True)
class Live:
    """
    Where a case is, who has a ``seat`` (role and circle), which facts, registers and people (by
    what they are) it holds, of which categories anything was written, and how its dwelling is held.
    """

    intervention: str
    stage: str
    seats: frozenset[tuple[str, str]] = frozenset()
    facts: Keys = frozenset()
    registers: Keys = frozenset()
    people: Keys = frozenset()
    categories: Keys = frozenset()
    tenure: str = UNKNOWN

    @property
    def roles(self) -> Keys:
        """The roles that somebody plays."""
        return frozenset(role for role, _ in self.seats)

    def players(self, role: str) -> Keys:
        """Return the circles that play a role."""
        return frozenset(party for each, party in self.seats if each == role)


def migration_from(former: str, agreement: Agreement) -> Migration | None:
    """Return how running cases of a former version come under this one, if that was declared."""
    return next((each for each in agreement.migrations if each.former == former), None)


def destination(migration: Migration, intervention: str, stage: str) -> tuple[str, str]:
    """
    Return in which intervention and stage a case comes; what is not named keeps its name.

    >>> from woonvrede.agreement.book import Passage
    >>> passage = Passage(intervention="visit", to="call", stages={"busy": "under_way"})
    >>> migration = Migration(former="dorp-1", interventions=(passage,))
    >>> destination(migration, "visit", "busy"), destination(migration, "visit", "open")
    (('call', 'under_way'), ('call', 'open'))
    """
    for passage in migration.interventions:
        if passage.intervention == intervention:
            return passage.to or intervention, passage.stages.get(stage, stage)
    return intervention, stage


def names_later(
    agreement: Agreement, intervention: str, others: Collection[Agreement]
) -> dict[str, str]:
    """
    Return how an intervention is called in this version and in each later one of the partnership
    to which its cases may have come, by the key of the version.
    """
    names, way = {agreement.key: intervention}, [agreement.key]
    for former in way:
        for later in others:
            migration = migration_from(former, later)
            if migration and later.partnership == agreement.partnership and later.key not in names:
                names[later.key] = destination(migration, names[former], "")[0]
                way.append(later.key)
    return names
