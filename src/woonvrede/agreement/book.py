# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
The closed vocabulary in which an agreement is written (decision record 1).

``agreement.toml`` holds an :class:`Agreement`, each ``interventions/*.toml`` one
:class:`Intervention`; ``read.py`` puts them together.  Every entry names its ``source``, a section
of the agreement or of a law, and says ``assumed = true`` where the signed text is silent.
"""

from datetime import date
from functools import cached_property
from typing import Literal, TypeVar

from pydantic import BaseModel, ConfigDict

Keys = tuple[str, ...]
Kind = Literal["text", "choice", "date", "money", "number", "yes_no", "party", "person"]
Effect = Literal[
    "ask_permission",
    "remind_permission",
    "grant_permission",
    "refuse_permission",
    "assign",
    "give_order",
    "close",
    "reopen",
    "accept_hand_over",
    "decline_hand_over",
]
Counted = Literal[
    "route_decided", "manager_assigned", "permission_granted", "order_given", "case_closed"
]


class Entry(BaseModel):
    """One line of the agreement: where it stands, and whether the text really says it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    source: str = ""
    assumed: bool = False
    note: str = ""


class Keyed(Entry):
    """An entry with a name in code and a Dutch label on screen."""

    key: str
    label: str


E = TypeVar("E", bound=Keyed)


class Unit(Keyed):
    """A circle of its own within a legal party: what one unit knows, another does not."""

    of: str


class Signatory(Entry):
    """A party's signature under parts of the agreement, itself or through or for another."""

    party: str
    parts: Keys
    signs_through: str | None = None
    by_order_of: Keys = ()
    until: date | None = None


class Successor(Entry):
    """A party that takes the place of another from a day on."""

    of: str
    by: str
    since: date


class Seat(Entry):
    """A place in the steering group."""

    party: str
    seat: Literal["permanent", "invited"]


class Role(Keyed):
    """A part that a party, or one person of it, can play in a case."""

    parties: Keys
    functions: Keys
    personal: bool = False


class Category(Keyed):
    """A kind of data; rights are given per category."""

    explains: str


class Tenure(Keyed):
    """How a dwelling is held; ``landlords`` are the parties of which one must be named."""

    landlords: Keys = ()


class CodeList(Keyed):
    """A list of choices, each a key with its Dutch label, in order."""

    codes: dict[str, str]


class Parameter(Keyed):
    """A number that parties may agree to change."""

    value: int
    unit: Literal["days", "workdays", "weeks", "months", "count"]


class PersonRole(Keyed):
    """What somebody is in a case, and the category that guards who it is."""

    category: str


class Reporter(Entry):
    """A party whose members in these functions may report: a right of its own."""

    party: str
    functions: Keys


class Never(Entry):
    """Something that may not be collected: no key of a fact may contain one of these words."""

    words: Keys


class Fact(Keyed):
    """One typed value about a case; as a question, about a report; as a column, in a register."""

    kind: Kind
    category: str = ""
    help: str = ""
    why: str = ""
    options: str = ""
    stages: Keys = ()
    required: bool = False


class Register(Keyed):
    """A list of rows of typed values about a case, all of one category."""

    category: str
    help: str = ""
    why: str = ""
    stages: Keys
    columns: tuple[Fact, ...]


class Stage(Keyed):
    """A phase of a case; ``aside`` stages stand in the bar only when a case is in them."""

    final: bool = False
    aside: bool = False


class Move(Keyed):
    """A step that these roles may take, from some stages to one (or none: it stays)."""

    origin: Keys
    to: str | None = None
    by: Keys
    needs: Keys = ()
    requires: Keys = ()
    offers: Keys = ()
    effect: Effect | None = None
    role: str | None = None


class Route(Entry):
    """
    Why a report belongs here, or may never come here; the lowest rank that fits is proposed.

    A ``hard`` route only bars: by ``never_when`` or, without any, by a tenure outside the
    intervention's.
    """

    key: str
    rank: int
    when: Keys
    never_when: Keys = ()
    hard: bool = False
    reason: str


class Triage(Entry):
    """
    Who judges the reports for which this intervention is proposed: a circle, or the role
    ``landlord``, which for a report is the landlord of the dwelling.
    """

    party: str
    functions: Keys


class Grant(Entry):
    """What a role may see and write in some stages, why, and on which legal ground."""

    role: str
    see: Keys
    write: Keys = ()
    stages: Keys
    only: Literal["", "own", "recipient"] = ""
    purpose: str
    ground: str


class Invitation(Entry):
    """
    A role into which these roles may invite a party, and from which they may release it.

    ``after_consent`` says that a person in the case must have agreed first.
    """

    role: str
    by: Keys
    stages: Keys
    after_consent: bool = False


class Deadline(Keyed):
    """A term that runs while the case is in these stages; ``length`` names a parameter."""

    stages: Keys
    length: str
    kind: Literal["policy", "statutory"]
    owner: str


class Outcome(Keyed):
    """
    A result computed at closing: the first outcome whose conditions hold.  A case that closes
    without a next trajectory (it was never taken up) has none.
    """

    when: Keys = ()
    success: bool


class Carry(Entry):
    """What goes along when a case closes towards another intervention, and who is asked first."""

    to: str
    asks: str
    tenures: Keys
    facts: dict[str, str] = {}
    persons: Keys = ()


class Indicator(Keyed):
    """
    A figure of the half-year report; ``success`` narrows it to cases that ended so.

    It counts on the day that the fact ``dated_by`` names, else on the day it happened.
    """

    unit: Literal["report", "case", "order"]
    counts: Counted
    success: bool | None = None
    parts: Literal["", "reporting_party", "next_trajectory"] = ""
    dated_by: str = ""
    reported_by: str = ""
    reported_by_role: str = ""
    per_year: bool = False


class Retention(Keyed):
    """How many months after closing personal data of these outcomes may stay."""

    months: int
    outcomes: Keys = ()


class Letter(Keyed):
    """A letter or form, by its template key, and to whom it goes."""

    to: str


class Intervention(Keyed):
    """One way of working that parties agreed on; a case is one intervention, for one purpose."""

    lead: str
    tenures: Keys
    purpose: str
    triage: Triage
    start: str
    opens_with: Keys = ()
    stages: tuple[Stage, ...]
    moves: tuple[Move, ...]
    routes: tuple[Route, ...] = ()
    facts: tuple[Fact, ...] = ()
    registers: tuple[Register, ...] = ()
    grants: tuple[Grant, ...]
    invitations: tuple[Invitation, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    carries: tuple[Carry, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    retention: tuple[Retention, ...] = ()
    letters: tuple[Letter, ...] = ()
    never: tuple[Never, ...] = ()

    def stage(self, key: str) -> Stage:
        """Return one stage; raises KeyError for a stage this intervention has not."""
        return _named(self.stages, key)

    def move(self, key: str) -> Move:
        """Return one move; raises KeyError for a move this intervention has not."""
        return _named(self.moves, key)

    def fact(self, key: str) -> Fact:
        """Return one fact; raises KeyError for a fact this intervention has not."""
        return _named(self.facts, key)

    def register(self, key: str) -> Register:
        """Return one register; raises KeyError for a register this intervention has not."""
        return _named(self.registers, key)


class Term(Entry):
    """From when until when the agreement holds (``until`` exclusive), and whether it goes on."""

    since: date
    until: date | None = None
    continues: bool = False


class Reporting(Entry):
    """Length of a period in months, from 1 January; and the functions that see figures."""

    months: int
    functions: Keys = ()


LABELLED = (
    "parties",
    "units",
    "districts",
    "functions",
    "roles",
    "categories",
    "purposes",
    "grounds",
    "tenures",
    "person_roles",
    "referral_targets",
)


class Agreement(Keyed):
    """A whole agreement: its parties, the words they share, and the interventions."""

    city: str
    version: str
    sealed: date | None = None
    term: Term
    reporting: Reporting
    parties: tuple[Keyed, ...]
    units: tuple[Unit, ...] = ()
    signatories: tuple[Signatory, ...]
    successors: tuple[Successor, ...] = ()
    steering: tuple[Seat, ...] = ()
    districts: tuple[Keyed, ...]
    functions: tuple[Keyed, ...]
    roles: tuple[Role, ...]
    categories: tuple[Category, ...]
    purposes: tuple[Keyed, ...]
    grounds: tuple[Keyed, ...]
    tenures: tuple[Tenure, ...]
    codes: tuple[CodeList, ...]
    parameters: tuple[Parameter, ...] = ()
    person_roles: tuple[PersonRole, ...]
    reporters: tuple[Reporter, ...]
    questions: tuple[Fact, ...]
    referral_targets: tuple[Keyed, ...] = ()
    never: tuple[Never, ...] = ()
    interventions: dict[str, Intervention] = {}

    @cached_property
    def labels(self) -> dict[str, dict[str, str]]:
        """The Dutch label of each keyed entry, per word of the vocabulary."""
        shared = {word: getattr(self, word) for word in LABELLED}
        named = {word: {entry.key: entry.label for entry in all_} for word, all_ in shared.items()}
        named["circles"] = named["parties"] | named["units"]
        return named

    @cached_property
    def circles(self) -> dict[str, str]:
        """Each circle (party or unit) with the legal party it belongs to."""
        legal = {party.key: party.key for party in self.parties}
        return legal | {unit.key: unit.of for unit in self.units}

    def role(self, key: str) -> Role:
        """Return one role; raises KeyError for a role this agreement has not."""
        return _named(self.roles, key)

    def code_list(self, key: str) -> CodeList:
        """Return one list of codes; raises KeyError for a list this agreement has not."""
        return _named(self.codes, key)

    def parameter(self, key: str) -> Parameter:
        """Return one parameter; raises KeyError for a parameter this agreement has not."""
        return _named(self.parameters, key)


def _named(entries: tuple[E, ...], key: str) -> E:
    for entry in entries:
        if entry.key == key:
            return entry
    raise KeyError(key)
