# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the whole agreement shares: kinds of data, tenures, choices, numbers and periods."""

from datetime import date
from typing import Literal

from .entry import Entry, Keyed, Keys


class Category(Keyed):
    """
    A kind of data; rights are given per category.  One that is ``coded`` holds days, numbers and
    choices alone: nothing that somebody types, and no notes.
    """

    explains: str
    coded: bool = False


class Tenure(Keyed):
    """How a dwelling is held; ``landlords`` are the parties of which one must be named."""

    landlords: Keys = ()


class Subdistrict(Keyed):
    """A part of a district."""

    of: str


class CodeList(Keyed):
    """
    A list of choices, each a key with its Dutch label, in order; ``helps`` says of some when they
    are the one to choose.
    """

    codes: dict[str, str]
    helps: dict[str, str] = {}


class Parameter(Keyed):
    """A number that parties may agree to change."""

    value: int
    unit: Literal["days", "workdays", "weeks", "months", "count"]


class ReferralTarget(Keyed):
    """
    Where somebody is referred outside this agreement, and the only things that it then ``sends``:
    the address (``dwelling``), what people are in the case, and answers to questions.  With
    ``consent`` somebody must have agreed; ``never`` says in words what stays here.
    """

    help: str = ""
    sends: Keys = ()
    ground: str = ""
    consent: bool = False
    never: str = ""


class PersonRole(Keyed):
    """
    What somebody is in a case, and the category that guards who it is; ``help`` says whom one adds
    as such.

    The form of a report asks for them when all of ``when`` hold and none of ``never_when`` does, by
    its answers that must be given.
    """

    category: str
    help: str = ""
    when: Keys = ()
    never_when: Keys = ()


class Never(Entry):
    """Something that may not be collected: no key of a fact may contain one of these words."""

    words: Keys


class Term(Entry):
    """From when until when the agreement holds (``until`` exclusive), and whether it goes on."""

    since: date
    until: date | None = None
    continues: bool = False


class Reporting(Entry):
    """Length of a period in months, from 1 January; and the functions that see figures."""

    months: int
    functions: Keys = ()
