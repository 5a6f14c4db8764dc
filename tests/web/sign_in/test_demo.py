# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The role switcher is there in the demo, on this machine, and nowhere else."""

import re
from typing import Any

import pytest
from django.test import Client, override_settings

from tests.web.sign_in import people
from tests.world import START
from woonvrede.jobs.demo import cast
from woonvrede.jobs.demo.read import demos

CLOSED: list[dict[str, Any]] = [
    {"REMOTE_ADDR": "192.0.2.7"},
    {"REMOTE_ADDR": ""},
    {"headers": {"X-Forwarded-For": "192.0.2.7"}},
]
HERE = "/demo/kijk-mee/"


def key_of(account: Any) -> str:
    seat = account.memberships.first()
    return f"{account.pk}-{seat.pk if seat else ''}"


def test_without_the_demo_it_is_not_there() -> None:
    persona = people.somebody("lead", "portaal", demo=True)
    for answer in (Client().post(HERE, {"persona": key_of(persona)}), Client().get(HERE)):
        assert answer.status_code == 404
    assert "Kijk mee" not in Client().get("/inloggen/").content.decode()


@override_settings(DEMO=True)
@pytest.mark.parametrize("caller", CLOSED)
def test_from_another_machine_it_is_not_there(caller: dict[str, Any]) -> None:
    persona = people.somebody("lead", "portaal", demo=True)
    client = Client()
    assert client.post(HERE, {"persona": key_of(persona)}, **caller).status_code == 404
    assert "_auth_user_id" not in client.session
    assert "Kijk mee" not in client.get("/inloggen/", **caller).content.decode()


@override_settings(DEMO=True)
def test_one_looks_along_with_a_fictional_person() -> None:
    persona = people.somebody("lead", "portaal", demo=True)
    client = Client()
    assert key_of(persona) in client.get("/inloggen/").content.decode()
    client.post(HERE, {"persona": key_of(persona)})
    assert client.session["_auth_user_id"] == str(persona.pk)
    assert client.get("/beveiliging/passkeys/").status_code == 200


@override_settings(DEMO=True)
def test_nobody_looks_along_with_a_real_person() -> None:
    person = people.somebody("roos", "portaal")
    client = Client()
    assert client.post(HERE, {"persona": key_of(person)}).status_code == 404
    assert "_auth_user_id" not in client.session


def test_looking_along_ends_with_the_demo() -> None:
    persona = people.somebody("lead", "portaal", demo=True)
    client = Client()
    with override_settings(DEMO=True):
        client.post(HERE, {"persona": key_of(persona)})
    assert client.get("/beveiliging/passkeys/").headers["Location"] == "/beveiliging/"


@override_settings(DEMO=True)
def test_looking_along_begins_a_session_of_its_own() -> None:
    first = people.somebody("lead", "portaal", demo=True)
    second = people.somebody("officer", "politie", demo=True)
    client = Client()
    client.post(HERE, {"persona": key_of(first)})
    before = client.session.session_key
    client.post(HERE, {"persona": key_of(second)})
    assert client.session["_auth_user_id"] == str(second.pk)
    assert client.session.session_key != before


def test_people_are_offered_city_by_city() -> None:
    for demo in demos().values():
        cast.make_cast(demo.people, START)
        cast.offer_cast(demo.people)
    with override_settings(DEMO=True):
        shown = Client(HTTP_HOST="localhost:8000").get("/inloggen/").content.decode()
    before, _, after = shown.partition("<p><strong>Voorbeeldstad</strong></p>")
    names = re.compile(r"<strong>([^<]+)</strong><br>")
    utrecht, other = demos()["utrecht-2019"], demos()["voorbeeldstad-2026"]
    assert "<p><strong>Utrecht</strong></p>" in before
    assert names.findall(before) == [each.name for each in utrecht.people]
    assert names.findall(after) == [each.name for each in other.people]
