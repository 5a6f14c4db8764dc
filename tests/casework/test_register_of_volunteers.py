# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The register of volunteers: who keeps it, what may be typed, and that no home is read back."""

from dataclasses import replace
from typing import Any

import psycopg
import pytest
from django.core.exceptions import ObjectDoesNotExist
from tests.story import CAST
from tests.support.volunteers import DEMO, LEAD, change, found_for, sought
from tests.world import START, actor

from woonvrede.access.accounts import invite
from woonvrede.access.refusals import Invalid, Refused
from woonvrede.access.session import acting
from woonvrede.casework.volunteers.homes import area_match, phone_match, street_match
from woonvrede.casework.volunteers.keep import add_volunteer, change_volunteer, strike_volunteer
from woonvrede.casework.volunteers.pages import read_register, read_volunteer
from woonvrede.casework.volunteers.typed import Typed
from woonvrede.running.within import connected_as

pytestmark = pytest.mark.usefixtures("people")

SOUND = Typed(
    skills=("noise",),
    languages=("dutch", "turkish"),
    training="basic",
    trained_until="31-12-2026",
    availability=("saturday",),
    hours="8",
    state="active",
    street="Geheime Laan",
    area="3511",
    phone="06-12345678",
)
FAULTS: dict[str, tuple[dict[str, Any], str]] = {
    "account": ({}, "Kies een vrijwilliger uit de lijst."),
    "languages": ({"languages": ()}, "Kies minstens één taal."),
    "skills": ({"skills": ("juggling",)}, "Kies uit de lijst."),
    "training": ({"training": ""}, "Kies een opleiding."),
    "trained_until": ({"trained_until": "31-2-2026"}, "datum"),
    "availability": ({"availability": ()}, "Kies minstens één dagdeel."),
    "hours": ({"hours": "veel"}, "Vul een heel getal in, van 1 tot en met 80."),
    "state": ({"state": "misschien"}, "Kies of deze vrijwilliger meedoet."),
    "street": ({"street": "12"}, "Vul de straat in"),
    "area": ({"area": "351"}, "Vul de vier cijfers van de postcode in, zoals 3511."),
    "phone": ({"phone": "0612"}, "Vul een heel telefoonnummer in"),
}


@pytest.fixture
def newcomer(people: None) -> int:
    """Return the account of a volunteer who is in no register yet."""
    with connected_as("owner"):
        made = invite(
            "nieuw@voorbeeld.invalid",
            name="Nieuw Vrijwilliger",
            party="u_centraal_bemiddeling",
            functions=["mediator"],
            at=START,
        )
    return made.pk


def add(account: int, typed: Typed = SOUND, *, who: str = LEAD) -> int:
    """Let somebody put an account in the register."""
    with acting(actor(who)):
        return add_volunteer(account, typed, actor=actor(who), at=START).pk


@pytest.mark.parametrize("who", [each.key for each in CAST if each.party])
def test_only_who_leads_mediation_opens_it(who: str) -> None:
    """Domain §4.7; for all others, volunteers too, there is none."""
    me = actor(who)
    verbs = (
        lambda: read_register(actor=me, at=START),
        lambda: read_volunteer(None, actor=me, at=START),
        lambda: add_volunteer(me.account, SOUND, actor=me, at=START),
        lambda: change_volunteer(1, SOUND, actor=me, at=START, version=1),
        lambda: strike_volunteer(1, actor=me, at=START),
    )
    if who == LEAD:
        with acting(me):
            assert len(read_register(actor=me, at=START).lines) == 2
        return
    for verb in verbs:
        with acting(me), pytest.raises(ObjectDoesNotExist):
            verb()


