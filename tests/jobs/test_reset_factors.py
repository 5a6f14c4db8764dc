# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who lost every second factor begins again from a fresh invitation, and nobody else does."""

from collections.abc import Iterator

import psycopg
import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client, override_settings
from tests.support.world import command
from tests.web.sign_in import people

from woonvrede.records.account import Account

FACTORS = "select type from mfa_authenticator where user_id = %s"


@pytest.fixture(autouse=True)
def nobody_yet(fresh_world: None) -> Iterator[None]:
    """Nobody is known or tried too often, and hashing a password takes no time."""
    cache.clear()
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield
    cache.clear()


@pytest.fixture
def roos() -> Account:
    """Somebody with a password, an app and recovery codes."""
    return people.somebody("roos", "portaal")


def reset(email: str) -> str:
    """Carry out the command, and return the path of the address that it prints."""
    done = command("account", "reset-factors", email)
    assert (done.returncode, done.stderr) == (0, "")
    address = done.stdout.strip()
    assert address.startswith(settings.ORIGIN)
    return address.removeprefix(settings.ORIGIN)


def test_all_factors_and_sessions_of_this_account_are_gone(
    roos: Account, maintenance: "psycopg.Connection"
) -> None:
    lost, _ = people.with_two_factors(roos)
    colleague, _ = people.with_two_factors(people.somebody("niels", "portaal"))
    assert {kind for (kind,) in maintenance.execute(FACTORS, [roos.pk])} == {
        "totp",
        "recovery_codes",
    }
    assert Session.objects.filter(pk=lost.session.session_key).exists()
    reset("Roos@voorbeeld.invalid")
    assert not Session.objects.filter(pk=lost.session.session_key).exists()
    assert maintenance.execute(FACTORS, [roos.pk]).fetchall() == []
    assert lost.get("/wie-bent-u/").headers["Location"].startswith("/inloggen/")
    assert colleague.get("/wie-bent-u/").headers["Location"] == "/mijn-werk/"


def test_a_session_that_is_not_on_the_list_ends_too(roos: Account) -> None:
    """A session is known by the password with which it began, not by being on a list."""
    unlisted = Client()
    unlisted.force_login(roos, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert "_auth_user_id" in unlisted.session
    reset(roos.email)
    assert unlisted.get("/beveiliging/").headers["Location"].startswith("/inloggen/")


def test_who_only_knows_the_password_comes_no_further(roos: Account) -> None:
    """Neither afterwards, nor when the password was given just before."""
    _, secret = people.with_two_factors(roos)
    halfway = people.with_one_factor(roos)
    reset(roos.email)
    halfway.post("/inloggen/code/", {"code": people.code(secret)})
    for client in (halfway, people.with_one_factor(roos)):
        assert "_auth_user_id" not in client.session
        assert client.get("/beveiliging/app/").headers["Location"].startswith("/inloggen/")


def test_the_new_invitation_leads_by_password_and_app_to_the_work(roos: Account) -> None:
    people.with_two_factors(roos)
    client = Client()
    page = client.get(reset(roos.email), follow=True)
    typed = {"password1": people.PASSWORD, "password2": people.PASSWORD}
    client.post(page.request["PATH_INFO"], typed)
    secret = people.secret_on(client.get("/beveiliging/app/").content.decode())
    client.post("/beveiliging/app/", {"code": people.code(secret)})
    assert client.get("/wie-bent-u/").headers["Location"] == "/mijn-werk/"


def test_it_is_written_down(roos: Account, maintenance: "psycopg.Connection") -> None:
    reset(roos.email)
    noted = maintenance.execute(
        "select system, action, account, refused from records_reading order by id"
    )
    did = [f"invite:{roos.pk}:portaal", f"reset-factors:{roos.pk}"]
    assert noted.fetchall() == [("account", action, None, False) for action in did]


def test_an_address_that_is_not_known_is_refused(maintenance: "psycopg.Connection") -> None:
    done = command("account", "reset-factors", "niemand@voorbeeld.invalid")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "woonvrede: Er is geen account met het adres niemand@voorbeeld.invalid.\n"
    )
    assert maintenance.execute("select from records_reading").fetchall() == []
