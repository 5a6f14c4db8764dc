# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
One case on its way, told in verbs: who does what, each in a transaction of their own.

What happens in it is for others to say: the ``demo.toml`` of an agreement, or a test.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import TypeVar

from django.utils.timezone import localdate

from ...access.actor import Actor
from ...access.session import acting
from ...casework.letters.filed import POST
from ...casework.letters.make import make_letter
from ...casework.letters.send import post_letter, send_letter
from ...casework.notes.record import record_facts
from ...casework.notes.row import add_row
from ...casework.notes.write import write_note
from ...casework.page.asking.letters import read_letter
from ...casework.page.asking.people import read_consent
from ...casework.page.case import read_case
from ...casework.page.objects import CasePage
from ...casework.people.consent import give_consent, withdraw_consent
from ...casework.people.invite import invite
from ...casework.people.release import release
from ...casework.steps.move import move
from ...casework.tasks.finish import finish_task
from ...casework.tasks.give import give_task
from ...casework.volunteers.pairs import key_of
from ...intake.decide import Decision, decide
from ...intake.register import NewReport, register
from ...records.case import Case
from ...records.task import Task
from . import cast

Made = TypeVar("Made")
POSTED = "posted"  # by post, and somebody did post it


@dataclass
class Story:
    """
    One case on its way; ``at`` goes on half a day with each step.

    ``came_from`` are the cases from which it was followed here; ``dice`` decide what is left to
    chance, always in the same way.
    """

    at: datetime
    reference: str = field(default="", kw_only=True)
    report: str = field(default="", kw_only=True)
    decisions: int = field(default=0, kw_only=True)
    came_from: list[str] = field(default_factory=list, kw_only=True)
    dice: Random = field(default_factory=lambda: Random(0), kw_only=True)

    def as_(self, who: str) -> Actor:
        """Return somebody of the cast."""
        return cast.actor(who, self.at)

    def later(self, days: float = 1) -> None:
        """Let time pass."""
        self.at += timedelta(days=days)

    def seen_by(self, who: str) -> CasePage:
        """Return the case as somebody of the cast sees it now."""
        actor = self.as_(who)
        with acting(actor):
            return read_case(self.reference, actor=actor, at=self.at)

    def do(self, who: str, verb: Callable[..., Made], *args: object, **more: object) -> Made:
        """Let somebody do something, in a transaction of their own."""
        actor = self.as_(who)
        with acting(actor):
            made = verb(*args, actor=actor, at=self.at, **more)
        self.later(0.5)
        return made

    def reports(self, who: str, new: NewReport) -> None:
        """Let somebody report; this report is the one that goes on."""
        self.report, self.decisions = self.do(who, register, new).reference, 0
        self.later(0.5)

    def route(self, who: str, to: str, reason: str = "", *, joins: str = "") -> None:
        """
        Let somebody decide on the report; its case, unless it was passed on, is the one that goes
        on.
        """
        chosen = Decision(to, reason, joins)
        case = self.do(who, decide, self.report, chosen, version=self.decisions + 1)
        self.decisions += 1
        if case is not None:
            self.reference = case.reference

    def step(self, who: str, name: str, **given: str) -> None:
        """Let somebody take a step of the agreement."""
        self.do(who, _as_it_is(move), self.reference, name, given=given)

    def pair(self, who: str, one: str, other: str) -> str:
        """Return the two volunteers whom somebody chooses for the case, as a form names them."""
        del who
        return key_of(self.as_(one).account, self.as_(other).account)

    def facts(self, who: str, category: str, **given: str) -> None:
        """Let somebody record facts of one category."""
        self.do(who, _as_it_is(record_facts), self.reference, category, given=given)

    def row(self, who: str, register: str, recipients: Sequence[str] = (), **given: str) -> None:
        """Let somebody add a row to a register, for some recipients alone where it has those."""
        more = {"recipients": list(recipients)} if recipients else {}
        self.do(who, add_row, self.reference, register, given=given, **more)

    def note(self, who: str, category: str, text: str) -> None:
        """Let somebody write a note of one category."""
        self.do(who, write_note, self.reference, category, text)

    def letter(self, who: str, key: str, way: str = "", **given: str) -> None:
        """
        Let somebody look at a letter, make it for whom comes first unless it is ``given`` for whom,
        and say how it goes out; by ``post`` it is then on the list, and when ``posted`` no longer.
        """
        actor = self.as_(who)
        with acting(actor):
            asked = read_letter(self.reference, key, None, actor=actor, at=self.at)
            first = asked.receivers[0][0] if asked.receivers else ""
            whole = {"recipient": first, **given}
            seen = read_letter(self.reference, key, whole, actor=actor, at=self.at).seen
            make_letter(self.reference, key, actor=actor, at=self.at, given=whole, seen=seen)
        self.later(0.1)
        if way:
            first = POST if way == POSTED else way
            self.do(who, send_letter, self.reference, self._newest_letter(who), first)
        if way == POSTED:
            self.do(who, post_letter, self.reference, self._newest_letter(who))

    def _newest_letter(self, who: str) -> int:
        return self.seen_by(who).letters[0].number

    def invite(self, who: str, role: str, party: str) -> None:
        """Let somebody bring in a party."""
        self.do(who, invite, self.reference, role, party)

    def release(self, who: str, role: str, party: str) -> None:
        """Let somebody end the part that a party takes."""
        self.do(who, release, self.reference, role, party)

    def consent(self, who: str, role: str) -> None:
        """Let somebody record that the first person in the case agrees with a role."""
        actor = self.as_(who)
        with acting(actor):
            people = read_consent(self.reference, role, actor=actor, at=self.at).people
        agreeing = int(people[0][0])
        self.do(who, give_consent, self.reference, agreeing, role, localdate(self.at))

    def withdraw(self, who: str, role: str) -> None:
        """Let somebody record that the consent for a role was withdrawn."""
        self.do(who, withdraw_consent, self.reference, role)

    def task(self, who: str, title: str, party: str, *, days: int) -> None:
        """Let somebody give a party a task, to be done within so many days."""
        due = (self.at + timedelta(days=days)).date()
        self.do(who, give_task, self.reference, title, party, due)

    def finish(self, who: str) -> None:
        """Let somebody say that the task that was given last in the case is done."""

        def last(reference: str, **more: object) -> Case:
            given = Task.objects.filter(case__reference=reference).latest("pk").pk
            return finish_task(reference, given, **more)  # type: ignore[arg-type]

        self.do(who, last, self.reference)

    def follow(self, who: str) -> None:
        """Go on with the case that this one was handed over to, as somebody sees it."""
        self.came_from.append(self.reference)
        self.reference = self.seen_by(who).links[0].reference

    def go_back(self) -> None:
        """Go on again with the case from which this one was followed."""
        self.reference = self.came_from.pop()


def _as_it_is(verb: Callable[..., Made]) -> Callable[..., Made]:
    """Let a verb change the case as it is at this moment, whoever changed it before."""

    def done(reference: str, *args: object, **more: object) -> Made:
        version = Case.objects.values_list("version", flat=True).get(reference=reference)
        return verb(reference, *args, version=version, **more)

    return done
