# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What pages and forms of a case are made of: words and keys, never a record."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Line:
    """A label with a value beside it."""

    label: str
    value: str
    note: str = ""


@dataclass(frozen=True)
class Field:
    """
    One question of a form; ``value`` is how a form writes what stands now, ``shown`` how a reader
    sees it.  ``helps`` says of some choices when they are the one, and ``may_empty`` that what
    stands can be taken away.
    """

    key: str
    label: str
    kind: str
    help: str = ""
    why: str = ""
    value: str = ""
    shown: str = ""
    required: bool = False
    choices: tuple[tuple[str, str], ...] = ()
    helps: Mapping[str, str] = field(default_factory=dict)
    seen_by: tuple[str, ...] = ()
    may_empty: bool = False


@dataclass(frozen=True)
class Step:
    """
    A move this person may take now, or, with ``refused``, may not take yet and why.

    ``to`` is the stage it leads to, empty when the case stays; ``asks`` whether it has a page of
    its own first; ``who`` the party that it brings in, which ``joins`` by it, or the role that it
    asks to agree.
    """

    key: str
    label: str
    source: str
    effect: str = ""
    to: str = ""
    who: str = ""
    joins: bool = False
    asks: bool = False
    primary: bool = False
    refused: str = ""


@dataclass(frozen=True)
class FactGroup:
    """
    The facts of one category: what stands, what this person may fill in, who sees it.

    ``by_itself`` says that something in it is not asked by a move of this stage already.
    """

    category: str
    label: str
    seen_by: tuple[str, ...]
    lines: tuple[Line, ...]
    fields: tuple[Field, ...] = ()
    by_itself: bool = False


@dataclass(frozen=True)
class Row:
    """
    One row of a register: each cell with the head of its column; ``id`` is set when this person
    may correct it, ``tick`` when one click says yes to a column (its key and label).
    """

    cells: tuple[Line, ...]
    by: str
    id: int = 0
    tick: tuple[str, str] | None = None


@dataclass(frozen=True)
class Table:
    """
    A register: its rows that this person may see, and the form for a new one; or why no row is to
    be added any more (``full``).
    """

    key: str
    category: str
    label: str
    help: str
    why: str
    seen_by: tuple[str, ...]
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    fields: tuple[Field, ...] = ()
    recipients: tuple[tuple[str, str], ...] = ()
    full: str = ""

    @property
    def may_correct(self) -> bool:
        """Is there a row that this person may correct?"""
        return any(row.id for row in self.rows)


@dataclass(frozen=True)
class NoteForm:
    """Kinds of notes that this person may write here, with who will read each."""

    category: str
    label: str
    seen_by: tuple[str, ...]
    recipients: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Invitation:
    """
    A role into which this person may invite, whom, and what they would see; ``consent`` is
    whether somebody agreed, where that is asked first, and ``refused`` why it is not possible now.
    """

    role: str
    label: str
    source: str
    parties: tuple[tuple[str, str], ...]
    sees: tuple[str, ...] = ()
    consent: bool | None = None
    refused: str = ""


@dataclass(frozen=True)
class PartyLine:
    """
    A party that takes part; ``key`` and ``role_key`` are set when this person may end it, and
    ``own`` when it is their own.
    """

    party: str
    role: str
    person: str = ""
    key: str = ""
    role_key: str = ""
    own: bool = False


@dataclass(frozen=True)
class TaskLine:
    """
    Something to do: a task (``id`` set when this person may finish it) or a term, with ``why`` it
    is there.
    """

    title: str
    who: str
    due: str
    late: bool
    id: int = 0
    why: str = ""


@dataclass(frozen=True)
class LetterLine:
    """
    A letter of the case: to whom, by whom, and how far it is; ``may_send`` when this person still
    has to say how it goes out.
    """

    number: int
    label: str
    to: str
    by: str
    state: str
    may_send: bool = False
    waits: bool = False
    is_gone: bool = False


@dataclass(frozen=True)
class LetterToMake:
    """A letter that this person may make now, to whom it goes, and what it still waits for."""

    key: str
    label: str
    to: str
    waits: str = ""
