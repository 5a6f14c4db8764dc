# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""A move as it is being taken, for what it does besides moving."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from ...access.actor import Actor
from ...access.books import book
from ...access.rights import Standing
from ...agreement.book import Agreement, Intervention, Move
from ...records.case import Case
from .situation import Situation, situation_of


@dataclass(frozen=True)
class Taken:
    """A move as it is being taken: by whom, when, in which case, and what the form gave."""

    step: Move
    place: Standing
    at: datetime
    given: Mapping[str, str]

    @property
    def case(self) -> Case:
        """The case."""
        return self.place.case

    @property
    def actor(self) -> Actor:
        """Who takes it."""
        return self.place.actor

    @property
    def agreement(self) -> Agreement:
        """The agreement of the case."""
        return book(self.case.agreement)

    @property
    def intervention(self) -> Intervention:
        """The intervention of the case."""
        return self.agreement.interventions[self.case.intervention]

    @property
    def situation(self) -> Situation:
        """The case as it is now, to judge conditions on."""
        return situation_of(self.case, self.at)

    @property
    def role(self) -> str:
        """The role that the move names."""
        assert self.step.role is not None
        return self.step.role