def test_of_a_home_only_hashes_are_kept(newcomer: int, maintenance: "psycopg.Connection") -> None:
    number = add(newcomer)
    kept = maintenance.execute(
        "select street_match, area_match, phone_match, v::text from records_volunteer v"
        " where id = %s",
        [number],
    ).fetchone()
    assert kept is not None
    *matches, row = kept
    assert matches == [
        street_match("geheimelaan", of=newcomer),
        area_match("3511 ZZ", of=newcomer),
        phone_match("+31 6 12345678", of=newcomer),
    ]
    change("mediator", street=SOUND.street, area=SOUND.area, phone=SOUND.phone)
    differing = (
        "select count(distinct street_match), count(distinct area_match),"
        " count(distinct phone_match) from records_volunteer where id in (%s, %s)"
    )
    neighbour = maintenance.execute("select min(id) from records_volunteer").fetchone()
    assert neighbour is not None
    found = maintenance.execute(differing, [number, *neighbour]).fetchone()
    assert found == (2, 2, 2)  # who reads the database does not see that they are neighbours
    assert "geheim" not in row.lower()
    assert "3511" not in row
    assert "12345678" not in row


def test_what_cannot_be_kept_is_told_per_field(newcomer: int) -> None:
    wrong = {name: value for changes, _ in FAULTS.values() for name, value in changes.items()}
    with pytest.raises(Invalid) as refused:
        add(0, replace(SOUND, **wrong))
    assert set(refused.value.errors) == set(FAULTS)
    for name, (_, sentence) in FAULTS.items():
        assert sentence in refused.value.errors[name]


def test_nobody_is_in_it_twice_and_only_who_may_have_the_seat(newcomer: int) -> None:
    add(newcomer)
    for account in (newcomer, actor(LEAD).account, actor("manager").account):
        with pytest.raises(Invalid) as refused:
            add(account)
        assert set(refused.value.errors) == {"account"}


def test_a_home_that_is_left_empty_stays_and_is_shown_to_nobody(
    maintenance: "psycopg.Connection",
) -> None:
    def homes() -> list[tuple[Any, ...]]:
        found = "select street_match, area_match, hours from records_volunteer order by id"
        return maintenance.execute(found).fetchall()

    before = homes()
    change("mediator", hours="11")
    assert [home[:2] for home in homes()] == [home[:2] for home in before]
    assert homes()[0][2] == 11
    with acting(actor(LEAD)):
        line = read_register(actor=actor(LEAD), at=START).lines[0]
        page = read_volunteer(line.number, actor=actor(LEAD), at=START)
    said = repr((line, page))
    home = next(each.volunteer for each in DEMO.people if each.key == "mediator")
    assert home
    assert home.street not in said
    assert home.area not in said
    assert before[0][0] not in said


def test_who_comes_second_is_told_and_overwrites_nothing() -> None:
    change("mediator", hours="11")
    with acting(actor(LEAD)):
        number = read_register(actor=actor(LEAD), at=START).lines[0].number
    with acting(actor(LEAD)), pytest.raises(Refused, match="intussen"):
        change_volunteer(number, SOUND, actor=actor(LEAD), at=START, version=1)


def test_who_is_taken_out_is_gone() -> None:
    with acting(actor(LEAD)):
        number = read_register(actor=actor(LEAD), at=START).lines[0].number
        strike_volunteer(number, actor=actor(LEAD), at=START)
        page = read_register(actor=actor(LEAD), at=START)
    assert (len(page.lines), page.newcomers) == (1, 1)


@pytest.mark.parametrize(
    ("changes", "badge"),
    [
        ({}, "Beschikbaar"),
        ({"trained_until": "2026-04-01"}, "Opleiding loopt af"),
        ({"trained_until": "2026-03-01"}, "Opleiding verlopen"),
        ({"state": "paused"}, "Pauze"),
    ],
)
def test_the_list_tells_who_can_be_asked(changes: dict[str, str], badge: str) -> None:
    if changes:
        change("mediator", **changes)
    with acting(actor(LEAD)):
        line = read_register(actor=actor(LEAD), at=START).lines[0]
    assert (line.name, line.badge[0]) == ("Vera Voorbeeld", badge)


def test_that_somebody_looked_is_written_down(maintenance: "psycopg.Connection") -> None:
    """Also where two are chosen for a case: of whom something stands there, they read."""
    with acting(actor(LEAD)):
        read_register(actor=actor(LEAD), at=START)
    found_for(sought())
    looked = (
        "select action from records_reading"
        " where action like 'volunteers%%' and account = %s order by id"
    )
    found = maintenance.execute(looked, [actor(LEAD).account]).fetchall()
    assert found == [("volunteers",), ("volunteers:for-case",)]
