# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""How a value of the language is said: by label, as a day, as a word of a closed list."""

from collections.abc import Callable
from typing import Any

from ...book import Keys
from ..scope import Scope, day

Say = Callable[[Scope, Any], str]
Sayings = dict[str, tuple[str, Say]]


def labels(word: str) -> Say:
    """Say the labels of keys of this word."""

    def say(scope: Scope, keys: str | Keys | None) -> str:
        return scope.labels(word, (keys,) if isinstance(keys, str) else keys or ())

    return say


def choice(words: dict[Any, str]) -> Say:
    """Say a word of a closed list."""
    return lambda _, value: words.get(value, str(value or ""))


def yes(words: str) -> Say:
    """Say these words when it is so, and nothing when it is not."""
    return lambda _, value: words if value else ""


def as_it_is(_: Scope, value: Any) -> str:
    """Say what is written, lists with commas."""
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def a_day(_: Scope, value: Any) -> str:
    """Say a day, if there is one."""
    return day(value) if value else ""


def nothing(_: Scope, __: Any) -> str:
    """Say nothing: it stands in the title of its entry, or has a place of its own."""
    return ""


CIRCLES, CATEGORIES, ROLES = labels("circles"), labels("categories"), labels("roles")
FUNCTIONS, TENURES, PARTIES = labels("functions"), labels("tenures"), labels("parties")
STAGES: Say = Scope.stages
FACTS: Say = Scope.facts
CONDITION: Say = Scope.conditions
FACT: Say = Scope.fact
LIST: Say = Scope.options
LENGTH: Say = Scope.length
SILENT = ("", nothing)
