# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""A city of some years: as much as was counted, the same for the same day, told by the verbs."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import psycopg
import pytest
from tests.support.city import UTRECHT, fewer, utrecht
from tests.support.world import Broom

from woonvrede.access.books import book
from woonvrede.jobs.demo import cast
from woonvrede.jobs.demo.city.draw import Planned, crowd, plan
from woonvrede.jobs.demo.city.filling import Part, fill
from woonvrede.jobs.demo.city.read import read_volumes
from woonvrede.jobs.demo.city.telling import City
from woonvrede.jobs.demo.city.words import Volumes
from woonvrede.jobs.demo.read import Malformed, demos

Connection = psycopg.Connection[Any]
AT = datetime(2026, 6, 1, 15, tzinfo=UTC)
# Reports that came in per year; docs of the agreement's file say where they were published.
YEARLY = {
    "neighbour_mediation": (350, 410),
    "severe_nuisance": (85, 95),
    "housing_hygiene": (100, 125),
    "eviction_prevention": (70, 90),
    "last_chance": (15, 30),
    "mayoral_measure": (4, 10),
}
FINGERPRINT = """
    select intervention, stage, outcome, opened_at, closed_at, address, due,
           (select count(*) from records_event e where e.case_id = c.id),
           (select count(*) from records_deadline d
            where d.case_id = c.id and d.missed_at is not null)
    from records_case c order by address, opened_at
"""


def test_as_much_happens_as_was_counted() -> None:
    volumes = utrecht()
    planned = plan(volumes, AT)
    found = Counter(each.volume.key for each in planned)
    for key, (least, most) in YEARLY.items():
        assert least <= found[key] / volumes.years <= most, key
    where = Counter(each.home.district for each in planned)
    assert set(where) == {each.key for each in book(UTRECHT).districts}
    assert where.most_common(1)[0][0] == "overvecht"
    months = Counter(
        each.begins.month for each in planned if each.volume.key == "neighbour_mediation"
    )
    assert sum(months[m] for m in (6, 7, 8)) > 1.4 * sum(months[m] for m in (12, 1, 2))
    assert len({(each.home.postcode, each.home.number) for each in planned}) == len(planned)
    assert all(each.home.postcode.endswith(" ZZ") for each in planned)
    assert all(timedelta(0) < AT - each.begins < timedelta(days=920) for each in planned)


def test_the_same_day_gives_the_same_city_and_another_day_another() -> None:
    assert plan(utrecht(), AT) == plan(utrecht(), AT)
    assert plan(utrecht(), AT) != plan(utrecht(), AT - timedelta(days=30))


def test_nobody_is_there_twice_and_nobody_exists() -> None:
    people = [*demos()[UTRECHT].everybody, *crowd(utrecht())]
    assert 140 <= len(people) <= 170
    assert len({each.email for each in people}) == len(people) == len({p.name for p in people})
    invented = set(utrecht().invented.family)
    assert all(each.name.split()[-1] in invented for each in crowd(utrecht()))


def test_nobody_takes_a_case_over_from_themselves() -> None:
    volumes = utrecht()
    city = City(UTRECHT, volumes, [*demos()[UTRECHT].everybody, *crowd(volumes)])
    for planned in plan(volumes, AT)[:200]:
        plays = city.players(["manager", "other_manager"], "portaal", planned, planned.dice())
        assert len(set(plays.values())) == 2


def test_every_course_can_be_told_to_its_end(fresh_world: None, maintenance: Connection) -> None:
    volumes = utrecht()
    part = _part(volumes, _one_of_each(volumes))
    assert len(list(fill(part, AT, workers=1))) == len(part.cases)
    ended = maintenance.execute(
        "select intervention, outcome, count(*) from records_case where closed_at is not null"
        " group by 1, 2"
    ).fetchall()
    found = {(intervention, outcome) for intervention, outcome, _ in ended}
    for intervention in book(UTRECHT).interventions.values():
        for outcome in intervention.outcomes:
            assert (intervention.key, outcome.key) in found
    answers = {row[0] for row in maintenance.execute("select answer from records_permission")}
    assert answers == {"granted", "refused"}
    over = {row[0] for row in maintenance.execute("select answer from records_handover")}
    assert over == {"accepted", "declined"}
    # Only a last chance takes longer than this lot of cases is old, and a term may pass in it.
    running = maintenance.execute(
        "select distinct intervention from records_case where closed_at is null"
    )
    assert [row[0] for row in running] in ([], ["last_chance"])


def test_a_city_is_told_the_same_again_and_stops_at_its_day(
    fresh_world: None, broom: Broom, maintenance: Connection
) -> None:
    volumes = fewer(0.02)
    told = []
    for _ in range(2):
        broom.sweep()
        list(fill(_part(volumes, plan(volumes, AT)), AT, workers=1))
        told.append(maintenance.execute(FINGERPRINT).fetchall())
    assert told[0] == told[1]
    assert len(told[0]) > 25
    first = maintenance.execute(
        "select min(schedule) from (select scheduled_at as schedule from"
        " procrastinate_jobs where task_name = 'term_passes') t"
    ).fetchone()
    assert first is None or first[0] is None or first[0] > AT
    forgotten = maintenance.execute(
        "select from records_deadline where due < %s and ended_at is null and missed_at is null",
        [AT.date()],
    )
    assert forgotten.rowcount == 0


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("years = 1 1", "line 1"),
        ("years = 1\n", "landlords: Field required"),
    ],
)
def test_what_is_wrong_with_a_city_is_told(tmp_path: Path, text: str, why: str) -> None:
    (tmp_path / "demo.toml").write_text("people = []")
    file = tmp_path / "volumes.toml"
    file.write_text(text)
    with pytest.raises(Malformed, match=why):
        read_volumes(file, ())


def _one_of_each(volumes: Volumes) -> list[Planned]:
    """Return a case for every course that has a share, begun so long ago that it is over."""
    homes = iter(plan(volumes, AT))
    return [
        Planned(
            number,
            volume.model_copy(
                update={"courses": tuple(c for c in volume.courses if c.key == course.key)}
            ),
            datetime(2023, 3, 1 + Random(number).randrange(20), 10, tzinfo=UTC),
            next(homes).home,
        )
        for number, (volume, course) in enumerate(
            (volume, course)
            for volume in volumes.volumes
            for course in volume.courses
            if course.share
        )
    ]


def _part(volumes: Volumes, cases: list[Planned]) -> Part:
    more = crowd(volumes)
    people = [*demos()[UTRECHT].everybody, *more]
    cast.make_cast(people, AT - timedelta(days=2000), today=AT.date())
    return Part(City(UTRECHT, volumes, people), more, cases)
