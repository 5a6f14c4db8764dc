# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Points of view on two volunteers for a case: what each adds, and why, in Dutch."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple

from ...agreement.book import Agreement, Volunteers
from ..page.dutch import in_words
from .candidates import Candidate

EXPERIENCED = 3  # closed cases


class Said(NamedTuple):
    """What one point of view adds: points, and why; ``caution`` when it speaks against."""

    points: int
    why: str = ""
    caution: bool = False


@dataclass(frozen=True)
class Asked:
    """What a case asks of its two, as far as the reader may know it, on a day."""

    words: Volunteers
    agreement: Agreement
    values: Mapping[str, Any]
    day: date

    @property
    def language(self) -> str:
        """The code of the language that is asked, if any."""
        return str(self.values.get(self.words.language) or "")

    @property
    def when(self) -> str:
        """The code of the part of the week that is asked, if any."""
        return str(self.values.get(self.words.when) or "")

    @property
    def skills(self) -> frozenset[str]:
        """The skills that fit what it is about."""
        return frozenset(self.words.fits.get(str(self.values.get(self.words.about)), ()))

    @property
    def soon(self) -> date:
        """The day before which the end of a training is near."""
        return self.day + timedelta(weeks=self.agreement.parameter(self.words.warning).value)

    def label(self, word: str, *codes: str) -> str:
        """Return what choices of the register are called, in their order."""
        found = self.agreement.code_list(getattr(self.words, word)).codes
        return ", ".join(label for code, label in found.items() if code in codes)


def views(two: Sequence[Candidate], asked: Asked) -> Iterator[Said]:
    """Return what speaks for and against two, in the order in which it is told."""
    for view in (_staying, _near, _language, _skills, _moment, _load, _experience, _training):
        yield view(two, asked)


def _staying(two: Sequence[Candidate], asked: Asked) -> Said:
    del asked
    staying = [each for each in two if each.seated]
    return Said(100, f"{_who(staying)} doet deze casus al.") if staying else Said(0)


def _near(two: Sequence[Candidate], asked: Asked) -> Said:
    del asked
    near = [each for each in two if each.near and not each.seated]
    if not near:
        return Said(0)
    lives = "wonen" if len(near) > 1 else "woont"
    return Said(-20 * len(near), f"{_who(near)} {lives} in dezelfde buurt als deze casus.", True)


def _language(two: Sequence[Candidate], asked: Asked) -> Said:
    if not asked.language:
        return Said(0)
    speaking = [each for each in two if asked.language in each.languages]
    language = asked.label("languages", asked.language)
    if not speaking:
        return Said(-10, f"Geen van beiden spreekt {language}. Denk aan een tolk.", True)
    speaks = "spreken allebei" if len(speaking) > 1 else "spreekt"
    return Said(24 + 6 * len(speaking), f"{_who(speaking)} {speaks} {language}.")


def _skills(two: Sequence[Candidate], asked: Asked) -> Said:
    fitting = asked.skills & (two[0].skills | two[1].skills)
    if not fitting:
        return Said(0)
    knowing = [each for each in two if each.skills & asked.skills]
    named = asked.label("skills", *fitting).lower()
    has = "hebben" if len(knowing) > 1 else "heeft"
    return Said(6 * len(knowing), f"{_who(knowing)} {has} ervaring met: {named}.")


def _moment(two: Sequence[Candidate], asked: Asked) -> Said:
    both = two[0].availability & two[1].availability
    if asked.when in both:
        when = asked.label("availability", asked.when).lower()
        return Said(14, f"Kunnen allebei wanneer de eerste buur kan: {when}.")
    if not both:
        return Said(-14, "Kunnen niet op hetzelfde moment.", True)
    labels = asked.label("availability", *both).lower()
    if asked.when:
        return Said(-4, f"Kunnen samen alleen op een ander moment: {labels}.", True)
    return Said(4, f"Kunnen samen: {labels}.")


def _load(two: Sequence[Candidate], asked: Asked) -> Said:
    del asked
    full = [each for each in two if each.is_full]
    load = ", ".join(f"{each.name} doet {each.running} van {each.room}" for each in full or two)
    if full:
        return Said(-22 * len(full), f"Druk: {load} casussen.", True)
    left = sum(min(each.room - each.running, 2) for each in two)
    return Said(2 * left, f"Hebben ruimte: {load} casussen.")


def _experience(two: Sequence[Candidate], asked: Asked) -> Said:
    del asked
    experienced = [each for each in two if each.done >= EXPERIENCED]
    if not experienced:
        return Said(-8, "Zijn allebei nog nieuw.", True)
    told = ", ".join(f"{each.name} deed er {each.done}" for each in experienced)
    return Said(5 + len(experienced), f"Ervaren: {told}.")


def _training(two: Sequence[Candidate], asked: Asked) -> Said:
    ending = [each for each in two if each.trained_until < asked.soon]
    if not ending:
        return Said(0, "Opleiding van allebei is geldig.")
    told = ", ".join(f"{each.name} op {in_words(each.trained_until)}" for each in ending)
    return Said(-3 * len(ending), f"Opleiding loopt bijna af: {told}.", True)


def _who(people: Sequence[Candidate]) -> str:
    return " en ".join(each.name for each in people)
