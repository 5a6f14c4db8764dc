# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
The oracle's cases, told by the real verbs up to a stage and then filled with canaries.

Each stage has the case of the oracle's README, and where guests may be invited a second one, in
which everybody is who ever may be.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta

from tests import story
from tests.access import rows
from tests.matrix.canaries import PARTS, Cage, Canary, contact, word
from tests.matrix.marked_book import MARKS
from tests.matrix.telling import (
    ENDED,
    LAST_CHANCE,
    LEADERS,
    LEADS,
    TELL,
    WITH_GUESTS,
    answers_for,
)
from tests.oracle.read_oracle import Field, fields
from tests.oracle.vocabulary import CARRIED
from tests.story import PATTERN, Story, Words
from tests.world import START
from woonvrede.access.session import acting
from woonvrede.casework.people.exclude import exclude
from woonvrede.casework.people.newcomer import NewPerson
from woonvrede.casework.tasks.finish import finish_task
from woonvrede.casework.tasks.give import give_task
from woonvrede.intake.address import Address
from woonvrede.intake.decide import Decision, decide
from woonvrede.intake.register import NewReport, register

WITH_PHOTOS = "housing_hygiene"
WAITS_FOR = "severe_nuisance"  # for which the report is proposed that nobody decided on


@dataclass(frozen=True)
class Line:
    """A row of a register: where it stands, who wrote it, and for whom alone it is."""

    pk: int
    register: str
    category: str
    party: str
    recipients: tuple[str, ...]


@dataclass
class Known:
    """What the walk knows of one case: where it stands, its reports, and who takes part."""

    reference: str
    pk: int
    intervention: str
    stage: str
    guests: bool
    home: str
    route: str = ""  # to which its reports were sent
    reports: dict[str, str] = field(default_factory=dict)
    parties: frozenset[str] = frozenset()
    lines: list[Line] = field(default_factory=list)
    task: int = 0
    done: int = 0
    photo: int = 0
    came_along: tuple[int, ...] = ()


@dataclass
class World:
    """Everything that was made for one walk."""

    cage: Cage
    cases: list[Known] = field(default_factory=list)
    undecided: str = ""
    waits_at: str = ""
    drafts: dict[str, list[int]] = field(default_factory=dict)
    carried: dict[str, dict[int, Canary]] = field(default_factory=dict)
    ids: dict[str, int] = field(default_factory=dict)

    def about(self, of: str) -> list[Known]:
        """Return the cases in which something stands: its own, that of its report or dwelling."""
        return [each for each in self.cases if of in (each.reference, each.home, *each.reports)]

    def route(self, report: str) -> str:
        """Return the intervention to which a report was sent, or is proposed."""
        found = (known.route for known in self.cases if report in known.reports)
        return next(found, WAITS_FOR)

    @property
    def reports(self) -> dict[str, str]:
        """Every report with the party that made it."""
        found = {ref: party for known in self.cases for ref, party in known.reports.items()}
        return {**found, self.undecided: "portaal"}

    def reports_at(self, of: str) -> list[str]:
        """Return the reports in which something stands: its own, or those of its dwelling."""
        homes = {report: known.home for known in self.cases for report in known.reports}
        homes[self.undecided] = self.waits_at
        return [report for report, home in homes.items() if of in (report, home)]


Fill = Callable[[World, Known], None]


def make(intervention: str, stage: str, to: rows.Connection, *, fill: Fill) -> World:
    """
    Make the cases of one stage; needs the cast and the marked book.

    A case that hands over is filled (``fill``) before it does, so that all of it could go along.
    """
    world = World(Cage())
    _plant_marks(world.cage)
    home = _tell(world, intervention, stage, to, fill, guests=False)
    if stage in WITH_GUESTS[intervention]:
        _tell(world, intervention, stage, to, fill, guests=True)
    # At the home of the first case, so that who is kept out of that is kept out of it.
    words, planted = _words(world.cage, address=home)
    waiting = story.reported(Story(START + timedelta(days=200), words))
    world.undecided, world.waits_at = waiting.report, _home(waiting)
    _place(world.cage, waiting, {waiting.report: "portaal"}, planted)
    for table in ("case", "report"):
        found = to.execute(f"select reference, id from records_{table}").fetchall()
        world.ids |= dict(found)
    return world


def _plant_marks(cage: Cage) -> None:
    """The canaries in the words of the agreement, each guarded like the field it names."""
    sources = fields()
    for (intervention, kind, key, column), number in MARKS.numbers.items():
        if intervention == "case":
            category = {"permission": "permission", "hand_over": "outcome"}[kind]
        elif kind == "outcome":
            category = "outcome"
        else:
            category = sources[Field(intervention, kind.removeprefix("chosen_"), key)]
        cage.plant_at(number, f"book {intervention}", f"{kind} {key} {column}".strip(), category)


def _tell(
    world: World, intervention: str, stage: str, to: rows.Connection, fill: Fill, *, guests: bool
) -> Address:
    """Tell the story of a case up to a stage, and return where it is."""
    words, planted = _words(world.cage, answers=answers_for(intervention))
    told = Story(START + timedelta(days=90 if guests else 0), words)
    if intervention != "last_chance":
        _from_report(world, told, intervention, stage, to, planted, guests=guests)
        return words.address
    _from_report(world, told, "severe_nuisance", "closed", to, planted, guests=False)
    former = world.cases[-1]
    fill(world, former)
    told.step("landlord", "accept_hand_over")
    told.reference = told.seen_by("landlord").links[0].reference
    came = to.execute(
        "select e.id from records_entry e join records_case c on c.id = e.case_id"
        " where c.reference = %s",
        [told.reference],
    ).fetchall()
    LAST_CHANCE[stage](told, guests)
    known = _know(world, told, intervention, stage, to, guests=guests)
    known.came_along = tuple(pk for (pk,) in came)
    world.carried[known.reference] = dict(_carried(world.cage, former, known))
    return words.address


