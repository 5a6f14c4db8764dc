# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Makes the calls of one persona and judges each answer against the oracle."""

import io
import logging
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.apps import apps
from django.core.cache import cache
from django.http import HttpResponseBase
from django.utils.http import urlencode

from tests.access import rows
from tests.matrix.calls import (
    SHARES,
    Call,
    a_refusal_each,
    a_share,
    aware,
    entitled,
    of_accounts,
    of_agreement,
    of_case,
    of_cases,
    of_drafts,
    of_lists,
    of_report,
    one_address,
    one_of_each,
)
from tests.matrix.canaries import REASON, Canary
from tests.matrix.dealing import deal
from tests.matrix.expectation import Sources
from tests.matrix.telling import GUESTS
from tests.matrix.worlds import Known, World
from tests.oracle.read_oracle import cells, visible
from tests.oracle.read_urls import Address, answers
from tests.oracle.vocabulary import PERSONAS, STAGES
from tests.world import Clicks, signed_in
from woonvrede.jobs.demo.cast import HOST
from woonvrede.records.reading import Reading
from woonvrede.records.right import Published, Right
from woonvrede.records.seal import Unsealed
from woonvrede.running.serving import logs

Noted = tuple[str, bool, list[int], list[int], list[str]]

FORM = "application/x-www-form-urlencoded"
# Which other intervention a step opens: its form names what goes along, in the words there.
OPENS = {"accept_hand_over": "last_chance", "start_measure": "mayoral_measure"}
# What is told as part of the course of a case: one's own task, that a report is there.
ALSO = {
    "task": ("process",),
    "finished task": ("process",),
    "reference of the report": ("process",),
}
PLACES = [(intervention, stage) for intervention, stages in STAGES.items() for stage in stages]
# Where everybody tries all lists, drafts, figures and the agreement in every stage, and who knows
# nothing of a case every address of it.  Elsewhere the first is done in the first stage; in every
# other who knows of the case looks at the lists in which it stands and at the reports, with a share
# of the others, and these try a share of its addresses.
WHOLE = ("severe_nuisance",)
LISTED = [(key, stage) for key, stage in PLACES if key in WHOLE or stage == STAGES[key][0]]
OUTSIDE = ("anonymous", "nobody")
# Who is not walked in the case with guests: the oracle gives their standing only without.
STRANGERS = ("former_participant",)
# How a refusal sounds that is about the right, and not about the moment or the form.
DENIALS = (
    "Dit mag alleen in een andere fase",
    "Dit is aan een andere partij",
    "Dit mag u in deze fase",
    "De overeenkomst geeft hiervoor niemand het recht",
    "In deze fase kunt u in deze casus niemand toevoegen",
    "Alleen wie de regie heeft",
    "Deze taak is van een andere organisatie",
    "Deze regel is van een andere organisatie",
    "Deze melding wordt door een andere organisatie beoordeeld",
    "bestaat niet of is niet zichtbaar",
)
# Of every table how many rows there are, and which transaction wrote in it last.
WATCHED = [
    model._meta.db_table
    for model in apps.get_app_config("records").get_models()
    if model not in (Reading, Unsealed, Published, Right)  # a reading waits for its seal
]
STATE = "select " + ", ".join(
    f"(select row(count(*), max(xmin::text::bigint))::text from {table})" for table in WATCHED
)


@dataclass
class Findings:
    """What a walk counted, and every fault that it found, in words."""

    cells: int = 0
    delivered: set[int] = field(default_factory=set)
    realised: set[tuple[str, str, str, str]] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)


