# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which names there are, per list."""

from collections.abc import Callable, Iterable, Set
from dataclasses import dataclass

from ...book import Agreement, Fact, Intervention, Keyed
from ...vocabulary import COMPLAINANT, DWELLING, NEXT, REPORTING_PARTY
from ...words.letters import SOMEBODY


@dataclass(frozen=True)
class Known:
    """Everything that has a name, per list, as seen from an intervention or the shared file."""

    agreement: Agreement
    guards: frozenset[str]
    interventions: tuple[str, ...]

    def names(self, word: str, within: Intervention | None) -> Set[str]:
        """Return the names in one list."""
        special: dict[str, Callable[[], Set[str]]] = {
            "interventions": lambda: set(self.interventions),
            "conditions": lambda: self._conditions(within),
            "days": lambda: {fact.key for fact in _facts(within) if fact.kind == "date"},
            "what comes next": lambda: self._next(within),
            "judges": lambda: {*self.agreement.circles, *self._landlords()},
            "what may be sent": self._sendable,
            "addressees": self._addressees,
            "circles": self.agreement.circles.keys,
        }
        if word in special:
            return special[word]()
        owner = (
            within
            if word in ("stages", "facts", "registers", "outcomes", "moves")
            else self.agreement
        )
        return keys_of(getattr(owner, word)) if owner is not None else set()

    def _conditions(self, within: Intervention | None) -> Set[str]:
        return self.guards | _yes_no(self.agreement.questions) | _yes_no(_facts(within))

    def _addressees(self) -> Set[str]:
        roles = keys_of(self.agreement.roles) | keys_of(self.agreement.person_roles)
        return roles | keys_of(self.agreement.addressees) | {REPORTING_PARTY, SOMEBODY}

    def _sendable(self) -> Set[str]:
        """
        Return what can go outside: the address, people, and answers that are chosen and not typed.
        Who complained does not.
        """
        roles = self.agreement.person_roles
        people = {p.key for p in roles if COMPLAINANT not in (p.key, p.category)}
        answers = {each.key for each in self.agreement.questions if each.kind != "text"}
        return {DWELLING} | people | answers

    def _next(self, within: Intervention | None) -> Set[str]:
        """Return the codes with which an intervention says what comes after a case of it."""
        lists = {fact.options for fact in _facts(within) if fact.key == NEXT}
        return {code for each in self.agreement.codes if each.key in lists for code in each.codes}

    def _landlords(self) -> Set[str]:
        """Return the roles that landlords play: of a report, the one of the dwelling judges."""
        landlords = {party for each in self.agreement.tenures for party in each.landlords}
        return {role.key for role in self.agreement.roles if landlords.issuperset(role.parties)}


def keys_of(entries: Iterable[Keyed]) -> set[str]:
    """Return the names of some entries."""
    return {entry.key for entry in entries}


def _facts(within: Intervention | None) -> tuple[Fact, ...]:
    return within.facts if within else ()


def _yes_no(facts: Iterable[Fact]) -> set[str]:
    return {fact.key for fact in facts if fact.kind == "yes_no"}
