# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Somebody at a browser: sends a form, and clicks again for as long as no answer comes."""

import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlencode

from django.conf import settings
from django.utils.crypto import get_random_string

from tests.world import signed_in
from woonvrede.running import ports

BUSY = "Iemand anders is hier"
AWAY = (502, 503)  # what a server says of itself that cannot be reached now
PATIENCE = 120  # seconds; by then everything has long come back
BETWEEN_CLICKS = 0.2


class GivenUp(Exception):
    """The answer did not come, or was not the one that this form deserves."""


@dataclass(frozen=True)
class Answer:
    """What came back: a page, or where to go on."""

    status: int
    to: str
    page: str


@dataclass
class Person:
    """
    One account, signed in; ``answers`` counts what was answered, and what was cut off; ``errors``
    says where a page failed, also if it came when somebody clicked again.
    """

    who: str
    port: int
    answers: Counter[str]
    errors: list[str]
    cookies: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        """Sign in, with two factors."""
        kept = signed_in(self.who).cookies[settings.SESSION_COOKIE_NAME].value
        token = get_random_string(32)
        self.cookies = {settings.SESSION_COOKIE_NAME: kept, settings.CSRF_COOKIE_NAME: token}

    def ask(self, path: str, typed: Mapping[str, str] | None = None, *, towards: str) -> Answer:
        """
        Open a page, or send a form until it is answered: each time the same form.

        :raises GivenUp: if what was done does not lead ``towards`` where it should
        """
        deadline = time.monotonic() + PATIENCE
        while (answer := self._once(path, typed)) is None:
            if time.monotonic() > deadline:
                raise GivenUp(f"no answer to {path} of {self.who}")
            time.sleep(BETWEEN_CLICKS)
        done = 200 if typed is None else 302
        if answer.status != done or not answer.to.startswith(towards):
            raise GivenUp(f"{path} of {self.who} was answered {answer.status} {answer.to}")
        return answer

    def _once(self, path: str, typed: Mapping[str, str] | None) -> Answer | None:
        """Return the answer, or None when somebody would click again."""
        try:
            answer = self._send(path, typed)
        except (OSError, HTTPException):
            self.answers["cut off"] += 1
            return None
        self.answers[str(answer.status)] += 1
        if answer.status >= 500 and answer.status not in AWAY:
            self.errors.append(f"{path} of {self.who} was answered {answer.status}")
        busy = answer.status == 409 and BUSY in answer.page
        return None if busy or answer.status >= 500 else answer

    def _send(self, path: str, typed: Mapping[str, str] | None) -> Answer:
        connection = HTTPConnection(ports.ADDRESS, self.port, timeout=30)
        headers = {
            "Host": f"localhost:{self.port}",
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
        }
        try:
            if typed is None:
                connection.request("GET", path, headers=headers)
            else:
                headers["Content-Type"] = "application/x-www-form-urlencoded"
                headers["X-CSRFToken"] = self.cookies[settings.CSRF_COOKIE_NAME]
                connection.request("POST", path, urlencode(typed), headers)
            response = connection.getresponse()
            page = response.read().decode()
            return Answer(response.status, response.headers.get("Location", ""), page)
        finally:
            connection.close()
