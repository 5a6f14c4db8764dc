# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can happen to a report in a story: it is made, and it is decided on."""

from typing import Literal

from ...casework.people.newcomer import NewPerson
from ...intake.address import Address
from ...intake.register import NewReport
from .story import Story
from .told import Deed, Given, typed


class Report(Deed):
    """Report what happens at an address."""

    does: Literal["report"]
    address: Address
    tenure: str
    landlord: str = ""
    answers: Given
    persons: tuple[NewPerson, ...] = ()
    complainant_address: Address | None = None

    def take(self, story: Story) -> None:
        """Let it happen."""
        new = NewReport(
            self.address,
            self.tenure,
            self.landlord,
            typed(self.answers, story),
            self.persons,
            self.complainant_address,
        )
        story.reports(self.who, new)


class Route(Deed):
    """
    Decide on the report, with a reason where the proposal was another; the case that is opened, or
    that the report ``joins``, goes on.  Who does not judge that route passes the report on.
    """

    does: Literal["route"]
    to: str
    reason: str = ""
    joins: bool = False

    def take(self, story: Story) -> None:
        """Let it happen."""
        joins = story.reference if self.joins else ""
        story.route(self.who, self.to, self.reason, joins=joins)
