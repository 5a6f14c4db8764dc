# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a named condition is, and all that there are: ``guards.py`` registers each."""

from collections.abc import Callable
from dataclasses import dataclass

from ...agreement.vocabulary import JUDGED_BY
from .situation import Situation

Judge = Callable[[Situation], bool]
Words = Callable[[Situation], str]


@dataclass(frozen=True)
class Guard:
    """
    A named condition with the Dutch sentence for when it does not hold, which may name days of the
    case, and the facts that it is judged ``by``, if any.
    """

    holds: Judge
    sentence: Words
    by: frozenset[str]


GUARDS: dict[str, Guard] = {}


def guard(words: str | Words) -> Callable[[Judge], Judge]:
    """Register a condition under its own name."""
    say = words if callable(words) else lambda _: words

    def register(function: Judge) -> Judge:
        name = function.__name__
        GUARDS[name] = Guard(function, say, JUDGED_BY[name])
        return function

    return register