class Walker:
    """One persona on the way through a world."""

    def __init__(self, persona: str, world: World, to: rows.Connection, findings: Findings) -> None:
        self.persona, self.world, self.to, self.findings = persona, world, to, findings
        anonymous = persona == "anonymous"
        self.client = Clicks(HTTP_HOST="localhost:8000") if anonymous else signed_in(persona)
        self.sources = Sources(persona, world)
        self.answers = answers()
        self.account = self._account(persona)
        self.read = self._last_reading()
        self.somebody = self._account("landlord" if persona == "police" else "police")

    def walk(self, calls: Iterable[Call]) -> None:
        """
        Make every call and judge its answer.

        What asks costs as much as what it asks about: whether something changed is looked at after
        each call that could be meant to, and at the end; then it was that call or one since.
        """
        state, call = self._state(), None
        for call in calls:
            self.findings.cells += 1
            response = self.client.generic(
                call.method, call.path, urlencode(call.data), content_type=FORM
            )
            self._judge(call, response, self._readings())
            if call.method == "POST":
                state = self._unchanged(state, call)
        if call is not None:
            self._unchanged(state, call)

    def _unchanged(self, former: object, call: Call) -> object:
        state = self._state()
        if state != former:
            self._fault(call, "changed something, or one of the calls before it that only ask")
        return state

    def _judge(self, call: Call, response: HttpResponseBase, readings: list[Noted]) -> None:
        standing = self._standing(call)
        expected = self.answers[Address(call.url, call.method)].statuses[standing]
        if response.status_code not in expected:
            self._fault(call, f"answered {response.status_code} to who is {standing}")
        found = [self._here(canary, self._case(call)) for canary in self._found(call, response)]
        self._no_leaks(call, found)
        self._noted(call, found, readings)
        if call.method == "POST" and standing in ("aware", "entitled") and call.about:
            self._rightly_decided(call, standing, response.status_code == 404, readings)
        if response.status_code == 200 and call.method == "GET":
            self._nothing_missing(call, found)

    def _rightly_decided(
        self, call: Call, standing: str, absent: bool, readings: list[Noted]
    ) -> None:
        """A refusal is about the right for who has it not, and about the moment for who has it."""
        denied = absent or any(why.startswith(DENIALS) for why, refused, *_ in readings if refused)
        if denied != (standing == "aware"):
            self._fault(call, f"{'denied' if denied else 'allowed'} who is {standing}")

    def _standing(self, call: Call) -> str:
        if self.persona in OUTSIDE:
            return self.persona
        if not aware(call, self.sources, self.world):
            return "unaware"
        if self.has_right(call):
            return "entitled"
        return "aware" if call.about else "unaware"

    def has_right(self, call: Call) -> bool:
        """Do the sources give this persona the right that decides on this call?"""
        right = self.answers[Address(call.url, call.method)].right
        return entitled(right, call, self.sources, self.world)

    def _found(self, call: Call, response: HttpResponseBase) -> list[Canary]:
        """Return the canaries in headers and body; what was asked for is no news to who asked."""
        headers = " ".join(f"{name}: {value}" for name, value in response.headers.items())
        cookies = response.cookies.output()
        body = _words(response)
        asked = self.world.cage.found_in(call.path)
        told = self.world.cage.found_in(f"{headers} {cookies} {body}")
        if response.status_code != 200:
            told -= asked
        self.findings.delivered |= told
        return [self.world.cage.planted[number] for number in told]

    def _no_leaks(self, call: Call, found: list[Canary]) -> None:
        known = self._case(call)
        for canary in found:
            if not self._may_meet(call, canary, known):
                self._fault(call, f"leaks {canary.what} ({canary.category}) of {canary.of}")

    def _may_meet(self, call: Call, canary: Canary, known: Known | None) -> bool:
        if canary.of.startswith("draft "):
            return canary.of == f"draft {self.persona}"
        if canary.of.startswith("book "):
            return self._may_meet_word(call, canary, known)
        if known is None:
            return self.sources.anywhere(canary)
        if known in self.world.about(canary.of):
            return self.sources.in_case(canary, known)
        # Of another case, which who may know of it is pointed to.
        return canary.what == "reference of the case" and self.sources.anywhere(canary)

    def _may_meet_word(self, call: Call, canary: Canary, known: Known | None) -> bool:
        if call.url.startswith("agreement"):
            return True  # what was agreed is no secret; what stands in a case is
        if call.url.startswith("report-") and canary.of == "book report":
            return True
        if known is not None and canary.of == f"book {OPENS.get(call.thing, '')}":
            return call.url == "case-step" and self.sources.may_move(known, call.thing)
        if known is not None:
            return self.sources.book_word(canary, known)
        return self.sources.anywhere(canary)

    def _here(self, canary: Canary, known: Known | None) -> Canary:
        """Return a canary as it is in this case, which guards in its own way what came along."""
        carried = self.world.carried.get(known.reference, {}) if known else {}
        return carried.get(canary.number, canary)

    def _noted(self, call: Call, found: list[Canary], readings: list[Noted]) -> None:
        """Whatever was delivered stands in a reading of this answer."""
        for canary in found:
            if canary.of.startswith(("book ", "draft ")):  # of no case, and of one's own
                continue
            if not any(self._tells_of(canary, reading) for reading in readings):
                self._fault(call, f"no reading tells of {canary.what} ({canary.category})")

    def _tells_of(self, canary: Canary, reading: Noted) -> bool:
        _, refused, cases, reports, categories = reading
        if refused or not {_kind(canary), *ALSO.get(canary.what, ())}.intersection(categories):
            return False
        about = self.world.about(canary.of)
        names = {canary.of, *(known.reference for known in about)}
        if canary.category == "dwelling":
            names.update(self.world.reports_at(canary.of))
        return any(self.world.ids.get(name) in (*cases, *reports) for name in names)

    def _nothing_missing(self, call: Call, found: list[Canary]) -> None:
        """On the page of a case, and of a report, everything stands that this persona may see."""
        known = self._case(call)
        if known is not None and call.url == "case":
            wanted = [
                each
                for each in self._planted(known)
                if each.shown
                and each.what != "reference of the report"
                and known in self.world.about(each.of)
                and self.sources.in_case(each, known)
            ]
            self._remember(found, known)
        elif call.url == "report":
            wanted = [
                each
                for each in self.world.cage.planted.values()
                if each.of == call.about and self.sources.in_report(each.category, call.about)
            ]
        elif call.url == "report-check":
            wanted = self._answers(call)
        else:
            return
        for canary in wanted:
            if canary not in found:
                self._fault(call, f"lacks {canary.what} ({canary.category})")

    def _planted(self, known: Known) -> Iterator[Canary]:
        """Yield every canary of the world as it is in this case."""
        return (self._here(each, known) for each in self.world.cage.planted.values())

    def _answers(self, call: Call) -> list[Canary]:
        """Return everything that was typed in the draft that is checked."""
        return [
            self.world.cage.planted[number]
            for number in self.world.drafts.get(call.path.split("/")[3], ())
        ]

    def _remember(self, found: list[Canary], known: Known) -> None:
        """Remember which cells of the oracle were seen to be so."""
        for canary in found:
            own = "own" if canary.party == self.sources.party else "others"
            to_us = self.sources.party in canary.recipients
            named = "recipient" if to_us else "not_recipient"
            part = "invited" if self.sources.party in known.parties else "not_invited"
            for condition in ("", own, named, part):
                self.findings.realised.add((self.persona, known.stage, canary.category, condition))

    def _case(self, call: Call) -> Known | None:
        return next((each for each in self.world.cases if each.reference == call.about), None)

    def _account(self, persona: str) -> int:
        found = self.to.execute(
            "select id from records_account where email = %s", [f"{persona}@{HOST}"]
        ).fetchone()
        return int(found[0]) if found else 0

    def _last_reading(self) -> int:
        found = self.to.execute("select coalesce(max(id), 0) from records_reading").fetchone()
        assert found is not None
        return int(found[0])

    def _state(self) -> object:
        """Return everything that a change would change."""
        return self.to.execute(STATE).fetchone()

    def _readings(self) -> list[Noted]:
        """Return the readings that this persona left since the former call."""
        rows = self.to.execute(
            "select id, why, refused, case_ids, report_ids, categories from records_reading"
            " where id > %s and account = %s order by id",
            [self.read, self.account],
        ).fetchall()
        self.read = rows[-1][0] if rows else self.read
        return [row[1:] for row in rows]

    def _fault(self, call: Call, words: str) -> None:
        self.findings.faults.append(f"{self.persona}: {call}: {words}")


