# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can stand in a file of worked cases: ``docs/worked-cases.md`` explains the words."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from woonvrede.jobs.demo.steps import AnyStep
from woonvrede.jobs.demo.told import Deed, Told

Keys = tuple[str, ...]


class Change(Told):
    """Another agreement: one entry, or one word of it, left out or said ``instead``."""

    entry: str
    word: str = ""
    instead: str = ""


class Rule(Change):
    """
    The hard rule that a case guards, and what takes it from the agreement: then what a step expects
    comes out otherwise, or one that expects nothing is ``refused`` with a part of this sentence.
    """

    guards: str
    refused: str | None = None


class Proposed(Deed):
    """What is proposed for the report, as who judges it sees."""

    does: Literal["proposal"]
    route: str
    barred: Keys = ()


class Look(Deed):
    """What somebody sees of the case, and may do in it; or that for them there is none."""

    does: Literal["look"]
    absent: bool = False
    sees: Keys = ()
    not_sees: Keys = ()
    reads: Keys = ()
    not_reads: Keys = ()
    may: Keys = ()
    may_not: Keys = ()
    stage: str = ""
    outcome: str | None = None
    lead: str = ""


class Hears(Deed):
    """What somebody reads of the report that was made last: what came of it, and other words."""

    does: Literal["hears"]
    stand: str = ""
    reads: Keys = ()
    not_reads: Keys = ()


class Counts(Told):
    """What a party reports over a period; a figure that is broken down has a number per part."""

    does: Literal["counts"]
    party: str
    period: str
    figures: Mapping[str, int | Mapping[str, int]]

    @property
    def people(self) -> Keys:
        """It needs nobody."""
        return ()


class Checks(Told):
    """By which rules the check refuses the agreement with one thing changed."""

    does: Literal["check"]
    change: Change
    refuses: Keys

    @property
    def people(self) -> Keys:
        """It needs nobody."""
        return ()


Expectation = Annotated[Proposed | Look | Hears | Counts | Checks, Field(discriminator="does")]
EXPECTED = {"proposal", "look", "hears", "counts", "check"}


class Moment(Told):
    """A step, which may be ``refused`` with a part of the sentence, or an expectation."""

    step: AnyStep | None = None
    refused: str | None = None
    expects: Expectation | None = None

    @model_validator(mode="before")
    @classmethod
    def _told_apart(cls, raw: Any) -> Any:
        """Read a table of ``steps`` as the one or the other."""
        if not isinstance(raw, Mapping) or "does" not in raw:
            return raw
        if raw["does"] in EXPECTED:
            return {"expects": raw}
        words = {key: value for key, value in raw.items() if key != "refused"}
        return {"step": words, "refused": raw.get("refused")}

    @property
    def people(self) -> Keys:
        """Who it needs."""
        told = self.step or self.expects
        return told.people if told else ()


class Example(Told):
    """
    One worked case: what a reader learns from it, what happens, and what follows.

    Without ``shows`` it is only a beginning for others.
    """

    key: str
    title: str = ""
    shows: str = ""
    source: str = ""
    begins: date = date(2026, 3, 2)
    rule: Rule | None = None
    steps: tuple[Moment, ...]

    @model_validator(mode="after")
    def _says_where_it_rests(self) -> "Example":
        if self.shows and not (self.title and self.source):
            raise ValueError(f"{self.key} lacks a title or a source")
        return self


class Examples(Told):
    """A file of worked cases."""

    examples: tuple[Example, ...]
