# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""A whole agreement: the shared file, with every intervention in it."""

from datetime import date
from functools import cached_property

from .entry import Keyed, entry_of
from .everywhere import Everywhere
from .intervention import Intervention
from .letters import Addressee, Editing, Paper
from .lists import (
    Category,
    CodeList,
    Never,
    Parameter,
    PersonRole,
    ReferralTarget,
    Reporting,
    Subdistrict,
    Tenure,
    Term,
)
from .moving import Migration
from .parties import ContactPoint, Reporter, Role, Seat, Signatory, Successor, Unit
from .promises import Promise
from .text import Text
from .work import Fact

LABELLED = (
    "parties",
    "units",
    "districts",
    "subdistricts",
    "functions",
    "roles",
    "categories",
    "purposes",
    "grounds",
    "tenures",
    "person_roles",
    "referral_targets",
    "addressees",
)


class Agreement(Keyed):
    """A whole agreement: its parties, the words they share, and the interventions."""

    city: str
    partnership: str
    version: str
    sealed: date | None = None
    term: Term
    reporting: Reporting
    editing: Editing | None = None
    parties: tuple[Keyed, ...]
    units: tuple[Unit, ...] = ()
    signatories: tuple[Signatory, ...]
    successors: tuple[Successor, ...] = ()
    steering: tuple[Seat, ...] = ()
    contact_points: tuple[ContactPoint, ...] = ()
    districts: tuple[Keyed, ...]
    subdistricts: tuple[Subdistrict, ...] = ()
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
    referral_targets: tuple[ReferralTarget, ...] = ()
    addressees: tuple[Addressee, ...] = ()
    never: tuple[Never, ...] = ()
    everywhere: Everywhere | None = None
    promises: tuple[Promise, ...] = ()
    migrations: tuple[Migration, ...] = ()
    text: Text | None = None
    paper: Paper | None = None
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

    @cached_property
    def coded(self) -> frozenset[str]:
        """The categories of days, numbers and choices alone."""
        return frozenset(category.key for category in self.categories if category.coded)

    @cached_property
    def without_notes(self) -> frozenset[str]:
        """The categories in which nobody writes notes: ``coded``, or of ``everywhere``."""
        return self.coded | {self.everywhere.category} if self.everywhere else self.coded

    @property
    def is_whole(self) -> bool:
        """Could every intervention be read that somebody signed for?"""
        signed = {part for signatory in self.signatories for part in signatory.parts}
        return signed <= self.interventions.keys()

    def role(self, key: str) -> Role:
        """Return one role; raises KeyError for a role this agreement has not."""
        return entry_of(self.roles, key)

    def code_list(self, key: str) -> CodeList:
        """Return one list of codes; raises KeyError for a list this agreement has not."""
        return entry_of(self.codes, key)

    def parameter(self, key: str) -> Parameter:
        """Return one parameter; raises KeyError for a parameter this agreement has not."""
        return entry_of(self.parameters, key)

    def referral_target(self, key: str) -> ReferralTarget:
        """Return one target; raises KeyError for a target this agreement has not."""
        return entry_of(self.referral_targets, key)
