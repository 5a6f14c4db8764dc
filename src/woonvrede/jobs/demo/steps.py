# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
What can happen in a story that is written down as data: a class for each value of ``does``.

``docs/scenes.md`` explains the words.
"""

from typing import Annotated, Literal

from pydantic import Field

from .arriving import Report, Route
from .story import Story
from .told import Deed, Given, Told, typed
from .writing import Letter, Newcomer, Photo, agreeing


class Step(Deed):
    """
    Take a step of the intervention; ``colleague``, or ``pair``, is who gets the case.  Where it
    refers, the first person who can ``agrees``.
    """

    does: Literal["step"]
    step: str
    given: Given = {}
    colleague: str = ""
    pair: tuple[str, str] | None = None
    despite: str = ""
    agrees: bool = False

    @property
    def people(self) -> tuple[str, ...]:
        """Who of the cast it needs."""
        colleague = (self.colleague,) if self.colleague else ()
        return (self.who, *colleague, *(self.pair or ()))

    def take(self, story: Story) -> None:
        """Let it happen."""
        given = typed(self.given, story)
        if self.colleague:
            given["colleague"] = str(story.as_(self.colleague).account)
        if self.pair:
            given |= {"pair": story.pair(self.who, *self.pair), "despite": self.despite}
        if self.agrees:
            given |= agreeing(self.who, self.step, story)
        story.step(self.who, self.step, **given)


class Facts(Deed):
    """Record facts of one category."""

    does: Literal["facts"]
    category: str
    given: Given

    def take(self, story: Story) -> None:
        """Let it happen."""
        story.facts(self.who, self.category, **typed(self.given, story))


class Row(Deed):
    """Add a row to a register."""

    does: Literal["row"]
    register_: str = Field(alias="register")
    given: Given
    recipients: tuple[str, ...] = ()

    def take(self, story: Story) -> None:
        """Let it happen."""
        story.row(self.who, self.register_, self.recipients, **typed(self.given, story))


class Note(Deed):
    """Write a note of one category."""

    does: Literal["note"]
    category: str
    text: str

    def take(self, story: Story) -> None:
        """Let it happen."""
        story.note(self.who, self.category, self.text)


class Part(Deed):
    """Bring in a party, or end the part that it takes."""

    does: Literal["invite", "release"]
    role: str
    party: str

    def take(self, story: Story) -> None:
        """Let it happen."""
        verb = story.invite if self.does == "invite" else story.release
        verb(self.who, self.role, self.party)


class Consent(Deed):
    """Record that a person in the case agrees that a party takes part, or no longer does."""

    does: Literal["consent", "withdraw"]
    role: str

    def take(self, story: Story) -> None:
        """Let it happen."""
        verb = story.consent if self.does == "consent" else story.withdraw
        verb(self.who, self.role)


class Task(Deed):
    """Give a party a task."""

    does: Literal["task"]
    title: str
    party: str
    days: int

    def take(self, story: Story) -> None:
        """Let it happen."""
        story.task(self.who, self.title, self.party, days=self.days)


class Finish(Deed):
    """Say that the task that was given last is done."""

    does: Literal["finish"]

    def take(self, story: Story) -> None:
        """Let it happen."""
        story.finish(self.who)


class Follow(Deed):
    """Go on with the case to which this one was handed over."""

    does: Literal["follow"]

    def take(self, story: Story) -> None:
        """Let it happen."""
        story.follow(self.who)


class Back(Told):
    """Go on again with the case from which this one was followed."""

    does: Literal["back"]

    @property
    def people(self) -> tuple[str, ...]:
        """It needs nobody."""
        return ()

    def take(self, story: Story) -> None:
        """Let it happen."""
        story.go_back()


class Wait(Told):
    """Let days go by: so many, or by lot from the one number to the other."""

    does: Literal["wait"]
    days: float | tuple[float, float]

    @property
    def people(self) -> tuple[str, ...]:
        """It needs nobody."""
        return ()

    def take(self, story: Story) -> None:
        """Let it happen."""
        days = self.days
        story.later(story.dice.uniform(*days) if isinstance(days, tuple) else days)


AnyStep = Annotated[
    Report
    | Route
    | Step
    | Facts
    | Row
    | Note
    | Letter
    | Photo
    | Newcomer
    | Part
    | Consent
    | Task
    | Finish
    | Follow
    | Back
    | Wait,
    Field(discriminator="does"),
]
