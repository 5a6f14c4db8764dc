# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
Worlds that nobody thought of: one person with a membership, some cases, whoever takes part.

``build`` puts one in the database past verbs and policies; ``in_memory`` reads it back for the
reading of the policy in Python.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from tests.access import rows
from woonvrede.access.actor import Actor
from woonvrede.access.books import book
from woonvrede.access.given import INVITE, MOVE, SEE, WRITE
from woonvrede.records.case import Case, Involvement

AGREEMENT = "utrecht-2019"
PARTS = (
    ("u_centraal_casemanagement", "coordinator", "case_lead"),
    ("u_centraal_casemanagement", "case_manager", "case_manager"),
    ("portaal", "consultant", "landlord"),
    ("politie", "officer", "police"),
    ("lister", "care_worker", "care"),
    ("het_vierde_huis", "trajectory_guide", "executor"),
)
CIRCLES = tuple(sorted({circle for circle, _, _ in PARTS}))
FUNCTIONS = tuple(function for _, function, _ in PARTS)
ROLES = tuple(role for _, _, role in PARTS)
DISTRICTS = ("overvecht", "zuid")
INTERVENTIONS = ("severe_nuisance", "last_chance", "eviction_prevention")
# Before, at and after the moment of asking: a seat holds from its beginning up to its end.
MOMENTS = (-1, 0, 1)
# The same few each time; only the large run tries others.
A_FEW = settings(
    max_examples=40,
    deadline=None,
    database=None,
    derandomize=True,
    phases=[Phase.generate, Phase.shrink],
    suppress_health_check=list(HealthCheck),
)
WHOSE = ("the party's", "mine", "a colleague's")

Question = tuple[str, str]


@dataclass(frozen=True)
class Seat:
    """Who plays which part, whose, since and until when (days from the moment of asking)."""

    party: str
    role: str
    whose: str
    since: int
    until: int | None


@dataclass(frozen=True)
class Note:
    """Something written down, by whom and for whom."""

    category: str
    party: str
    recipients: tuple[str, ...]


@dataclass(frozen=True)
class Opened:
    """One case."""

    intervention: str
    stage: str
    district: str
    excludes_me: bool
    seats: tuple[Seat, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True)
class World:
    """One person, some cases, and what is asked of them beside whether they may be known of."""

    party: str
    functions: frozenset[str]
    interventions: frozenset[str]
    districts: frozenset[str]
    cases: tuple[Opened, ...]
    asked: tuple[Question, ...]


@dataclass(frozen=True)
class Built:
    """A world that stands in the database."""

    actor: Actor
    at: datetime
    cases: tuple[int, ...]


@st.composite
def seats(draw: st.DrawFn, circles: Sequence[str], roles: Sequence[str]) -> Seat:
    """Any seat, sound or not: the database holds what old agreements gave."""
    since = draw(st.sampled_from((-1, *MOMENTS)))
    until = draw(st.sampled_from([None, *(day for day in MOMENTS if day >= since)]))
    whose = draw(st.sampled_from(WHOSE))
    return Seat(draw(st.sampled_from(circles)), draw(st.sampled_from(roles)), whose, since, until)


