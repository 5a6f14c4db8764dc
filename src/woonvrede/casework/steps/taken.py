# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""A move as it is being taken, for what it does besides moving."""

from collections.abc import Mapping
from dataclasses import dataclass

from ...agreement.book import Move
from ..in_case import InCase
from .situation import Situation, situation_of


@dataclass(frozen=True)
class Taken(InCase):
    """A move as it is being taken: by whom, when, in which case, and what the form gave."""

    step: Move
    given: Mapping[str, str]

    @property
    def situation(self) -> Situation:
        """The case as it is now, to judge conditions on."""
        return situation_of(self.case, self.at)

    @property
    def role(self) -> str:
        """The role that the move names."""
        assert self.step.role is not None
        return self.step.role
