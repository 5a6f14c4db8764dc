# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""A table of a story that is written down, and somebody who does something in it."""

from pydantic import BaseModel, ConfigDict, Field


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
