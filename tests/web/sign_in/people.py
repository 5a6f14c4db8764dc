# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""People at the door of the tests of signing in: invited as in real life, with a password."""

import re

from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.test import Client
from django.utils import timezone

from woonvrede.access.accounts import account_for, invite
from woonvrede.records.account import Account
from woonvrede.running.within import connected_as

PASSWORD = "een zin van vijf woorden"
FUNCTIONS = {
    "portaal": "consultant",
    "politie": "officer",
    "u_centraal_casemanagement": "coordinator",
}


def somebody(key: str, *parties: str, demo: bool = False) -> Account:
    """Return an account with a password, and a membership of each of these parties."""
    email = f"{key}@voorbeeld.invalid"
    with connected_as("owner"):
        for party in parties:
            invite(
                email,
                name="Roos Voorbeeld",
                party=party,
                functions=[FUNCTIONS[party]],
                at=timezone.now(),
            )
        account = account_for(email, name="Niels Voorbeeld")
        account.set_password(PASSWORD)
        account.demo = demo
        account.save()
    return account


def with_one_factor(account: Account) -> Client:
    """Return the browser of somebody who gave their password and has nothing else yet."""
    client = Client()
    client.post("/inloggen/", {"login": account.email, "password": PASSWORD})
    return client


def with_two_factors(account: Account) -> tuple[Client, str]:
    """Return the browser of somebody who went on to enrol an app, and the app's secret."""
    client = with_one_factor(account)
    secret = secret_on(client.get("/beveiliging/app/").content.decode())
    answer = client.post("/beveiliging/app/", {"code": code(secret)})
    assert answer.headers["Location"] == "/beveiliging/herstelcodes/"
    return client, secret


def secret_on(page: str) -> str:
    """Return the secret that the enrolment page shows for typing."""
    found = re.search(r'id="secret">([A-Z2-7]+)<', page)
    assert found
    return found.group(1)


def code(secret: str) -> str:
    """Return what an app with this secret shows now."""
    counter = next(yield_hotp_counters_from_time())
    return str(format_hotp_value(hotp_value(secret, counter)))