@st.composite
def opened(draw: st.DrawFn, circle: str, role: str) -> Opened:
    """Any case in any stage, in which one circle, among others, plays or played a part."""
    interventions = book(AGREEMENT).interventions
    known = [key for key in INTERVENTIONS if role in {g.role for g in interventions[key].grants}]
    intervention = draw(st.sampled_from(known))
    categories = [category.key for category in book(AGREEMENT).categories]
    circles = st.sampled_from((circle, *CIRCLES))
    recipients = st.lists(circles, max_size=2).map(tuple)
    return Opened(
        intervention,
        draw(st.sampled_from([stage.key for stage in interventions[intervention].stages])),
        draw(st.sampled_from(DISTRICTS)),
        draw(st.integers(0, 9)) == 0,
        # A seat that ended counts only beside one that did not: else nothing of the case is left.
        (
            draw(seats([circle], [role])),
            *draw(st.lists(seats([circle], (role, *ROLES)), max_size=2)),
            *draw(st.lists(seats(CIRCLES, ROLES), max_size=2)),
        ),
        draw(
            st.lists(
                st.builds(Note, st.sampled_from(categories), circles, recipients), max_size=6
            ).map(tuple)
        ),
    )


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Any world."""
    circle, function, role = draw(st.sampled_from(PARTS))
    more = draw(st.frozensets(st.sampled_from(FUNCTIONS), max_size=2))
    return World(
        circle,
        more or frozenset({function}),
        draw(st.frozensets(st.sampled_from(INTERVENTIONS), max_size=2)),
        draw(st.frozensets(st.sampled_from(DISTRICTS), max_size=1)),
        tuple(draw(st.lists(opened(circle, role), min_size=1, max_size=2))),
        tuple(draw(st.lists(st.sampled_from(questions()), min_size=5, max_size=5))),
    )


def edges() -> list[World]:
    """Worlds at the edges, each beside a seat through which the case stays reachable."""
    opening = "severe_nuisance", "taken_up", "overvecht", False
    ended = Seat("politie", "police", WHOSE[0], -1, 0)
    beginning = Seat("politie", "police", WHOSE[0], 0, None)
    colleague = Seat("u_centraal_casemanagement", "case_manager", WHOSE[2], -1, None)
    own = Seat("portaal", "landlord", WHOSE[0], -1, None)
    police = "politie", frozenset({"officer"}), frozenset[str]()
    manager = "u_centraal_casemanagement", frozenset({"case_manager"}), frozenset[str]()
    landlord = "portaal", frozenset({"consultant"}), frozenset[str]()
    return [
        World(*police, frozenset(), (Opened(*opening, (ended, _elsewhere(ended)), ()),), ()),
        World(*police, frozenset(), (Opened(*opening, (beginning,), ()),), ()),
        World(
            *manager, frozenset(), (Opened(*opening, (colleague, _elsewhere(colleague)), ()),), ()
        ),
        World(*landlord, frozenset({"zuid"}), (Opened(*opening, (own,), ()),), ()),
    ]


def questions() -> list[Question]:
    """Return everything that can be asked in these interventions."""
    agreement = book(AGREEMENT)
    asked = {(verb, each.key) for verb in (SEE, WRITE) for each in agreement.categories}
    for key in INTERVENTIONS:
        described = agreement.interventions[key]
        asked |= {(MOVE, move.key) for move in described.moves}
        asked |= {(INVITE, each.role) for each in described.invitations}
    return sorted(asked)


def build(world: World, to: rows.Connection) -> Built:
    """Put a world in the database; it may hold other worlds already."""
    at = datetime.now(UTC)
    ids = rows.party_ids(to)
    accounts = {"the party's": None, "mine": rows.account(to), "a colleague's": rows.account(to)}
    me = accounts["mine"]
    assert me is not None
    made = []
    for case in world.cases:
        lead = ids[CIRCLES[0]]
        pk = rows.case(to, case.intervention, case.stage, lead=lead, district=case.district)
        for seat in {_place(seat): seat for seat in case.seats}.values():
            rows.seat(
                to,
                pk,
                ids[seat.party],
                seat.role,
                account_id=accounts[seat.whose],
                since=at + timedelta(days=seat.since),
                until=None if seat.until is None else at + timedelta(days=seat.until),
            )
        if case.excludes_me:
            rows.insert(to, "exclusion", case_id=pk, account_id=me, reason="family", since=at)
        for note in case.notes:
            recipients = [ids[key] for key in note.recipients]
            rows.entry(to, pk, note.category, ids[note.party], recipients)
            rows.person(to, note.category, ids[note.party], case_id=pk)
        made.append(pk)
    return Built(_actor(world, ids, me), at, tuple(made))


def in_memory(pk: int, to: rows.Connection) -> tuple[Case, list[Involvement]]:
    """Return a case with its involvements as they stand, asked by a role that no policy binds."""
    columns = ("id", "agreement", "intervention", "stage", "district", "excluded_ids")
    found = to.execute(
        f"select {', '.join(columns)} from records_case where id = %s",
        [pk],
    ).fetchone()
    assert found is not None
    case = Case(**dict(zip(columns, found, strict=True)))
    places = ("party_id", "account_id", "role", "since", "until")
    held = to.execute(
        f"select {', '.join(places)} from records_involvement where case_id = %s",
        [pk],
    ).fetchall()
    return case, [Involvement(**dict(zip(places, row, strict=True))) for row in held]


def _elsewhere(seat: Seat) -> Seat:
    """Return a seat of the same circle that gives nothing."""
    return Seat(seat.party, "mediator", WHOSE[0], -1, None)


def _place(seat: Seat) -> tuple[str, str, str, bool]:
    """Return what the database holds once: two open seats in one place are one too many."""
    return seat.party, seat.role, seat.whose, seat.until is None


def _actor(world: World, ids: dict[str, int], account: int) -> Actor:
    return Actor(
        account=account,
        name="Iemand",
        membership=0,
        party=ids[world.party],
        party_key=world.party,
        party_name=world.party,
        legal=ids[world.party],
        legal_key=world.party,
        functions=world.functions,
        interventions=world.interventions,
        districts=world.districts,
    )
