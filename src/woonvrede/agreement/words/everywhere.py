# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every intervention has, because a law asks it of whoever keeps data about people."""

from typing import Any

from pydantic import BaseModel, ConfigDict, field_validator

from .intervention import Intervention
from .letters import Letter
from .parties import Grant
from .work import Deadline, Fact


class Everywhere(BaseModel):
    """
    Facts, terms and letters that every intervention has besides its own, in all of its stages:
    kept, met and made by the role that leads, in one ``category`` that nobody else sees, for one
    ``purpose`` on one ``ground``.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    category: str
    purpose: str
    ground: str
    source: str
    assumed: bool = False
    note: str = ""
    facts: tuple[Fact, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    letters: tuple[Letter, ...] = ()

    @field_validator("deadlines", mode="before")
    @classmethod
    def _of_no_stage_yet(cls, given: Any) -> Any:
        """Of whom a term is and where it runs is not said here: ``added_to`` does."""
        open_ = {"stages": (), "owner": ""}
        known = given if isinstance(given, list | tuple) else ()
        return [open_ | each if isinstance(each, dict) else each for each in known] or given

    def added_to(self, within: Intervention) -> Intervention:
        """Return an intervention with all of this, as its own file would say it."""
        stages = tuple(stage.key for stage in within.stages)
        here = {"stages": stages, "category": self.category}
        grant = Grant(
            role=within.lead,
            see=(self.category,),
            write=(self.category,),
            stages=stages,
            purpose=self.purpose,
            ground=self.ground,
            source=self.source,
            assumed=self.assumed,
            note=self.note,
        )
        facts = (each.model_copy(update=here) for each in self.facts)
        terms = (
            each.model_copy(update={"stages": stages, "owner": within.lead})
            for each in self.deadlines
        )
        letters = (each.model_copy(update=here | {"by": (within.lead,)}) for each in self.letters)
        more = {
            "grants": (*within.grants, grant),
            "facts": (*within.facts, *facts),
            "deadlines": (*within.deadlines, *terms),
            "letters": (*within.letters, *letters),
        }
        return within.model_copy(update=more)
