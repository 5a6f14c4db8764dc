# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the template of a form of a case receives."""

from dataclasses import dataclass

from .parts import FactGroup, Field, Invitation, NoteForm, PartyLine, Step, Table


@dataclass(frozen=True)
class Head:
    """Of which case a form is, and in which version it was shown."""

    reference: str
    title: str
    stage: str
    version: int


@dataclass(frozen=True)
class StepPage:
    """The form of one move."""

    head: Head
    step: Step
    fields: tuple[Field, ...]


@dataclass(frozen=True)
class FactsPage:
    """The form of the facts of one category; ``refused`` says why it cannot be sent now."""

    head: Head
    group: FactGroup
    refused: str = ""

    @property
    def fields(self) -> tuple[Field, ...]:
        """The questions of the form."""
        return self.group.fields


@dataclass(frozen=True)
class RowPage:
    """The form of a new row of a register; ``refused`` says why it cannot be sent now."""

    head: Head
    table: Table
    refused: str = ""


@dataclass(frozen=True)
class NotePage:
    """The form of a note: its kinds, with who will read each."""

    head: Head
    kinds: tuple[NoteForm, ...]


@dataclass(frozen=True)
class TaskPage:
    """The form of a task: who takes part."""

    head: Head
    parties: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class PersonRole:
    """What somebody can be in the case, and who will see them."""

    key: str
    label: str
    seen_by: tuple[str, ...]


@dataclass(frozen=True)
class PersonPage:
    """The form of a new person."""

    head: Head
    roles: tuple[PersonRole, ...]


@dataclass(frozen=True)
class PartiesPage:
    """Who takes part, and whom this person may invite."""

    head: Head
    parties: tuple[PartyLine, ...]
    invitations: tuple[Invitation, ...]


@dataclass(frozen=True)
class SeatPage:
    """The end of one party's part."""

    head: Head
    seat: PartyLine


@dataclass(frozen=True)
class ExclusionPage:
    """Whom this person may place outside the case, and for which reasons."""

    head: Head
    people: tuple[tuple[str, str], ...]
    reasons: tuple[tuple[str, str], ...]
