# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Signing in takes two factors; nobody signs up; a wrong guess says nothing about who is known."""

import re

import psycopg
import pytest
from django.conf import settings
from django.test import Client

from tests.support import world
from tests.web.sign_in import people


def visible(page: str) -> str:
    """Return a page without what differs between any two requests."""
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", page)


def test_a_wrong_password_and_an_unknown_address_get_the_same_answer() -> None:
    people.somebody("roos", "portaal")
    known = Client().post("/inloggen/", {"login": "roos@voorbeeld.invalid", "password": "fout"})
    other = Client().post("/inloggen/", {"login": "niet@voorbeeld.invalid", "password": "fout"})
    assert visible(known.content.decode()).replace("roos@", "niet@") == visible(
        other.content.decode()
    )
    assert known.status_code == other.status_code == 200


def test_faults_come_first_and_name_the_field() -> None:
    page = Client().post("/inloggen/", {"login": "", "password": ""}).content.decode()
    assert "<title>Fout: Inloggen" in page
    assert "Er ging iets mis. Controleer deze velden:" in page
    assert '<a href="#id_login">Vul in: E-mailadres</a>' in page


@pytest.mark.parametrize("address", ["/signup/", "/accounts/signup/", "/inloggen/signup/"])
def test_nobody_signs_up(address: str) -> None:
    assert Client().get(address).status_code == 404


def test_an_invitation_leads_by_password_and_app_to_the_work() -> None:
    done = world.command(
        "account", "invite", "nieuw@voorbeeld.invalid", "--name", "Nora Voorbeeld",
        "--party", "portaal", "--function", "consultant",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    client = Client()
    page = client.get(done.stdout.strip().removeprefix(settings.ORIGIN), follow=True)
    typed = {"password1": people.PASSWORD, "password2": people.PASSWORD}
    client.post(page.request["PATH_INFO"], typed)
    secret = people.secret_on(client.get("/beveiliging/app/").content.decode())
    client.post("/beveiliging/app/", {"code": people.code(secret)})
    assert client.get("/wie-bent-u/").headers["Location"] == "/mijn-werk/"


def test_an_invitation_works_once() -> None:
    words = ("account", "invite", "nieuw@voorbeeld.invalid", "--name", "Nora Voorbeeld")
    done = world.command(*words, "--party", "portaal", "--function", "consultant")
    address = done.stdout.strip().removeprefix(settings.ORIGIN)
    client = Client()
    page = client.get(address, follow=True)
    typed = {"password1": people.PASSWORD, "password2": people.PASSWORD}
    client.post(page.request["PATH_INFO"], typed)
    assert "werkt niet meer" in Client().get(address, follow=True).content.decode()


def test_the_second_step_is_asked_at_every_sign_in() -> None:
    account = people.somebody("roos", "portaal")
    _, secret = people.with_two_factors(account)
    client = Client()
    answer = client.post("/inloggen/", {"login": account.email, "password": people.PASSWORD})
    assert answer.headers["Location"] == "/inloggen/code/"
    assert client.get("/wie-bent-u/").headers["Location"].startswith("/inloggen/")
    client.post("/inloggen/code/", {"code": people.code(secret)})
    assert client.get("/wie-bent-u/").headers["Location"] == "/mijn-werk/"


def test_a_recovery_code_works_once() -> None:
    account = people.somebody("roos", "portaal")
    enrolled, _ = people.with_two_factors(account)
    page = enrolled.get("/beveiliging/herstelcodes/").content.decode()
    recovery = re.findall(r'<li class="code">(\w+)</li>', page)[0]
    signed_in = []
    for _ in range(2):
        client = people.with_one_factor(account)
        client.post("/inloggen/code/", {"code": recovery})
        signed_in.append("_auth_user_id" in client.session)
    assert signed_in == [True, False]


def test_the_last_second_step_cannot_be_removed() -> None:
    client, _ = people.with_two_factors(people.somebody("roos", "portaal"))
    answer = client.post("/beveiliging/app/weg/")
    assert "Dit is uw enige tweede stap." in answer.content.decode()


def test_secrets_are_not_readable_in_the_database(maintenance: "psycopg.Connection") -> None:
    _, secret = people.with_two_factors(people.somebody("roos", "portaal"))
    rows = maintenance.execute("select type, data::text from mfa_authenticator").fetchall()
    assert {kind for kind, _ in rows} == {"totp", "recovery_codes"}
    assert all(secret not in data for _, data in rows)


def test_signing_out_takes_a_press_of_the_button() -> None:
    client, _ = people.with_two_factors(people.somebody("roos", "portaal"))
    client.get("/uitloggen/")
    assert "_auth_user_id" in client.session
    client.post("/uitloggen/")
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(
    "url", ["https://kwaad.invalid/", "//kwaad.invalid/", "javascript:x", "/\\kwaad"]
)
def test_nobody_is_sent_to_another_house(url: str) -> None:
    client, _ = people.with_two_factors(people.somebody("roos", "portaal"))
    assert client.get("/wie-bent-u/", {"next": url}).headers["Location"] == "/mijn-werk/"
