# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a template of a case receives: words and keys, never a record."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Field:
    """One question of a form; ``value`` is how a form writes what stands now."""

    key: str
    label: str
    kind: str
    help: str = ""
    why: str = ""
    value: str = ""
    required: bool = False
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Step:
    """A move this person may take now, or, with ``refused``, may not take yet and why."""

    key: str
    label: str
    source: str
    fields: tuple[Field, ...] = ()
    primary: bool = False
    refused: str = ""


@dataclass(frozen=True)
class Line:
    """A label with a value beside it."""

    label: str
    value: str
    note: str = ""


@dataclass(frozen=True)
class FactGroup:
    """The facts of one category: what stands, what this person may fill in, who sees it."""

    category: str
    label: str
    seen_by: tuple[str, ...]
    lines: tuple[Line, ...]
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True)
class Row:
    """One row of a register."""

    cells: tuple[str, ...]
    by: str


@dataclass(frozen=True)
class Table:
    """A register: its rows that this person may see, and the form for a new one."""

    key: str
    label: str
    why: str
    seen_by: tuple[str, ...]
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    fields: tuple[Field, ...] = ()
    recipients: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Note:
    """A note that this person may see."""

    label: str
    text: str
    by: str
    day: str


@dataclass(frozen=True)
class NoteForm:
    """Kinds of notes that this person may write here, with who will read each."""

    category: str
    label: str
    seen_by: tuple[str, ...]
    recipients: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Happened:
    """One event of the timeline."""

    time: str
    sentence: str
    by: str


@dataclass(frozen=True)
class Day:
    """A day of the timeline."""

    label: str
    events: tuple[Happened, ...]


@dataclass(frozen=True)
class PersonLine:
    """Somebody in the case, and how they may safely be reached."""

    role: str
    name: str
    reach: tuple[str, ...]


@dataclass(frozen=True)
class PartyLine:
    """A party that takes part; ``key`` and ``role_key`` are set when this person may end it."""

    party: str
    role: str
    person: str = ""
    key: str = ""
    role_key: str = ""


@dataclass(frozen=True)
class Invitation:
    """A role into which this person may invite, and whom."""

    role: str
    label: str
    source: str
    parties: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class TaskLine:
    """Something to do: a task (``id`` set when this person may finish it) or a term."""

    title: str
    who: str
    due: str
    late: bool
    id: int = 0


@dataclass(frozen=True)
class StageStep:
    """One stage in the bar."""

    label: str
    state: str
    note: str = ""


@dataclass(frozen=True)
class ReportLine:
    """A report that belongs to this case."""

    reporter: str
    day: str
    answers: tuple[Line, ...]


@dataclass(frozen=True)
class LinkLine:
    """Another case, of which this person may know as well."""

    reference: str
    intervention: str


@dataclass(frozen=True)
class Why:
    """Why this person sees this: their part, the purposes and grounds, and which kinds of data."""

    part: str
    lines: tuple[Line, ...]
    sees: tuple[str, ...]
    hidden: tuple[str, ...]


@dataclass(frozen=True)
class CasePage:
    """One case, as one person may see it now."""

    reference: str
    title: str
    intervention: str
    stage: str
    badge: tuple[str, str] | None
    version: int
    closed: bool
    bar: tuple[StageStep, ...]
    steps: tuple[Step, ...]
    tasks: tuple[TaskLine, ...]
    may_give_task: bool
    facts: tuple[FactGroup, ...]
    tables: tuple[Table, ...]
    notes: tuple[Note, ...]
    note_forms: tuple[NoteForm, ...]
    timeline: tuple[Day, ...]
    older: str
    people: tuple[PersonLine, ...]
    person_roles: tuple[tuple[str, str], ...]
    dwelling: tuple[Line, ...]
    parties: tuple[PartyLine, ...]
    invitations: tuple[Invitation, ...]
    seats: tuple[tuple[str, str], ...]
    permission: tuple[Line, ...]
    hand_over: tuple[Line, ...]
    outcome: str
    reports: tuple[ReportLine, ...]
    links: tuple[LinkLine, ...]
    why: Why
    may_exclude: bool = False
    colleagues_to_exclude: tuple[tuple[str, str], ...] = field(default=())
