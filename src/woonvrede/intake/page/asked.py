# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a template of a new report receives: words and keys, never a record."""

from dataclasses import dataclass

from ...casework.page.parts import Field


@dataclass(frozen=True)
class Question:
    """
    One page of a new report.  Without a ``heading`` its only field is the heading; ``back`` is the
    page before, and empty on the first.
    """

    key: str
    heading: str
    intro: str
    fields: tuple[Field, ...]
    back: str = ""
    may_skip: bool = False


@dataclass(frozen=True)
class Answer:
    """What was filled in, and on which page; ``missing`` says that it must (again) be."""

    label: str
    value: str
    page: str
    missing: bool = False


@dataclass(frozen=True)
class Reason:
    """A sentence of the agreement about a route, with its section."""

    route: str
    words: str
    source: str


@dataclass(frozen=True)
class Sight:
    """A party that will see a report, and which kinds of data of it."""

    party: str
    kinds: tuple[str, ...]


@dataclass(frozen=True)
class Check:
    """Everything filled in, before it is sent; without a route something is missing."""

    groups: tuple[tuple[str, tuple[Answer, ...]], ...]
    route: str
    reasons: tuple[Reason, ...]
    seen_by: tuple[Sight, ...]
    hidden_from_judge: tuple[str, ...]

    @property
    def missing(self) -> tuple[Answer, ...]:
        """What must be filled in before it can be sent."""
        return tuple(answer for _, rows in self.groups for answer in rows if answer.missing)


@dataclass(frozen=True)
class DraftLine:
    """A report that this person began and did not send."""

    key: str
    day: str
    about: str


@dataclass(frozen=True)
class Start:
    """What this person began before, and the key and first page of a new one."""

    drafts: tuple[DraftLine, ...]
    key: str
    first: str
