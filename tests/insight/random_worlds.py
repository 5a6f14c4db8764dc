# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
Worlds that nobody thought of, made by the real verbs: what can happen is read from the agreement.

Who may not do something, or not yet, is refused, and something else happens.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from random import Random
from typing import Any

import psycopg
from django.core.exceptions import ObjectDoesNotExist
from tests.story import CAST, PARTNER

from woonvrede.access.books import in_force
from woonvrede.access.refusals import Refused
from woonvrede.access.session import acting
from woonvrede.agreement.book import Agreement, Fact, Intervention, Move
from woonvrede.casework.notes.record import record_facts
from woonvrede.casework.people.invite import invite
from woonvrede.casework.steps.move import move
from woonvrede.casework.volunteers.pairs import key_of
from woonvrede.intake.address import Address
from woonvrede.intake.decide import Decision, decide
from woonvrede.intake.deciding import NO_ROUTE
from woonvrede.intake.register import NewReport, register
from woonvrede.jobs.demo import cast
from woonvrede.jobs.demo.cast import Persona

BEGIN, END = datetime(2025, 1, 6, 9, 0, tzinfo=UTC), datetime(2026, 10, 1, tzinfo=UTC)
PERIODS = ("2024-H2", "2025-H1", "2025-H2", "2026-H1", "2026-H2")
STEPS = 40  # and a case that is closed may end before


@dataclass(frozen=True)
class Now:
    """How a case stands, and which circles take part in it."""

    intervention: str
    stage: str
    version: int
    closed: bool
    circles: frozenset[str]


