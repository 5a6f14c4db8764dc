# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
What would become of running cases under a later version of their agreement.

The database tells a named system actor where the cases are, in codes; the books tell the rest.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db import connection

from ...access.refusals import Refused
from ...agreement.book import Agreement
from ...agreement.moving.hindrances import Hindrance, hindrances
from ...agreement.moving.live import Live, destination, migration_from
from ...agreement.moving.reach import Difference, Place, difference
from ...agreement.places import in_order
from ...agreement.vocabulary import UNKNOWN
from ...records.entry import Entry

# The only system actor to whom the database tells of cases; see records_cases_under in the walls.
MOVES = "cases_move"
QUESTION = """
    select id, reference, intervention, stage, seats, entries, people, categories, tenure
    from records_cases_under(%s, %s)
"""


@dataclass(frozen=True)
class Planned:
    """
    One running case, where it comes, and why it has to stay where it is, if it does; ``leads`` is
    the circle that leads it there in place of who did.
    """

    case: int
    reference: str
    live: Live
    to: Place
    hindrances: tuple[Hindrance, ...]
    leads: str = ""

    @property
    def stays(self) -> bool:
        """Must it stay under the former version?"""
        return bool(self.hindrances)


@dataclass(frozen=True)
class Group:
    """
    The cases that come from one stage to one other: how many, in how many each role is played and
    something of each category was written, and who may do more or less.
    """

    was: Place
    now: Place
    cases: int
    roles: Mapping[str, int]
    categories: Mapping[str, int]
    difference: Difference


def plan(former: Agreement, new: Agreement, *, case: int | None = None) -> list[Planned]:
    """
    Return what would become of each running case under the former version, or of one.

    :raises Refused: if the new version does not say that cases come from the former one
    """
    migration = migration_from(former.key, new)
    if migration is None:
        raise Refused(f"In {new.key} staat niet hoe casussen van {former.key} overgaan.")
    with connection.cursor() as cursor:
        cursor.execute(QUESTION, [former.key, case])
        rows = cursor.fetchall()
    found = []
    for number, reference, intervention, stage, *codes, tenure in rows:
        live = _live(intervention, stage, codes, tenure or UNKNOWN)
        to = destination(migration, intervention, stage)
        reasons = tuple(hindrances(live, former, new, to))
        leads = "" if reasons else _other_lead(live, former, new, to)
        found.append(Planned(number, reference, live, to, reasons, leads))
    return found


def groups(planned: Iterable[Planned], former: Agreement, new: Agreement) -> Iterator[Group]:
    """Put together the cases that move from one stage to one other, in the agreement's order."""
    together: dict[tuple[Place, Place], list[Live]] = {}
    for each in planned:
        if not each.stays:
            was = (each.live.intervention, each.live.stage)
            together.setdefault((was, each.to), []).append(each.live)
    order = [(each.key, stage.key) for each in in_order(former) for stage in each.stages]
    for (was, now), cases in sorted(
        together.items(), key=lambda pair: (order.index(pair[0][0]), pair[0][1])
    ):
        roles = Counter(role for live in cases for role in live.roles)
        yield Group(
            was=was,
            now=now,
            cases=len(cases),
            roles=roles,
            categories=Counter(category for live in cases for category in live.categories),
            difference=difference(former, was, new, now, roles=roles),
        )


def _other_lead(live: Live, former: Agreement, new: Agreement, to: Place) -> str:
    """Return who leads when another role does; under the same one, who led still does."""
    was, now = former.interventions[live.intervention].lead, new.interventions[to[0]].lead
    (leader,) = live.players(now) if now != was else ("",)
    return "" if leader in live.players(was) else leader


def _live(intervention: str, stage: str, codes: Sequence[Sequence[str]], tenure: str) -> Live:
    seats, entries, people, categories = codes
    named = [(kind, key) for kind, _, key in (each.partition(":") for each in entries)]
    return Live(
        intervention=intervention,
        stage=stage,
        seats=frozenset(
            (role, party) for role, _, party in (each.partition(":") for each in seats)
        ),
        facts=frozenset(key for kind, key in named if kind == Entry.FACT),
        registers=frozenset(key for kind, key in named if kind == Entry.ROW),
        people=frozenset(people),
        categories=frozenset(categories),
        tenure=tenure,
    )