def _words(response: HttpResponseBase) -> str:
    """Return everything that an answer says, a workbook in each of its parts."""
    body = b"".join(response)
    if not zipfile.is_zipfile(io.BytesIO(body)):
        return body.decode()
    with zipfile.ZipFile(io.BytesIO(body)) as parts:
        return " ".join(parts.read(name).decode() for name in parts.namelist())


def walk(
    intervention: str, stage: str, world: World, to: rows.Connection, *, full: bool
) -> Findings:
    """
    Let everybody make the calls of one stage: each tries all that they may, and together they try
    all that they may not (``dealing``); ``full`` is everybody everything.
    """
    findings = Findings()
    walkers = [Walker(persona, world, to, findings) for persona in PERSONAS]
    here = [
        each for each in world.cases if (each.intervention, each.stage) == (intervention, stage)
    ]
    dealt = {known.reference: _dealt(walkers, known) for known in here if not full}
    with listening() as heard:
        for turn, walker in enumerate(walkers):
            for known in here:
                hand = dealt.get(known.reference, {}).get(walker.persona)
                walker.walk(_calls(walker, known, full, turn) if hand is None else hand)
            walker.walk(_around(walker, here, full, turn))
    told = world.cage.found_in(heard.getvalue())
    findings.faults += [f"the log tells {world.cage.planted[number]}" for number in sorted(told)]
    findings.faults += _never_seen(intervention, stage, findings)
    return findings


