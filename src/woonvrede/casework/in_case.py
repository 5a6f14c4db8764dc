# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Somebody in a case at a moment, with what was agreed there."""

from dataclasses import dataclass
from datetime import datetime

from ..access.actor import Actor
from ..access.books import book
from ..access.rights import Standing
from ..agreement.book import Agreement, Intervention
from ..records.case import Case


@dataclass(frozen=True)
class InCase:
    """The rights that somebody has in a case, and the moment at which they look or act."""

    place: Standing
    at: datetime

    @property
    def case(self) -> Case:
        """The case."""
        return self.place.case

    @property
    def actor(self) -> Actor:
        """Who looks or acts."""
        return self.place.actor

    @property
    def agreement(self) -> Agreement:
        """The agreement of the case."""
        return book(self.case.agreement)

    @property
    def intervention(self) -> Intervention:
        """The intervention of the case."""
        return self.agreement.interventions[self.case.intervention]