def _carried(cage: Cage, former: Known, known: Known) -> Iterator[tuple[int, Canary]]:
    """Yield the canaries that go along, as they are in the new case; all others stay behind."""
    sources = fields()
    for number, canary in cage.planted.items():
        *_, kind, last = "", *canary.what.split()  # a person and a part, or else a fact
        if canary.of not in (former.reference, *former.reports):
            continue
        if kind in CARRIED["person"] and last in PARTS:
            category = sources[Field("report", "person", kind)]
        elif canary.what in CARRIED["fact"]:
            category = sources[Field(known.intervention, "fact", canary.what)]
        else:
            continue
        yield number, replace(canary, of=known.reference, category=category)


def _from_report(
    world: World,
    told: Story,
    intervention: str,
    stage: str,
    to: rows.Connection,
    planted: dict[str, int],
    *,
    guests: bool,
) -> None:
    TELL[intervention](told, stage, guests)
    account = told.as_("landlord_excluded").account
    told.do(LEADERS[intervention], exclude, told.reference, account, "family")
    reports = {told.report: "portaal"}
    if guests and intervention == "severe_nuisance":
        second, more = _second_report(world.cage, told)
        reports[second] = "politie"
        planted |= more
    known = _know(world, told, intervention, stage, to, guests=guests)
    known.reports, known.route = reports, intervention
    _place(world.cage, told, reports, planted)


def _second_report(cage: Cage, told: Story) -> tuple[str, dict[str, int]]:
    """The police report the same dwelling, and the report joins the case."""
    words, planted = _words(cage, address=told.words.address)
    new = NewReport(
        words.address,
        words.tenure,
        words.landlord,
        words.answers,
        (words.resident, words.complainant),
    )
    actor = told.as_("police")
    with acting(actor):
        reference = register(new, actor=actor, at=told.at).reference
    told.later()
    joining = Decision("severe_nuisance", "", told.reference)
    told.do("lead", decide, reference, joining, version=1)
    return reference, {f"{reference} {what}": number for what, number in planted.items()}


def _know(
    world: World, told: Story, intervention: str, stage: str, to: rows.Connection, *, guests: bool
) -> Known:
    found = to.execute(
        "select id, stage from records_case where reference = %s", [told.reference]
    ).fetchone()
    assert found is not None
    assert found[1] == stage
    known = Known(told.reference, found[0], intervention, stage, guests, _home(told))
    if stage not in ENDED:
        known.task, known.done = _tasks(world.cage, told, intervention)
    if intervention == WITH_PHOTOS and stage not in ENDED:
        known.photo = _photo(world.cage, told, known, to)
    seats = to.execute(
        "select p.key from records_involvement i join records_party p on p.id = i.party_id"
        " where i.case_id = %s and i.until is null and i.account_id is null",
        [known.pk],
    ).fetchall()
    known.parties = frozenset(key for (key,) in seats)
    world.cases.append(known)
    return known


def _photo(cage: Cage, told: Story, known: Known, to: rows.Connection) -> int:
    """Put a photo in a case, on which a canary is to be read."""
    who = told.as_(LEADERS[known.intervention])
    party = LEADS[known.intervention]
    number = cage.plant(told.reference, "photo", "health", party=party, shown=False)
    return rows.insert(
        to,
        "photo",
        case_id=known.pk,
        category="health",
        party_id=who.party,
        account_id=who.account,
        at=told.at,
        content=word(number).encode(),
    )


def _tasks(cage: Cage, told: Story, intervention: str) -> tuple[int, int]:
    """Let the lead's circle give itself two tasks, of which one is done."""
    who, party = LEADERS[intervention], LEADS[intervention]
    due = (told.at + timedelta(days=10)).date()
    for what in ("task", "finished task"):
        number = cage.plant(told.reference, what, "approach", party=party, shown=what == "task")
        told.do(who, give_task, told.reference, word(number), party, due)
    numbers = sorted(line.id for line in told.seen_by(who).tasks if line.id)[-2:]
    told.do(who, finish_task, told.reference, numbers[1])
    return numbers[0], numbers[1]


def _words(
    cage: Cage, address: Address | None = None, answers: Mapping[str, str] = PATTERN
) -> tuple[Words, dict[str, int]]:
    """Return a story's words, with the numbers of the canaries in them."""
    planted = {"street": cage.number()} if address is None else {}
    people = []
    for former in (story.RESIDENT, story.COMPLAINANT):
        numbers = {part: cage.number() for part in PARTS}
        planted |= {f"{former.role} {part}": number for part, number in numbers.items()}
        people.append(NewPerson(former.role, **contact(numbers)))  # type: ignore[arg-type]
    here = address or _house(planted["street"])
    made = Words(address=here, answers=answers, resident=people[0], complainant=people[1])
    return made, planted


def _house(number: int) -> Address:
    """Return an address that no other case has."""
    return replace(story.HOUSE, number=str(1000 + number), street=f"Straat {word(number)}")


def _home(told: Story) -> str:
    return f"dwelling {told.words.address.number}"


def _place(cage: Cage, told: Story, reports: dict[str, str], planted: dict[str, int]) -> None:
    """Say of the canaries in the story's words where they ended up."""
    categories = fields()
    for what, number in planted.items():
        if what == "street":
            cage.plant_at(number, _home(told), what, "dwelling")
            continue
        *second, kind, _ = what.split()
        report = second[0] if second else told.report
        category = categories[Field("report", "person", kind)]
        cage.plant_at(number, report, what, category, party=reports[report])
