# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the keys of an agreement are called, seen from the shared file or from an intervention."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ..book import Agreement, Fact, Intervention, Keys, Stage
from ..values import MONTHS
from ..vocabulary import DWELLING, NEXT, REPORTING_PARTY
from ..words.letters import SOMEBODY
from .conditions import CONDITIONS

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
SPACE = "\N{NO-BREAK SPACE}"
UNITS = {
    "days": ("dag", "dagen"),
    "workdays": ("werkdag", "werkdagen"),
    "weeks": ("week", "weken"),
    "months": ("maand", "maanden"),
    "count": ("", ""),
}


@dataclass(frozen=True)
class Scope:
    """An agreement and, unless it is about the shared file, the intervention that is read."""

    agreement: Agreement
    within: Intervention | None = None

    def label(self, word: str, key: str) -> str:
        """Return the Dutch label of a key; a key without one is its own."""
        return self.agreement.labels.get(word, {}).get(key, key)

    def labels(self, word: str, keys: Iterable[str]) -> str:
        """Return the labels of some keys, with commas."""
        return ", ".join(self.label(word, key) for key in keys)

    def intervention(self, key: str) -> str:
        """Return what an intervention is called."""
        found = self.agreement.interventions.get(key)
        return found.label if found else key

    def interventions(self, keys: Iterable[str]) -> str:
        """Return what some interventions are called."""
        wanted = tuple(keys)
        if set(wanted) == set(self.agreement.interventions):
            return "alle aanpakken"
        return ", ".join(map(self.intervention, wanted))

    def sent(self, keys: Iterable[str]) -> str:
        """Return what may be sent outside: the address, people, and answers to questions."""
        asked = {question.key: question.label for question in self.agreement.questions}
        named = asked | self.agreement.labels["person_roles"] | {DWELLING: "Adres van de woning"}
        return "; ".join(named.get(key, key) for key in keys)

    def receiver(self, key: str) -> str:
        """Return who a letter is for: a role, a person in the case, or who reported."""
        special = {REPORTING_PARTY: "De organisatie die meldde", SOMEBODY: "De persoon zelf"}
        labels = self.agreement.labels
        named = labels["roles"] | labels["person_roles"] | labels["addressees"] | special
        return named.get(key, key)

    def judge(self, key: str) -> str:
        """Return who judges reports: a circle, or a role."""
        return self.agreement.labels["circles"].get(key) or self.label("roles", key)

    def stages(self, keys: Iterable[str]) -> str:
        """
        Return stages by letter and label, in their order and neighbours put together: “A Intake,
        C Plan t/m E Nazorg”.
        """
        wanted = frozenset(keys)
        stages = self._stages()
        if len(stages) > 1 and all(each.key in wanted for each in stages):
            return "alle fasen"
        return self._runs(wanted, lambda each: f"{self.letter(each.key)} {each.label}")

    def letters(self, keys: Iterable[str]) -> str:
        """
        Return stages by letter, neighbours put together.

        Of the first three and the sixth stage that is “A t/m C, F”.
        """
        return self._runs(frozenset(keys), lambda each: self.letter(each.key))

    def letter(self, stage: str) -> str:
        """Return the letter by which a stage is called in the diagram; more than Z are numbered."""
        at = [each.key for each in self._stages()].index(stage)
        return LETTERS[at] if at < len(LETTERS) else str(at + 1)

    def stage(self, key: str) -> str:
        """Return one stage by letter and label; a stage of another intervention by its key."""
        return next((self.stages([key]) for each in self._stages() if each.key == key), key)

    def fact(self, key: str) -> str:
        """Return what is asked: of a case here, else of a report."""
        facts: tuple[Fact, ...] = self.within.facts if self.within else ()
        asked = (*facts, *self.agreement.questions)
        return next((each.label for each in asked if each.key == key), key)

    def facts(self, keys: Iterable[str]) -> str:
        """Return what is asked, one after another."""
        return "; ".join(self.fact(key) for key in keys)

    def said(self, codes: Mapping[str, str]) -> str:
        """Return what is answered to which choices and questions."""
        facts = {key: self.within.answered(key) for key in codes} if self.within else {}
        lists = {each.key: each.codes for each in self.agreement.codes}
        return "; ".join(
            f"“{lists.get(fact.options, codes).get(code, code)}” op “{fact.label}”"
            for key, code in codes.items()
            if (fact := facts.get(key))
        )

    def one_of(self, answers: Mapping[str, Keys]) -> str:
        """Return which answers to choices and questions are meant, of each any one."""
        return "; ".join(
            " of ".join(self.said({key: code}) for code in codes) for key, codes in answers.items()
        )

    def register(self, key: str) -> str:
        """Return one list by label."""
        known = self.within.registers if self.within else ()
        return next((each.label for each in known if each.key == key), key)

    def conditions(self, names: Iterable[str]) -> str:
        """Return what must be so, as parts of one sentence."""
        return "; ".join(CONDITIONS.get(name) or f"ja op “{self.fact(name)}”" for name in names)

    def moves(self, keys: Iterable[str]) -> str:
        """Return steps by number and label."""
        numbered = enumerate(self.within.moves if self.within else (), start=1)
        wanted = frozenset(keys)
        return ", ".join(f"{n} {each.label}" for n, each in numbered if each.key in wanted)

    def outcomes(self, keys: Iterable[str]) -> str:
        """Return results by label."""
        wanted = frozenset(keys)
        known = self.within.outcomes if self.within else ()
        return ", ".join(each.label for each in known if each.key in wanted)

    def next(self, codes: Iterable[str]) -> str:
        """Return what may come after a case, as the list of choices says it."""
        asked = self.within.facts if self.within else ()
        lists = {fact.options for fact in asked if fact.key == NEXT}
        named: dict[str, str] = {}
        for each in self.agreement.codes:
            named |= each.codes if each.key in lists else {}
        return ", ".join(named.get(code, code) for code in codes)

    def length(self, parameter: str) -> str:
        """Return a term in words; a parameter that is not there by its key."""
        found = {each.key: each for each in self.agreement.parameters}.get(parameter)
        return amount(found.value, found.unit) if found else parameter

    def options(self, key: str) -> str:
        """Return what a list of choices is called."""
        return next((each.label for each in self.agreement.codes if each.key == key), key)

    def _runs(self, wanted: frozenset[str], say: Callable[[Stage], str]) -> str:
        runs: list[list[str]] = [[]]
        for each in self._stages():
            if each.key in wanted:
                runs[-1].append(say(each))
            elif runs[-1]:
                runs.append([])
        return ", ".join(_run(run) for run in runs if run)

    def _stages(self) -> tuple[Stage, ...]:
        return self.within.stages if self.within else ()


def amount(value: int, unit: str) -> str:
    """
    Return a number with its unit.

    >>> amount(1, "workdays"), amount(6, "months"), amount(5, "count")
    ('1 werkdag', '6 maanden', '5')
    """
    one, more = UNITS.get(unit, (unit, unit))
    return f"{value} {one if value == 1 else more}".strip()


def day(value: date) -> str:
    """
    Return a day as Dutch readers write it.

    >>> day(date(2019, 5, 6))
    '6 mei 2019'
    """
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def _run(said: list[str]) -> str:
    if len(said) > 2:
        return f"{said[0]}{SPACE}t/m{SPACE}{said[-1]}"
    return ", ".join(said)
