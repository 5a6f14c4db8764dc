# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
The cast and the cases of the tests, all made by the real verbs.

``told`` brings one case to a stage of ``tests/story.py``; ``signed_in`` gives a client that
somebody of the cast signed in with, with two factors, for their membership.
"""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client
from django.test.client import ClientHandler

from tests import story
from tests.story import Story, Words
from tests.support.world import once
from woonvrede.access.actor import Actor, actors_of
from woonvrede.jobs.demo import cast
from woonvrede.records.account import Account
from woonvrede.web.manners import new_key

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
# As in a server, one for everybody: what stands before the pages lists all static files once.
HANDLER = ClientHandler(enforce_csrf_checks=False)

TO_STAGE: dict[str, Callable[[Story], Story]] = {
    "reported": story.reported,
    "screening": story.screening,
    "awaiting_permission": story.awaiting_permission,
    "taken_up": story.joined,
    "plan": story.plan,
    "execution": story.execution,
    "aftercare": story.aftercare,
    "closed": story.closed,
    "rejected": story.rejected,
    "considered": story.considered,
}


@pytest.fixture
def people(fresh_world: None) -> None:
    """Everybody of the cast has an account; there are no cases yet."""
    once("people", lambda: cast.make_cast([*story.CAST, story.PARTNER], START))


def told(stage: str, words: Words | None = None) -> Story:
    """Tell a story up to a stage; needs ``people``."""
    if words:
        return TO_STAGE[stage](Story(START, words))
    return once(stage, lambda: TO_STAGE[stage](Story(START, Words())))


def actor(who: str, at: datetime = START) -> Actor:
    """Return somebody of the cast as who acts."""
    return cast.actor(who, at)


class Clicks(Client):
    """Clicks on buttons: what is sent carries a key, as every form does."""

    def __init__(self, **defaults: Any) -> None:
        super().__init__(**defaults)
        self.handler = HANDLER

    def post(self, path: Any, data: Any = None, *args: Any, **more: Any) -> Any:
        """Send a form, with a key of its own unless it has one."""
        return super().post(path, {"once": new_key(), **(data or {})}, *args, **more)


def signed_in(who: str) -> Client:
    """Return a client in which somebody of the cast is signed in with two factors."""
    client = Clicks(HTTP_HOST="localhost:8000")
    account = Account.objects.get(email=f"{who}@{cast.HOST}")
    client.force_login(account, backend=BACKEND)
    session = client.session
    now = time.time()
    session["account_authentication_methods_user"] = str(account.pk)
    session["account_authentication_methods"] = [
        {"method": "password", "at": now},
        {"method": "mfa", "type": "totp", "at": now},
    ]
    found = actors_of(account.pk, at=datetime.now(UTC))
    if found:
        session["membership"] = found[0].membership
    session.save()
    return client
