# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page for administrators names every setting, every role and every command, and no other."""

import re

from tests.support.leaves import leaves
from woonvrede.jobs import commands
from woonvrede.running.database.roles import KINDS
from woonvrede.running.environment import DATABASE_URLS, KNOWN
from woonvrede.running.places import CHECKOUT

PAGE = (CHECKOUT / "docs" / "beheer.md").read_text(encoding="utf-8")


def test_every_setting_is_explained() -> None:
    explained = set(re.findall(r"^ *\| `((?:WOONVREDE|DATABASE)_?[A-Z_]*)` \|", PAGE, re.MULTILINE))
    assert explained == {*KNOWN, *DATABASE_URLS.values()}


def test_every_role_is_explained() -> None:
    assert set(re.findall(r"`(woonvrede_[a-z]+)`", PAGE)) == set(KINDS)


def test_every_command_is_explained() -> None:
    unnamed = [
        words
        for words in map(" ".join, leaves(commands.parser()))
        if not re.search(rf"\bwoonvrede {words}(?![\w-])", PAGE)
    ]
    assert unnamed == []


def test_working_the_queue_once_is_explained() -> None:
    assert "`woonvrede worker --once`" in PAGE
