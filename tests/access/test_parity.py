# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
One policy, two readings: Python for one case and SQL for a table give the same in any world, and
the walls of the database let through everything that the policy lets see.
"""

from collections.abc import Callable, Iterable
from datetime import datetime

import pytest
from django.db import connection
from django.db.models import Q
from hypothesis import given, settings

from tests.access import random_worlds, rows
from tests.access.random_worlds import A_FEW, Built, Question, World, build, edges, in_memory
from woonvrede.access import rights
from woonvrede.access.actor import Actor
from woonvrede.access.given import SEE
from woonvrede.access.rights import Standing, may, standing
from woonvrede.access.session import acting
from woonvrede.records.case import Involvement
from woonvrede.records.entry import Entry
from woonvrede.records.person import Person

Seats = Callable[[Actor, datetime], Q]

MANY = settings(A_FEW, max_examples=1500, derandomize=False)

pytestmark = pytest.mark.usefixtures("fresh_world")


def of_python(built: Built, to: rows.Connection) -> dict[int, Standing]:
    """Judge each case in Python."""
    return {pk: standing(built.actor, *in_memory(pk, to), built.at) for pk in built.cases}


def of_sql(built: Built, asked: Iterable[Question]) -> dict[Question, set[int]]:
    """Judge all cases in SQL, as the application: which cases open this to the actor."""
    found: dict[Question, set[int]] = {}
    with acting(built.actor):
        for verb, thing in asked:
            mine = Involvement.objects.filter(may(built.actor, verb, thing, built.at))
            cases = mine.filter(case_id__in=built.cases).values_list("case_id", flat=True)
            found[verb, thing] = set(cases)
    return found


def differences(world: World, to: rows.Connection) -> list[str]:
    """Return every question that the two readings answer differently."""
    built = build(world, to)
    asked = {(SEE, "process"), *world.asked}
    judged, selected = of_python(built, to), of_sql(built, asked)
    return [
        f"{verb} {thing} in {place.case.intervention}/{place.case.stage}"
        for pk, place in judged.items()
        for verb, thing in asked
        if place.allows(verb, thing) != (pk in selected[verb, thing])
    ]


def unreachable(world: World, to: rows.Connection) -> list[str]:
    """Return what the policy lets see, and a raw statement of the application does not get."""
    built = build(world, to)
    missing = []
    for pk, place in of_python(built, to).items():
        wanted = seen_rows(pk, place, to)
        with acting(built.actor), connection.cursor() as cursor:
            for table, ids in wanted.items():
                cursor.execute(f"select id from {table} where id = any(%s)", [sorted(ids)])
                got = {row[0] for row in cursor.fetchall()}
                missing += [f"{table} {row}" for row in sorted(ids - got)]
    return missing


def seen_rows(pk: int, place: Standing, to: rows.Connection) -> dict[str, set[int]]:
    """Return the rows of a case that the policy lets see, read row by row in Python."""
    found: dict[str, set[int]] = {"records_case": {pk} if place.things(SEE) else set()}
    entries = "select id, category, party_id, recipient_ids from records_entry where case_id = %s"
    people = "select id, category, party_id, '{}'::bigint[] from records_person where case_id = %s"
    for table, ask in (("records_entry", entries), ("records_person", people)):
        everything = to.execute(ask, [pk]).fetchall()
        found[table] = {row[0] for row in everything if _sees(place, *row[1:])}
    return found


def misread_rows(world: World, to: rows.Connection) -> list[str]:
    """Return each case of which ``rows()`` and ``people()`` select other rows than it says."""
    built = build(world, to)
    wrong = []
    for pk, place in of_python(built, to).items():
        wanted = seen_rows(pk, place, to)
        with acting(built.actor):
            entries = Entry.objects.filter(place.rows(SEE), case=pk)
            persons = Person.objects.filter(place.people(SEE), case=pk)
            got = {"records_entry": entries, "records_person": persons}
            selected = {
                table: set(each.values_list("pk", flat=True)) for table, each in got.items()
            }
        wrong += [
            f"{table} of case {pk}" for table, ids in selected.items() if ids != wanted[table]
        ]
    return wrong


@A_FEW
@given(world=random_worlds.worlds())
def test_python_and_sql_judge_the_same(world: World, maintenance: rows.Connection) -> None:
    assert differences(world, maintenance) == []


@A_FEW
@given(world=random_worlds.worlds())
def test_rows_selects_exactly_what_the_rights_say(
    world: World, maintenance: rows.Connection
) -> None:
    assert misread_rows(world, maintenance) == []


@A_FEW
@given(world=random_worlds.worlds())
def test_the_walls_let_through_all_that_the_policy_gives(
    world: World, maintenance: rows.Connection
) -> None:
    assert unreachable(world, maintenance) == []


@pytest.mark.full
@MANY
@given(world=random_worlds.worlds())
def test_in_many_more_worlds_too(world: World, maintenance: rows.Connection) -> None:
    assert differences(world, maintenance) == []
    assert misread_rows(world, maintenance) == []
    assert unreachable(world, maintenance) == []


def also_when_ended(actor: Actor, at: datetime) -> Q:
    """A copy of ``rights.seats`` that forgets the end of a seat."""
    mine = Q(party=actor.party, since__lte=at) & (Q(account=None) | Q(account=actor.account))
    return _where_i_work(mine, actor)


def without_personal_seats(actor: Actor, at: datetime) -> Q:
    """A copy of ``rights.seats`` that ignores whose a personal seat is."""
    mine = Q(party=actor.party, since__lte=at) & (Q(until=None) | Q(until__gt=at))
    return _where_i_work(mine, actor)


def up_to_and_including(actor: Actor, at: datetime) -> Q:
    """A copy of ``rights.seats`` in which a seat still holds at its very end."""
    mine = (
        Q(party=actor.party, since__lte=at)
        & (Q(until=None) | Q(until__gte=at))
        & (Q(account=None) | Q(account=actor.account))
    )
    return _where_i_work(mine, actor)


def not_from_the_first_moment(actor: Actor, at: datetime) -> Q:
    """A copy of ``rights.seats`` in which a seat does not yet hold at its very beginning."""
    mine = (
        Q(party=actor.party, since__lt=at)
        & (Q(until=None) | Q(until__gt=at))
        & (Q(account=None) | Q(account=actor.account))
    )
    return _where_i_work(mine, actor)


def in_every_district(actor: Actor, at: datetime) -> Q:
    """A copy of ``rights.seats`` that forgets the districts of a membership."""
    mine = (
        Q(party=actor.party, since__lte=at)
        & (Q(until=None) | Q(until__gt=at))
        & (Q(account=None) | Q(account=actor.account))
    )
    return mine & Q(intervention__in=actor.interventions) if actor.interventions else mine


@pytest.mark.parametrize(
    "defect",
    [
        also_when_ended,
        without_personal_seats,
        up_to_and_including,
        not_from_the_first_moment,
        in_every_district,
    ],
)
def test_a_planted_defect_is_found(
    defect: Seats, maintenance: rows.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At one of the edges, with the sound reading first: it is the defect that is found."""
    assert [found for world in edges() for found in differences(world, maintenance)] == []
    monkeypatch.setattr(rights, "seats", defect)
    found = [found for world in edges() for found in differences(world, maintenance)]
    assert "see process in severe_nuisance/taken_up" in found


def _where_i_work(mine: Q, actor: Actor) -> Q:
    if actor.interventions:
        mine &= Q(intervention__in=actor.interventions)
    return mine & Q(district__in=actor.districts) if actor.districts else mine


def _sees(place: Standing, category: str, party: int, recipients: list[int]) -> bool:
    limits = {right.only for right in place.rights if (right.verb, right.thing) == (SEE, category)}
    return (
        "" in limits
        or ("own" in limits and party == place.actor.party)
        or ("recipient" in limits and place.actor.party in recipients)
    )
