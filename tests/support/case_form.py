# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The forms of a case, opened and sent by somebody without scripts."""

import re
from typing import Any

from django.test import Client

from tests.story import Story


def at(story: Story, more: str = "") -> str:
    return f"/casussen/{story.reference}/{more}"


def hidden_in(page: str) -> dict[str, str]:
    """Return what a form carries unseen: its key and its version."""
    found = re.findall(r'type="hidden" name="(once|version|category)" value="([^"]*)"', page)
    return dict(found)


def words(answer: Any) -> str:
    return str(answer.content.decode())


def send(client: Client, url: str, **typed: Any) -> Any:
    """Open a form, fill it in, and send it."""
    return client.post(url, {**hidden_in(words(client.get(url))), **typed})


def done(answer: Any, story: Story) -> None:
    assert (answer.status_code, answer.headers.get("Location")) == (302, at(story))
