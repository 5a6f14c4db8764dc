# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
The policy gives what the sources give, and nothing else, in worlds that nobody thought of: whoever
of the guests takes part at once, and whatever was written down, by whom and for whom.

The cell by cell comparison asks each right alone; here a query of the application answers.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.access import rows
from tests.access.random_worlds import A_FEW, in_memory
from tests.access.standings import (
    AGREEMENT,
    PERSONAS,
    Rows,
    actor_of,
    invited,
    product_says,
    role_of,
    seats_of_the_world,
)
from tests.matrix.telling import LEADS
from tests.oracle.read_oracle import Cell, Decision, cells, decide, visible
from tests.oracle.vocabulary import CATEGORIES, STAGES
from woonvrede.access.actor import Actor
from woonvrede.access.books import book
from woonvrede.access.given import SEE, WRITE
from woonvrede.access.rights import may, standing
from woonvrede.access.session import acting
from woonvrede.records.case import Involvement
from woonvrede.records.entry import Entry

pytestmark = pytest.mark.usefixtures("fresh_world")

MEMBERS = sorted(key for key, persona in PERSONAS.items() if persona.party)
CIRCLES = sorted(book(AGREEMENT).circles)
FORMER = "former_participant"
NAMED = ("manager", "mediator")  # who takes part in person
Note = tuple[str, str, frozenset[str]]


@dataclass(frozen=True)
class World:
    """A case of the oracle's README, with these guests and notes; and who looks."""

    who: str
    intervention: str
    stage: str
    guests: frozenset[str]
    notes: tuple[Note, ...]

    def says(self, category: str, party: str, recipients: frozenset[str]) -> Decision:
        """Return what the sources say of what such a party wrote for such recipients."""
        mine = PERSONAS[self.who].party
        names = {
            "invited": mine in {PERSONAS[guest].party for guest in self.guests},
            "own": party == mine,
            "recipient": mine in recipients,
        }
        holding = [name for name, holds in names.items() if holds]
        question = (self.who, self.intervention, self.stage, category)
        return decide(cells(self.intervention), question, holding=holding)


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """
    Any world that the oracle speaks of; mostly around somebody who may see something, and around
    what they may see under some condition, or else nothing would be seen of so many worlds.
    """
    intervention = draw(st.sampled_from(sorted(STAGES)))
    seen = sorted(visible(cells(intervention)))
    limited = [cell for cell in seen if cell.condition]
    found = draw(st.sampled_from([limited, limited, seen, _everything(intervention)]))
    cell = draw(st.sampled_from(found))
    possible = invited(cells(intervention))
    guests = draw(st.frozensets(st.sampled_from(sorted(possible))))
    if cell.persona in possible and draw(st.booleans()):
        guests |= {cell.persona}
    if cell.persona == FORMER:  # while care takes part nobody of it left
        guests -= {"care"}
    circles = st.sampled_from([PERSONAS[cell.persona].party]) | st.sampled_from(CIRCLES)
    of_any = st.sampled_from([cell.category]) | st.sampled_from(CATEGORIES)
    note = st.tuples(of_any, circles, st.frozensets(circles, max_size=2))
    notes = tuple(draw(st.lists(note, min_size=6, max_size=12)))
    return World(cell.persona, intervention, cell.stage, guests, notes)


def _everything(intervention: str) -> list[Cell]:
    return sorted(cell for cell in cells(intervention) if cell.persona in MEMBERS)


def disagreements(world: World, to: rows.Connection) -> list[str]:
    """Return everything in this world of which product and sources think differently."""
    ids, at = rows.party_ids(to), datetime.now(UTC)
    accounts = {key: rows.account(to) for key in {world.who, *NAMED, "landlord_excluded"}}
    pk = _case(world, ids, accounts, to)
    notes = {
        rows.entry(to, pk, category, ids[party], [ids[each] for each in recipients]): note
        for note in world.notes
        for category, party, recipients in [note]
    }
    actor = _actor(world.who, ids, accounts[world.who])
    place = standing(actor, *in_memory(pk, to), at)
    with acting(actor):
        known = Involvement.objects.filter(may(actor, SEE, "process", at), case=pk).exists()
        read = set(Entry.objects.filter(place.rows(SEE), case=pk).values_list("pk", flat=True))
    wrong = [] if known == world.says("process", "", frozenset()).sees else [f"knows: {known}"]
    wrong += [
        f"sees {notes[n]}: {n in read}" for n in notes if (n in read) != _sees(world, notes[n])
    ]
    mine = PERSONAS[world.who].party
    for category in CATEGORIES:
        writes = product_says(place, WRITE, category, Rows(own=True, recipient=False))
        if writes != world.says(category, mine, frozenset()).writes:
            wrong.append(f"writes {category}: {writes}")
    return [f"{world.who} in {world.stage}: {words}" for words in wrong]


def _sees(world: World, note: Note) -> bool:
    return world.says(*note).sees


def _case(world: World, ids: dict[str, int], accounts: dict[str, int], to: rows.Connection) -> int:
    """Put the case in the database, with who takes part in it by its stage, and its guests."""
    pk = rows.case(to, world.intervention, world.stage, lead=ids[LEADS[world.intervention]])
    for role, party, account, until in _seats(world):
        whose = accounts[account] if account else None
        rows.seat(to, pk, ids[party], role, account_id=whose, until=until)
    out = accounts["landlord_excluded"]
    rows.insert(to, "exclusion", case_id=pk, account_id=out, reason="family", since=rows.LONG_AGO)
    return pk


def _seats(world: World) -> Iterator[tuple[str, str, str | None, datetime | None]]:
    yield from seats_of_the_world(world.intervention, world.stage)
    for guest in sorted(world.guests):
        yield role_of(PERSONAS[guest]), PERSONAS[guest].party, None, None


def _actor(who: str, ids: dict[str, int], account: int) -> Actor:
    found = actor_of(who)
    assert found is not None
    party, legal = ids[found.party_key], ids[found.legal_key]
    return replace(found, account=account, membership=0, party=party, legal=legal)


@settings(A_FEW, max_examples=150)
@given(world=worlds())
def test_policy_and_sources_agree_in_any_world(world: World, maintenance: rows.Connection) -> None:
    assert disagreements(world, maintenance) == []


@pytest.mark.full
@settings(A_FEW, max_examples=3000, derandomize=False)
@given(world=worlds())
def test_and_in_many_more(world: World, maintenance: rows.Connection) -> None:
    assert disagreements(world, maintenance) == []
