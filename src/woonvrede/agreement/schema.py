# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What pydantic says about a file, in words that a lawyer can use."""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from datetime import date
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from .fault import Fault
from .places import HEAD

Location = tuple[int | str, ...]
M = TypeVar("M", bound=BaseModel)

# What may stand for a word that cannot be read, tried in turn; no name is spelt so, and nothing
# takes the last, so that the one before it is judged as well.
STAND_INS: tuple[Any, ...] = ("?", 1, date.max, (), {}, None)


def faults_of(error: ValidationError, raw: Mapping[str, Any], file: str) -> Iterator[Fault]:
    """Turn each complaint about a file into a fault with the name of its entry."""
    for one in error.errors(include_url=False):
        entry, word = _whereabouts(raw, one["loc"])
        problem, remedy = _words(one["type"], word, one.get("ctx", {}).get("expected", ""))
        yield Fault(file, entry, "unreadable", problem, remedy)


def readable_part(kind: type[M], raw: Mapping[str, Any]) -> M | None:
    """
    Return what a file says with something harmless in place of each word that cannot be read, so
    that the names in the rest are judged as well; nothing when that is not enough to go on.
    """
    rest = deepcopy(dict(raw))
    for stand_in in STAND_INS:
        try:
            return kind.model_validate(rest)
        except ValidationError as error:
            for one in error.errors(include_url=False):
                options = str(one.get("ctx", {}).get("expected"))  # such as: 'order' or 'case'
                fitting = options.split("'")[1] if one["type"] == "literal_error" else stand_in
                _replace(rest, one["loc"], one["type"], fitting)
    return None


def _replace(rest: dict[str, Any], location: Location, wrong: str, stand_in: object) -> None:
    here: Any = rest
    last: Any = location[-1] if location else ""
    for step in location[:-1]:
        here = _inside(here, step)
    if isinstance(here, dict) and wrong == "extra_forbidden":
        here.pop(last, None)
    elif isinstance(here, dict | list) and location:
        here[last] = stand_in


def _words(kind: str, word: str, expected: str) -> tuple[str, str]:
    if kind == "missing":
        return f"“{word}” ontbreekt.", "Vul het in."
    if kind == "extra_forbidden":
        return f"“{word}” is geen woord van deze taal.", "Zie docs/agreement-language.md."
    if kind == "literal_error":
        said = expected.replace(" or ", " of ")
        return f"“{word}” heeft een waarde die niet bestaat.", f"Kies uit: {said}."
    return f"“{word}” heeft een waarde die hier niet past.", "Zie docs/agreement-language.md."


def _whereabouts(raw: Mapping[str, Any], location: Location) -> tuple[str, str]:
    """Return the path of keys to an entry, and the word in it that a complaint is about."""
    path, here, word = [], raw, HEAD
    for step in location:
        here = _inside(here, step)
        if isinstance(step, int):
            path.append(_name(word, here, step))
            word = ""
        else:
            path += [word] if word not in ("", HEAD) else []
            word = step
    return ".".join(path) or HEAD, word or HEAD


def _inside(value: Any, step: int | str) -> Any:
    if isinstance(value, Mapping):
        return value.get(step)
    if isinstance(value, Sequence) and isinstance(step, int) and step < len(value):
        return value[step]
    return None


def _name(word: str, entry: Any, number: int) -> str:
    key = entry.get("key") if isinstance(entry, Mapping) else None
    return f"{word}.{key}" if key else f"{word} {number + 1}"
