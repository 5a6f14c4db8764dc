# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
The world of the oracle (tests/oracle/README.md) in memory: one case per intervention and stage,
and everybody of the cast with their standing in it.  No database is asked.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import product

from tests.oracle.read_oracle import Cell, Decision
from tests.oracle.vocabulary import STAGES
from tests.story import CAST
from woonvrede.access.actor import Actor
from woonvrede.access.books import book
from woonvrede.access.given import Given
from woonvrede.access.rights import Standing, standing
from woonvrede.agreement.book import Agreement
from woonvrede.jobs.demo.cast import Persona
from woonvrede.records.case import Case, Involvement

AGREEMENT = "utrecht-2019"
NOW = datetime(2026, 6, 1, 12, 0, tzinfo=UTC)
BEFORE = NOW - timedelta(days=90)
DISTRICT = "overvecht"
PERSONAS = {persona.key: persona for persona in CAST}
ACCOUNTS = {key: number for number, key in enumerate(PERSONAS, 1)}
# Who takes part by the stage alone, by the oracle's README: in which role, whether in person, and
# in which stages; in all where none are named.  A guest is in none.
SEATS: dict[str, tuple[tuple[str, str, bool, tuple[str, ...] | None], ...]] = {
    "severe_nuisance": (
        ("case_lead", "lead", False, None),
        ("landlord", "landlord", False, STAGES["severe_nuisance"][1:]),
        (
            "case_manager",
            "manager",
            True,
            ("taken_up", "plan", "execution", "aftercare", "closed"),
        ),
    ),
    "last_chance": (
        ("landlord", "landlord", False, None),
        (
            "executor",
            "executor",
            False,
            ("ordered", "research", "plan_made", "signed", "running", "closed"),
        ),
    ),
    "neighbour_mediation": (
        ("mediation_lead", "mediation_lead", False, None),
        (
            "mediator",
            "mediator",
            True,
            ("assigned", "talk_a", "talk_b", "mediation", "aftercare"),
        ),
    ),
    "housing_hygiene": (("hygiene_expert", "hygiene_expert", False, None),),
    "eviction_prevention": (
        ("landlord", "landlord", False, None),
        (
            "social_team",
            "social_team",
            False,
            ("joint_intake", "ordered", "agreed", "stabilisation", "monitoring"),
        ),
    ),
    "mayoral_measure": (("mayor_adviser", "adviser", False, None),),
}


@dataclass(frozen=True)
class Rows:
    """For which rows of a category a question is asked: brought in by us, meant for us."""

    own: bool
    recipient: bool

    def given_by(self, right: Given) -> bool:
        """Does this right open such rows?"""
        return {"": True, "own": self.own, "recipient": self.recipient}[right.only]


ALL_ROWS = tuple(Rows(own, recipient) for own, recipient in product((False, True), repeat=2))


def parties(agreement: Agreement) -> dict[str, int]:
    """Return a number for each circle."""
    return {key: number for number, key in enumerate(agreement.circles, 1)}


def actor_of(key: str) -> Actor | None:
    """Return somebody of the cast as who acts; None for who acts for nobody."""
    persona = PERSONAS.get(key)
    if persona is None or not persona.party:
        return None
    agreement = book(AGREEMENT)
    legal = agreement.circles[persona.party]
    return Actor(
        account=ACCOUNTS[key],
        name=persona.name,
        membership=ACCOUNTS[key],
        party=parties(agreement)[persona.party],
        party_key=persona.party,
        party_name=agreement.labels["circles"][persona.party],
        legal=parties(agreement)[legal],
        legal_key=legal,
        functions=frozenset({persona.function}),
        districts=frozenset(persona.districts),
    )


@cache
def standing_of(key: str, intervention: str, stage: str, *, takes_part: bool) -> Standing | None:
    """Return what somebody may do in the oracle's case, taking part besides or not."""
    actor = actor_of(key)
    if actor is None:
        return None
    case = Case(
        agreement=AGREEMENT,
        intervention=intervention,
        stage=stage,
        district=DISTRICT,
        excluded_ids=[ACCOUNTS["landlord_excluded"]],
    )
    seats = [_seat(*seat) for seat in seats_of_the_world(intervention, stage)]
    if takes_part:
        seats.append(_seat(role_of(PERSONAS[key]), PERSONAS[key].party, None, None))
    return standing(actor, case, seats, NOW)


def conditions(decided: Collection[Cell]) -> dict[tuple[str, str, str], set[str]]:
    """Return the conditions that divide each question of persona, stage and category."""
    found: dict[tuple[str, str, str], set[str]] = {}
    for cell in decided:
        found.setdefault((cell.persona, cell.stage, cell.category), set()).add(cell.condition)
    return found


def invited(decided: Collection[Cell]) -> frozenset[str]:
    """Return who takes part only when invited."""
    return frozenset(cell.persona for cell in decided if cell.condition == "not_invited")


def worlds(
    cell: Cell, divided: Collection[str], may_be_invited: bool
) -> Iterator[tuple[bool, Rows]]:
    """Yield every world (taking part besides or not, which rows) in which a condition holds."""
    takes_part = {cell.condition == "invited" or _means_invited(cell.condition, divided)}
    if cell.condition == "":
        takes_part = {False, True} if may_be_invited else {False}
    for part, rows in product(sorted(takes_part), ALL_ROWS):
        if _holds(cell.condition, rows):
            yield part, rows


def product_says(place: Standing | None, verb: str, category: str, rows: Rows) -> bool:
    """Return whether the product gives this verb for such rows of a category."""
    if place is None:
        return False
    mine = (right for right in place.rights if (right.verb, right.thing) == (verb, category))
    return any(rows.given_by(right) for right in mine)


def oracle_says(decision: Decision, verb: str) -> bool:
    """Return whether the sources give this verb."""
    return decision.sees if verb == "see" else decision.writes


def seats_of_the_world(
    intervention: str, stage: str
) -> Iterator[tuple[str, str, str | None, datetime | None]]:
    """Yield who takes part by the stage alone, and who left: role, party, whose, until when."""
    yield "care", PERSONAS["former_participant"].party, None, NOW - timedelta(days=1)
    for role, persona, whose, stages in SEATS[intervention]:
        if stages is None or stage in stages:
            yield role, PERSONAS[persona].party, persona if whose else None, None


def _seat(role: str, party: str, account: str | None, until: datetime | None) -> Involvement:
    return Involvement(
        party_id=parties(book(AGREEMENT))[party],
        account_id=ACCOUNTS[account] if account else None,
        role=role,
        since=BEFORE,
        until=until,
    )


def role_of(persona: Persona) -> str:
    """Return the role in which somebody of the cast takes part."""
    return next(
        role.key
        for role in book(AGREEMENT).roles
        if persona.party in role.parties and persona.function in role.functions
    )


def _means_invited(condition: str, divided: Collection[str]) -> bool:
    """Beside ``not_invited`` the other two names mean "and invited"."""
    return "not_invited" in divided and condition not in ("", "not_invited")


def _holds(condition: str, rows: Rows) -> bool:
    if condition in ("own", "others"):
        return rows.own == (condition == "own")
    if condition in ("recipient", "not_recipient"):
        return rows.recipient == (condition == "recipient")
    return True
