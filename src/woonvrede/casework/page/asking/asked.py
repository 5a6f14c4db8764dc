# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the template of a form of a case receives."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from ...volunteers.pairs import Pair
from ..objects import PromptLine
from ..parts import (
    FactGroup,
    Field,
    Invitation,
    LetterLine,
    Line,
    NoteForm,
    PartyLine,
    Step,
    Table,
    TaskLine,
)


@dataclass(frozen=True)
class Head:
    """Of which case a form is, and in which version it was shown."""

    reference: str
    title: str
    stage: str
    version: int


@dataclass(frozen=True, kw_only=True)
class FormPage:
    """
    What every form has: its case, the questions of the agreement in it, and, when it cannot be
    sent now, why; and what is wrong with what was typed, where that is told before it is sent.
    """

    head: Head
    fields: tuple[Field, ...] = ()
    refused: str = ""
    faults: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Pairing:
    """
    The pairs of volunteers to choose from, the best first; what the case asks of them; and who of
    the register cannot be chosen, with why.
    """

    pairs: tuple[Pair, ...]
    asked: tuple[Line, ...]
    blocked: tuple[Line, ...]


@dataclass(frozen=True, kw_only=True)
class StepPage(FormPage):
    """
    The form of one move: who sees what from then on, and, where it asks nothing, who sees that it
    was taken.  ``also`` are the other steps of this stage that ask the very same: each has its own
    button on the one form; and the pairs to choose from, where it assigns one.
    """

    step: Step
    also: tuple[Step, ...] = ()
    changes: tuple[str, ...] = ()
    seen_by: tuple[str, ...] = ()
    pairing: Pairing | None = None


@dataclass(frozen=True, kw_only=True)
class FactsPage(FormPage):
    """The form of the facts of one category."""

    group: FactGroup


@dataclass(frozen=True, kw_only=True)
class RowPage(FormPage):
    """The form of a new row of a register, with what it brings to mind."""

    table: Table
    prompts: tuple[PromptLine, ...]


@dataclass(frozen=True, kw_only=True)
class CorrectionPage(FormPage):
    """The form of a new version of a row, with what stands in it."""

    label: str
    seen_by: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class NotePage(FormPage):
    """The form of a note: its kinds, with who will read each."""

    kinds: tuple[NoteForm, ...]


@dataclass(frozen=True, kw_only=True)
class TaskPage(FormPage):
    """The form of a new task: who takes part, and the day that is proposed."""

    parties: tuple[tuple[str, str], ...]
    due: date


@dataclass(frozen=True, kw_only=True)
class DonePage(FormPage):
    """The form that says a task is done."""

    task: TaskLine


@dataclass(frozen=True)
class PersonRole:
    """What somebody can be in the case, whom one adds as such, and who will see them."""

    key: str
    label: str
    help: str
    seen_by: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class PersonPage(FormPage):
    """The form of a new person."""

    roles: tuple[PersonRole, ...]


@dataclass(frozen=True, kw_only=True)
class LetterPage(FormPage):
    """
    The form of a letter: to whom it can go (where there is a choice), what it asks, and, once
    somebody looks at it, how it will be: ``pages`` are pictures (PNG, base64), ``text`` the same
    in words, ``seen`` the digest of what they looked at; or why it cannot be printed.
    """

    key: str
    label: str
    to: str
    note: str
    receivers: tuple[tuple[str, str], ...] = ()
    pages: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    seen: str = ""
    unprintable: str = ""


@dataclass(frozen=True, kw_only=True)
class SendPage(FormPage):
    """The form that says how a letter goes out: the ways that are safe, and why one is not."""

    letter: LetterLine
    ways: tuple[tuple[str, str], ...]
    unsafe: str = ""


@dataclass(frozen=True, kw_only=True)
class PartiesPage(FormPage):
    """Who takes part, and whom this person may invite."""

    parties: tuple[PartyLine, ...]
    invitations: tuple[Invitation, ...]


@dataclass(frozen=True, kw_only=True)
class SeatPage(FormPage):
    """The form that ends one party's part."""

    seat: PartyLine


@dataclass(frozen=True, kw_only=True)
class ConsentPage(FormPage):
    """Whether somebody agreed that a party in this role takes part."""

    invitation: Invitation
    people: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class ExclusionPage(FormPage):
    """Whom this person may place outside the case, and for which reasons."""

    people: tuple[tuple[str, str], ...]
    reasons: tuple[tuple[str, str], ...]
