# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""A table of a story that is written down, and somebody who does something in it."""

import re
from collections.abc import Mapping
from datetime import timedelta

from django.utils.timezone import localdate
from pydantic import BaseModel, ConfigDict, Field

from .story import Story

Given = dict[str, str | tuple[str, ...]]
DAY = re.compile(r"\{today([+-]\d+)?\}")


class Told(BaseModel):
    """A table of a scene; it has no other words than these."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Deed(Told):
    """Somebody of the cast does something."""

    who: str = Field(alias="as")

    @property
    def people(self) -> tuple[str, ...]:
        """Who of the cast it needs."""
        return (self.who,)


def typed(given: Mapping[str, str | tuple[str, ...]], story: Story) -> dict[str, str]:
    """
    Return what somebody types now: of several answers one by lot, and for ``{today}``, or so many
    days before or after it, that day.
    """
    today = localdate(story.at)

    def day(found: re.Match[str]) -> str:
        return (today + timedelta(days=int(found[1] or 0))).isoformat()

    chosen = {
        key: value if isinstance(value, str) else story.dice.choice(value)
        for key, value in given.items()
    }
    return {key: DAY.sub(day, value) for key, value in chosen.items()}
