# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a template of a case receives: words and keys, never a record."""

from dataclasses import dataclass

from .parts import FactGroup, LetterLine, LetterToMake, Line, PartyLine, Step, Table, TaskLine


@dataclass(frozen=True)
class Note:
    """A note that this person may see."""

    category: str
    label: str
    text: str
    by: str
    day: str


@dataclass(frozen=True)
class PromptLine:
    """A reminder, and the list (key, label) in which this person may write down what they did."""

    label: str
    says: str
    leads_to: tuple[str, str] | None


@dataclass(frozen=True)
class Section:
    """Everything of one category together, because the category decides who sees it."""

    category: str
    label: str
    seen_by: tuple[str, ...]
    lines: tuple[Line, ...]
    may_fill: bool
    tables: tuple[Table, ...]
    notes: tuple[Note, ...]


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
class ReferralLine:
    """
    Whither somebody was referred outside, when, by whom and with what; ``number`` is set for who
    did, and may read the text again.
    """

    to: str
    day: str
    by: str
    sent: str
    number: int = 0


@dataclass(frozen=True)
class Why:
    """
    Why this person sees this: their part, the purposes and grounds, and which kinds of data; by
    which intervention of which ``agreement`` it was so agreed.
    """

    agreement: str
    intervention: str
    part: str
    lines: tuple[Line, ...]
    sees: tuple[str, ...]
    hidden: tuple[str, ...]


@dataclass(frozen=True)
class CasePage:
    """
    One case, as one person may see it now; ``photos`` is how many they may look at, or None where
    there are none for them.
    """

    reference: str
    title: str
    intervention: str
    stage: str
    badge: tuple[str, str] | None
    version: int
    closed: bool
    bar: tuple[StageStep, ...]
    at_hand: tuple[Line, ...]
    steps: tuple[Step, ...]
    tasks: tuple[TaskLine, ...]
    facts: tuple[FactGroup, ...]
    tables: tuple[Table, ...]
    notes: tuple[Note, ...]
    sections: tuple[Section, ...]
    may_write_note: bool
    prompts: tuple[PromptLine, ...]
    letters: tuple[LetterLine, ...]
    letters_to_make: tuple[LetterToMake, ...]
    timeline: tuple[Day, ...]
    older: str
    people: tuple[PersonLine, ...]
    may_add_person: bool
    dwelling: tuple[Line, ...]
    parties: tuple[PartyLine, ...]
    may_change_parties: bool
    permission_label: str
    permission: tuple[Line, ...]
    hand_over: tuple[Line, ...]
    outcome: str
    reports: tuple[ReportLine, ...]
    links: tuple[LinkLine, ...]
    referrals: tuple[ReferralLine, ...]
    photos: int | None
    why: Why

    @property
    def is_new(self) -> bool:
        """Is the report still all that this person reads about it?"""
        return not any(section.lines or section.notes for section in self.sections)
