# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Telling one case of a city: a course as it is written, in a home and by people of its own."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from random import Random

from ....access.actor import Actor
from ....access.books import book
from ....agreement.book import Tenure
from ....casework.people.newcomer import NewPerson
from ..arriving import Report
from ..cast import Persona
from ..steps import AnyStep
from .draw import Planned, name, one_of
from .life import Life, Passing
from .words import Course, Volumes


@dataclass(frozen=True)
class City:
    """What the cases of a city share: its agreement, what happens there, and who is there."""

    agreement: str
    volumes: Volumes
    people: Sequence[Persona]
    known: dict[str, Actor] = field(default_factory=dict)

    def tell(self, planned: Planned, passing: Passing) -> None:
        """Tell one case by the real verbs, as far as it has come at the moment of ``passing``."""
        dice = planned.dice()
        course = _course(planned, dice)
        landlord = one_of(self.volumes.landlords, dice)
        reporter = one_of(planned.volume.reporters, dice)
        steps = self._as_it_went(course, planned, reporter=reporter, landlord=landlord, dice=dice)
        needed = sorted({who for step in steps for who in step.people})
        plays = self.players(needed, landlord, planned, dice)
        life = Life(planned.begins, plays=plays, known=self.known, dice=dice)
        for step in steps:
            if life.at > passing.until:
                break
            passing.up_to(life.at)
            step.take(life)
        passing.up_to(passing.until)

    def players(
        self, parts: Sequence[str], landlord: str, planned: Planned, dice: Random
    ) -> dict[str, str]:
        """
        Return who plays each part in a case: somebody else for each while there is anybody, for a
        case is given to a colleague who does not have it already.
        """
        plays: dict[str, str] = {}
        for part in parts:
            able = self._able(part, landlord, planned)
            free = [each for each in able if each not in plays.values()]
            plays[part] = dice.choice(free or able)
        return plays

    def _as_it_went(
        self, course: Course, planned: Planned, *, reporter: str, landlord: str, dice: Random
    ) -> list[AnyStep]:
        """Return the steps, whose reports tell of this home and its own people."""
        tenure = one_of(course.tenures or planned.volume.tenures, dice)
        rented = any(each.landlords for each in self._tenures if each.key == tenure)
        varied = {key: one_of(shares, dice) for key, shares in planned.volume.answers.items()}
        names: dict[str, str] = {}
        steps: list[AnyStep] = []
        for step in course.steps:
            if isinstance(step, Report):
                new = {
                    "address": planned.home,
                    "tenure": tenure,
                    "landlord": landlord if rented else "",
                    "persons": tuple(self._somebody(each, names, dice) for each in step.persons),
                    "answers": {**step.answers, **varied},
                    "who": step.who if steps else reporter,
                }
                steps.append(step.model_copy(update=new))
            else:
                steps.append(step)
        return steps

    @property
    def _tenures(self) -> Sequence[Tenure]:
        return book(self.agreement).tenures

    def _somebody(self, person: NewPerson, names: dict[str, str], dice: Random) -> NewPerson:
        """Return somebody in the place of a person; the same one in each report."""
        if person.name not in names:
            names[person.name] = name(self.volumes.invented, dice)
        return replace(person, name=names[person.name])

    def _able(self, who: str, landlord: str, planned: Planned) -> list[str]:
        """
        Return who can play a part in this case: those of the same circle in the same function; of
        a landlord, of the landlord of this home.
        """
        part = next(each for each in self.people if each.key == who)
        party = landlord if part.party in self.volumes.landlords else part.party
        return [
            each.key
            for each in self.people
            if (each.party, each.function) == (party, part.function)
            and (not each.districts or planned.home.district in each.districts)
        ]


def _course(planned: Planned, dice: Random) -> Course:
    courses = {course.key: course for course in planned.volume.courses}
    return courses[one_of({key: each.share for key, each in courses.items()}, dice)]
