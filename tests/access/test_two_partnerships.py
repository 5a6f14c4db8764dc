# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which agreement is in force follows from the day and from who asks; a case keeps its own."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from django.conf import settings

from tests.access.rows import Connection
from tests.world import START
from woonvrede.access import accounts, given
from woonvrede.access import books as shelf
from woonvrede.access.actor import actors_of
from woonvrede.access.books import in_force, partnerships
from woonvrede.access.refusals import Refused
from woonvrede.agreement.apart import Entangled
from woonvrede.jobs.demo import cast
from woonvrede.jobs.demo.read import demos
from woonvrede.jobs.demo.story import Story
from woonvrede.jobs.demo.world import tell

UTRECHT, CITY = "utrecht-2019", "voorbeeldstad-2026"
LATER = date(2026, 4, 1)
NEXT = {
    'key = "voorbeeldstad-2026"': 'key = "voorbeeldstad-2027"',
    "since = 2025-01-01": f"since = {LATER}",
    'label = "Wegen"': 'label = "Opnieuw wegen"',
}
Plant = Callable[[str, Mapping[str, str]], None]


@pytest.fixture
def plant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Plant]:
    """Let a test write a changed copy of the second city's agreement in a folder of its own."""
    home = Path(settings.AGREEMENTS)
    monkeypatch.setattr(settings, "AGREEMENTS", tmp_path)
    for key in (UTRECHT, CITY):
        shutil.copytree(home / key, tmp_path / key)

    def write(folder: str, changes: Mapping[str, str]) -> None:
        if not (tmp_path / folder).exists():
            shutil.copytree(home / CITY, tmp_path / folder)
        for path in (tmp_path / folder).rglob("*.toml"):
            text = path.read_text()
            for old, new in changes.items():
                text = text.replace(old, new)
            path.write_text(text)
        shelf.books.cache_clear()

    yield write
    monkeypatch.undo()
    shelf.books.cache_clear()
    given.rights.cache_clear()


def test_who_asks_decides_which_agreement() -> None:
    day = START.date()
    assert in_force(day, "portaal").key == in_force(day, "u_centraal_casemanagement").key == UTRECHT
    assert in_force(day, "woonbelang").key == in_force(day, "regiepunt").key == CITY


def test_an_ended_agreement_without_a_next_one_is_not_that_of_another_city() -> None:
    day = date(2029, 1, 1)
    assert in_force(day, "portaal").key == UTRECHT
    with pytest.raises(LookupError, match="no agreement of voorbeeldstad holds"):
        in_force(day, "woonbelang")


def test_who_belongs_nowhere_has_no_agreement() -> None:
    with pytest.raises(LookupError, match="0 partnerships"):
        in_force(START.date(), "nobody")


def test_the_next_agreement_of_a_partnership_takes_over_on_its_day(plant: Plant) -> None:
    plant("next", NEXT)
    before = LATER - timedelta(days=1)
    assert in_force(before, "woonbelang").key == CITY
    assert in_force(LATER, "woonbelang").key == "voorbeeldstad-2027"
    assert in_force(LATER, "portaal").key == UTRECHT


def test_a_circle_in_two_partnerships_stops_everything(plant: Plant) -> None:
    plant(CITY, {'"woonbelang"': '"portaal"'})
    with pytest.raises(Entangled, match="portaal stands in two partnerships"):
        shelf.books()


def test_nobody_is_invited_for_a_party_that_acts_in_two_through_units(plant: Plant) -> None:
    plant(
        CITY,
        {
            '"voorbeeldstad"': '"gemeente"',
            'partnership = "gemeente"': 'partnership = "voorbeeldstad"',
            "Gemeente Voorbeeldstad": "Gemeente Utrecht",
        },
    )
    assert partnerships("gemeente") == ["utrecht", "voorbeeldstad"]
    assert in_force(START.date(), "regiepunt").key == CITY
    with pytest.raises(Refused, match="Kies een afdeling"):
        accounts.invite("x@voorbeeld.invalid", name="X", party="gemeente", functions=[], at=START)


def test_a_case_keeps_its_own_agreement(
    plant: Plant, fresh_world: None, maintenance: Connection
) -> None:
    demo = demos()[CITY]
    cast.make_cast(demo.people, START)
    scenes = {scene.key: scene for scene in demo.scenes}
    old = tell(scenes["weighing"], Story(START))
    waiting = tell(scenes["reported"], Story(START))
    plant("next", NEXT)
    after = START + timedelta(days=40)
    new = tell(scenes["reported"], Story(after))

    old.at = waiting.at = after
    assert old.seen_by("planner").stage == "Wegen"
    waiting.route("planner", "persistent_nuisance")
    assert waiting.seen_by("planner").stage == "Wegen"
    found: dict[str, str] = dict(
        maintenance.execute("select reference, agreement from records_report").fetchall()
    )
    cases = set(maintenance.execute("select agreement from records_case").fetchall())
    assert found == {old.report: CITY, waiting.report: CITY, new.report: "voorbeeldstad-2027"}
    assert cases == {(CITY,)}


def test_after_the_last_day_a_membership_does_not_count(fresh_world: None) -> None:
    cast.make_cast(demos()[CITY].people, START)
    account = accounts.account_for(f"owner@{cast.HOST}", name="x")
    last = datetime(2028, 12, 31, 12, tzinfo=UTC)
    assert [each.party_key for each in actors_of(account.pk, at=last)] == ["woonbelang"]
    assert actors_of(account.pk, at=last + timedelta(days=1)) == []


def test_the_last_day_ends_at_midnight_in_the_netherlands(fresh_world: None) -> None:
    """And not an hour later, at that of Greenwich."""
    cast.make_cast(demos()[CITY].people, START)
    account = accounts.account_for(f"owner@{cast.HOST}", name="x")
    midnight = datetime(2028, 12, 31, 23, tzinfo=UTC)
    assert actors_of(account.pk, at=midnight - timedelta(minutes=1))
    assert actors_of(account.pk, at=midnight) == []
    assert not any(
        seat.party.key == "woonbelang"
        for _, seats in accounts.fictional_people(midnight)
        for seat in seats
    )