def walk_accounts(world: World, to: rows.Connection) -> Findings:
    """Let everybody make every call about who they are, while there are cases."""
    findings = Findings()
    for persona in PERSONAS:
        cache.clear()  # or the limit on trying to sign in would answer instead
        Walker(persona, world, to, findings).walk(of_accounts())
    return findings


def _calls(walker: Walker, known: Known, full: bool, turn: int) -> Iterator[Call]:
    """Return every call about a case; of the one with guests, for who is not one, the page."""
    calls = of_case(known, walker.somebody, full=full)
    if known.guests and not _is_guest(walker, known):
        if walker.persona in STRANGERS:
            return iter(())
        return calls if full else (call for call in calls if call.url == "case")
    if full:
        return calls
    once = one_of_each(calls, turn)
    if known.intervention in WHOLE:
        return once
    return a_share(once, turn + STAGES[known.intervention].index(known.stage))


def _is_guest(walker: Walker, known: Known) -> bool:
    """Takes this persona's party part in this case alone, of the two of its stage?"""
    parties = {party for _, party in GUESTS[known.intervention]}
    return walker.sources.party in parties and walker.persona not in STRANGERS


def _around(walker: Walker, here: list[Known], full: bool, turn: int) -> Iterator[Call]:
    """Yield every call about no case: of reports, and of lists."""
    place = here[0].intervention, here[0].stage
    known = any(walker.sources.knows(each) for each in here)
    stage = STAGES[place[0]].index(place[1])
    if not (full or place in LISTED or known or (turn + stage) % SHARES == 0):
        return
    for reference in walker.world.reports:
        yield from of_report(reference, undecided=reference == walker.world.undecided)
    yield from _lists(walker, place, full, turn)


def _lists(walker: Walker, place: tuple[str, str], full: bool, turn: int) -> Iterator[Call]:
    """Yield every call about no report either; of what is refused one each, unless full."""
    kept = list(of_drafts(walker.persona))
    if full:
        yield from (*of_lists(), *of_agreement(), *kept)
        return
    if place not in LISTED:
        yield from of_cases()
        return
    turn += LISTED.index(place)  # another one in each stage
    yield from a_refusal_each(of_lists(), walker.has_right, turn)
    yield from agreed(place, turn)
    yield from a_refusal_each(kept, lambda call: call.about == f"draft {walker.persona}", turn)


def agreed(place: tuple[str, str], turn: int) -> Iterator[Call]:
    """
    Yield the calls about what was agreed in one of the ``LISTED`` stages: pages that are long, and
    the same whatever the case.  Of an intervention with more such stages one address in each.
    """
    return one_address(of_agreement(), turn) if place[0] in WHOLE else of_agreement()


def _dealt(walkers: Iterable[Walker], known: Known) -> dict[str, list[Call]]:
    """Return the calls of each who knows of a case; of the one with guests, of the guests."""
    aware = [each for each in walkers if each.sources.knows(known)]
    return deal(
        {
            each.persona: (of_case(known, each.somebody, full=False), each.has_right)
            for each in aware
            if not known.guests or _is_guest(each, known)
        }
    )


def _never_seen(intervention: str, stage: str, findings: Findings) -> list[str]:
    """Return each cell in which somebody may see something, and nobody was seen to."""
    return [
        f"{cell.persona} ({cell.condition}) never saw {cell.category} in {stage}"
        for cell in sorted(visible(cells(intervention)))
        if cell.stage == stage
        and (cell.persona, stage, cell.category, cell.condition) not in findings.realised
    ]


@contextmanager
def listening() -> Iterator[io.StringIO]:
    """Keep what the server would write in its log, written as the server writes it."""
    heard = io.StringIO()
    handler, root = logs.to(heard), logging.getLogger()
    former = root.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    try:
        yield heard
    finally:
        root.removeHandler(handler)
        root.setLevel(former)


def _kind(canary: Canary) -> str:
    """Return which kind of data a canary is of: a reason is of the report."""
    return "report" if canary.category == REASON else canary.category
