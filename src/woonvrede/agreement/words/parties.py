# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who takes part: parties, what they signed, the roles they play, and who may be told what."""

from datetime import date
from typing import Literal

from .entry import Entry, Keyed, Keys


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


class ContactPoint(Entry):
    """In which functions a party, or one of its units, is there for the others (§2)."""

    party: str
    functions: Keys


class Role(Keyed):
    """A part that a party, or one person of it, can play in a case."""

    parties: Keys
    functions: Keys
    personal: bool = False


class Reporter(Entry):
    """
    A party whose members in these functions may report: a right of its own.

    For the interventions ``in_consultation`` it reports only what the resident knows of and agrees
    with.
    """

    party: str
    functions: Keys
    in_consultation: Keys = ()


class Triage(Entry):
    """
    Who judges the reports for which this intervention is proposed: a circle, or a role that
    landlords play, which for a report is the landlord of the dwelling.  ``help`` is what they may
    weigh: it decides nothing.
    """

    party: str
    functions: Keys
    help: str = ""


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

    ``when`` says what must hold, and ``after_consent`` that a person in the case must have agreed
    first.
    """

    role: str
    by: Keys
    stages: Keys
    when: Keys = ()
    after_consent: bool = False