@dataclass
class Tale:
    """One home, what is reported about it, and what becomes of that."""

    chance: Random
    look: "psycopg.Connection"
    book: Agreement
    home: int
    at: datetime
    tenure: str = ""
    landlord: str = ""
    taken: Counter[tuple[str, str]] = field(default_factory=Counter)

    def tell(self) -> None:
        """Tell one tale: a report, its case if any, and the cases that follow from it."""
        tenure = self.chance.choice(
            [each for each in self.book.tenures if each.landlords or self.chance.random() < 0.15]
        )
        owned = {each.party for each in CAST}.intersection(tenure.landlords)
        self.tenure, self.landlord = tenure.key, self.chance.choice(sorted(owned) or [""])
        self.decide_on(self.report())
        done: set[str] = set()
        while waiting := [each for each in self.cases() if each not in done]:
            for _ in range(STEPS):
                over = self.now(waiting[0]).closed and self.chance.random() < 0.4
                if over or self.at > END:
                    break
                self.go_on(waiting[0])
            done.add(waiting[0])

    def go_on(self, case: str) -> None:
        """Let something happen in a case: mostly a step, at times something else."""
        now = self.now(case)
        intervention = self.book.interventions[now.intervention]
        what = self.chance.random()
        if what < 0.12 and not now.closed:
            self.decide_on(self.report(), joins=case)
        elif what < 0.27:
            self.write(case, now, intervention)
        elif what < 0.32:
            self.bring_in(case, now, intervention)
        else:
            self.step(case, now, intervention)

    def report(self) -> str:
        """Let somebody who may report."""
        may = [each for each in self.book.reporters if people({each.party}, each.functions)]
        chosen = self.chance.choice(may)
        who = self.chance.choice(people({chosen.party}, chosen.functions))
        where = Address("3561 ZZ", str(self.home), "Lindeplein", "Utrecht", "overvecht")
        answers = {each.key: self.value(each, ["ja", "nee"]) for each in self.book.questions}
        made = self.do(who, register, NewReport(where, self.tenure, self.landlord, answers))
        assert made is not None, "a report can always be made"
        return str(made.reference)

    def decide_on(self, report: str, joins: str = "") -> None:
        """Let who judges decide, pass it on, end it, or leave it; to join, twice in three times."""
        if self.chance.random() < 0.1:
            return
        for _ in range(4):
            judge, proposed, version, decided = self.ask_one(
                "select p.key, r.proposed, r.version, r.decided <> '' from records_report r "
                "join records_party p on p.id = r.judge_id where r.reference = %s",
                report,
            )
            if decided:
                return
            route = self.route(self.now(joins).intervention if joins else proposed)
            joined = joins if self.chance.random() < 0.8 else ""
            decision = Decision(route, "Dit past beter.", joined)
            triage = self.book.interventions.get(route, self.book.interventions[proposed]).triage
            for who in people({judge}, triage.functions)[:1]:
                self.do(who, decide, report, decision, version=version)

    def route(self, likely: str) -> str:
        """Return any route that the dwelling may have, with more figures more often, or none."""
        if self.chance.random() < 0.05:
            return NO_ROUTE
        if self.chance.random() < 0.3:
            return likely
        fitting = [each for each in self.book.interventions.values() if self.tenure in each.tenures]
        weights = [len(each.indicators) + 2 for each in fitting]
        return self.chance.choices([each.key for each in fitting], weights)[0]

    def step(self, case: str, now: Now, intervention: Intervention) -> None:
        """Let somebody take one of the steps that there are from here."""
        steps = [each for each in intervention.moves if now.stage in each.origin]
        for taken in sorted(steps, key=lambda each: self.weariness(each, case, intervention)):
            for who in self.shuffled(self.playing(now, *taken.by)):
                given = {fact.key: self.value(fact) for fact in intervention.asked(taken)}
                given |= {"colleague": self.colleague(who, taken), "pair": self.pair(taken)}
                if self.do(who, move, case, taken.key, version=now.version, given=given):
                    self.taken[case, taken.key] += 1
                    return

    def weariness(self, taken: Move, case: str, intervention: Intervention) -> float:
        """Return what puts steps that were taken here before behind others, and the last too."""
        ends = taken.to is not None and intervention.stage(taken.to).final
        return self.taken[case, taken.key] + self.chance.random() * (2 if ends else 1)

    def write(self, case: str, now: Now, intervention: Intervention) -> None:
        """Let everybody in the case record what is asked of them now."""
        asked = [each for each in intervention.facts if now.stage in each.stages]
        for category in sorted({each.category for each in asked}):
            given = {each.key: self.value(each) for each in asked if each.category == category}
            for who in self.shuffled([each for each in CAST if each.party in now.circles])[:3]:
                version = self.now(case).version
                self.do(who, record_facts, case, category, version=version, given=given)

    def bring_in(self, case: str, now: Now, intervention: Intervention) -> None:
        """Let somebody invite another party."""
        for each in intervention.invitations:
            party = self.chance.choice(self.book.role(each.role).parties)
            for who in self.playing(now, *each.by):
                if now.stage in each.stages:
                    self.do(who, invite, case, each.role, party)

    def do(self, who: Persona, verb: Callable[..., Any], *given: object, **more: object) -> Any:
        """Let somebody do something; None when it is refused, or too late."""
        if self.at > END:
            return None
        actor = cast.actor(who.key, self.at)
        try:
            with acting(actor):
                made = verb(*given, actor=actor, at=self.at, **more)
        except (Refused, ObjectDoesNotExist):
            return None
        self.at += timedelta(days=self.chance.choice([0.1, 0.1, 1, 3, 8]))
        return made

    def value(self, fact: Fact, answers: Sequence[str] = ("ja", "ja", "ja", "nee")) -> str:
        """Return something that can be typed in a field; yes more often than no."""
        day = self.at.date() - timedelta(days=self.chance.randrange(50))
        if fact.kind == "choice":
            codes = list(self.book.code_list(fact.options).codes)
            further = [each for each in codes if each in self.book.interventions]
            # The first choice is mostly how it goes well, which takes several of them.
            return self.chance.choice([*codes, *further * 3, *codes[:1] * 3])
        return {
            "text": "Iets in woorden.",
            "date": day.isoformat(),
            "money": "120,50",
            "number": "2",
            # What can be so only after something else is said to be so: it is refused before.
            "yes_no": "ja" if fact.needs else self.chance.choice(answers),
            "party": self.chance.choice(sorted(self.book.circles)),
        }.get(fact.kind, "")

    def colleague(self, who: Persona, taken: Move) -> str:
        """Return a colleague who can have the personal seat that a step gives."""
        functions = self.book.role(taken.role).functions if taken.role else ()
        found = people({who.party}, functions) or [who]
        return str(cast.actor(self.chance.choice(found).key, self.at).account)

    def pair(self, taken: Move) -> str:
        """Return two volunteers of the cast, as a form names them; nothing where there are none."""
        functions = self.book.role(taken.role).functions if taken.role else ()
        able = [each for each in (*CAST, PARTNER) if each.volunteer and each.function in functions]
        if len(able) < 2:
            return ""
        one, other = self.chance.sample(sorted(able, key=lambda each: each.key), 2)
        return key_of(*(cast.actor(each.key, self.at).account for each in (one, other)))

    def playing(self, now: Now, *roles: str) -> list[Persona]:
        """Return who of the circles in a case could play these roles."""
        return [
            who
            for role in map(self.book.role, roles)
            for who in people(now.circles.intersection(role.parties), role.functions)
        ]

    def shuffled(self, found: list[Persona]) -> list[Persona]:
        """Return them in any order."""
        return self.chance.sample(found, len(found))

    def now(self, case: str) -> Now:
        """Return how a case stands."""
        intervention, stage, version, closed = self.ask_one(
            "select intervention, stage, version, closed_at is not null from records_case "
            "where reference = %s",
            case,
        )
        circles = self.ask(
            "select p.key from records_involvement i join records_party p on p.id = i.party_id "
            "join records_case c on c.id = i.case_id "
            "where c.reference = %s and i.until is null",
            case,
        )
        return Now(intervention, stage, version, closed, frozenset(circles))

    def cases(self) -> list[str]:
        """Return the cases about this home, in the order in which they were opened."""
        return list(
            self.ask(
                "select c.reference from records_case c join records_dwelling d "
                "on d.id = c.dwelling_id where d.number = %s order by c.opened_at, c.id",
                self.home,
            )
        )

    def ask(self, question: str, about: object) -> Iterator[Any]:
        """Yield the first column of an answer."""
        return (row[0] for row in self.look.execute(question, [about]).fetchall())

    def ask_one(self, question: str, about: object) -> tuple[Any, ...]:
        """Return the row that there is."""
        row = self.look.execute(question, [about]).fetchone()
        assert row is not None
        return row


def people(circles: Any, functions: Any) -> list[Persona]:
    """Return who of the cast works for these circles in one of these functions, everywhere."""
    return [
        each
        for each in CAST
        if each.party in circles and each.function in functions and not each.districts
    ]


def tales(seed: int, look: "psycopg.Connection") -> Iterator[int]:
    """Tell one tale after another, and yield how many were told; needs an empty world."""
    cast.make_cast([*CAST, PARTNER], BEGIN)
    chance = Random(seed)
    days = (END - BEGIN).days - 120
    for home in count(1):
        at = BEGIN + timedelta(days=chance.randrange(days))
        Tale(chance, look, in_force(BEGIN.date(), "u_centraal"), home, at).tell()
        yield home
