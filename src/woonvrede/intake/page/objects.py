# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a template of a report receives: words and keys, never a record."""

from dataclasses import dataclass

from .asked import Reason


@dataclass(frozen=True)
class ReportLine:
    """One report in a list; ``case`` is set when this person may know of it."""

    reference: str
    address: str
    place: str
    day: str
    reporter: str
    route: str
    status: str
    kind: str
    waits: str = ""
    case: str = ""


@dataclass(frozen=True)
class ReportList:
    """A page of one list; ``next`` is the key of the last line when there are more."""

    which: str
    offered: tuple[tuple[str, str], ...]
    districts: tuple[tuple[str, str], ...]
    district: str
    lines: tuple[ReportLine, ...]
    next: str
    new: str
    may_report: bool


@dataclass(frozen=True)
class Line:
    """A label with a value beside it."""

    label: str
    value: str
    note: str = ""


@dataclass(frozen=True)
class PersonLine:
    """Somebody in the report, and how they may safely be reached."""

    role: str
    name: str
    reach: tuple[str, ...]


@dataclass(frozen=True)
class Happened:
    """One thing that happened to the report."""

    time: str
    sentence: str
    by: str


@dataclass(frozen=True)
class Day:
    """A day of the report."""

    label: str
    events: tuple[Happened, ...]


@dataclass(frozen=True)
class RouteChoice:
    """Something that can happen with a report: a route, or a running case that it joins."""

    value: str
    label: str
    note: str = ""
    proposed: bool = False


@dataclass(frozen=True)
class Near:
    """Another report close by in time: about the same dwelling, or the other way round."""

    reference: str
    kind: str
    day: str
    reporter: str
    status: str


@dataclass(frozen=True)
class Running:
    """
    A running case of the same dwelling, or a ``mutual`` one of the same neighbours, of which this
    person may know.
    """

    reference: str
    intervention: str
    stage: str
    mutual: bool = False


@dataclass(frozen=True)
class Triage:
    """
    What the judge decides on: the proposal with its reasons, and what may matter for it; or, of a
    report that was passed on, for what, by whom (``passed_on_by``) and why.  ``targets`` are where
    somebody can be referred outside the agreement: key, label and when.  ``help`` is what they may
    weigh besides; ``kept_from`` are the routes of which the reporter reads no reason.
    """

    proposed: str
    reasons: tuple[Reason, ...]
    others: tuple[Reason, ...]
    barred: tuple[Reason, ...]
    choices: tuple[RouteChoice, ...]
    near: tuple[Near, ...]
    running: tuple[Running, ...]
    passed_on_by: str
    passed_on_because: str
    targets: tuple[tuple[str, str, str], ...] = ()
    help: tuple[str, ...] = ()
    kept_from: tuple[str, ...] = ()

    @property
    def is_mutual(self) -> bool:
        """Is there a case of both neighbours, reported from the other side?"""
        return any(each.mutual for each in self.running)


@dataclass(frozen=True)
class Why:
    """Why this person sees this report."""

    role: str
    purpose: str
    ground: str
    seen: tuple[str, ...]


@dataclass(frozen=True)
class ReportPage:
    """
    One report, as one person may see it now; ``triage`` is set for who must decide on it.

    ``story`` is what was told, ``answers`` what was answered with yes or no; ``waits_for`` is
    whose judgement its reporter waits for; ``new`` is how many reports wait for this
    person's judgement; ``decided_by_reader`` says that it was this person who decided.
    """

    reference: str
    title: str
    status: str
    kind: str
    version: int
    case: str
    urgent: bool
    head: tuple[Line, ...]
    decision: tuple[Line, ...]
    dwelling: tuple[Line, ...]
    story: tuple[Line, ...]
    answers: tuple[Line, ...]
    waits_for: str
    people: tuple[PersonLine, ...]
    timeline: tuple[Day, ...]
    why: Why
    routes: tuple[tuple[str, str], ...]
    new: str
    decided_by_reader: bool
    triage: Triage | None = None
