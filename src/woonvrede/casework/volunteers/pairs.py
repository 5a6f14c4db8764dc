# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Ranking pairs of volunteers for a case, each with its reasons."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from .candidates import Candidate
from .views import Asked, views

MOST, MOST_OF_ONE = 24, 4  # pairs that are shown, and of them with one and the same volunteer
MOST_RANKED = 60  # the most able, of whom all pairs are made


@dataclass(frozen=True)
class Pair:
    """Two who can do a case together, by their accounts, with what speaks for and against."""

    key: str
    names: str
    reasons: tuple[str, ...]
    cautions: tuple[str, ...]
    near: bool


def key_of(one: int, other: int) -> str:
    """Return how a form names two accounts."""
    return ".".join(map(str, sorted((one, other))))


def best_pairs(found: Iterable[Candidate], asked: Asked) -> tuple[Pair, ...]:
    """
    Return the pairs of those who can be chosen, the best first: a few dozen at most, in which
    nobody stands again and again, but whoever does the case already.
    """
    able = [each for each in found if not each.blocked]
    able = sorted(able, key=lambda each: -_alone(each, asked))[:MOST_RANKED]
    ranked = sorted(
        ((_points(two, asked), two) for two in combinations(able, 2) if not _as_it_is(two)),
        key=lambda each: (-each[0], each[1][0].name, each[1][1].name),
    )
    times: Counter[int] = Counter()
    chosen: list[Pair] = []
    for _, two in ranked:
        if len(chosen) < MOST and all(times[p.account] < MOST_OF_ONE or p.seated for p in two):
            times.update(person.account for person in two)
            chosen.append(_pair(two, asked))
    return tuple(chosen)


def _as_it_is(two: Sequence[Candidate]) -> bool:
    return all(each.seated for each in two)


def _alone(one: Candidate, asked: Asked) -> int:
    """Say how well one fits, to choose of whom pairs are made."""
    fits = len(one.skills & asked.skills) + 3 * (asked.language in one.languages) + 9 * one.seated
    return 4 * fits + 6 * (asked.when in one.availability) - 8 * one.is_full - 6 * one.near


def _points(two: Sequence[Candidate], asked: Asked) -> int:
    return sum(said.points for said in views(two, asked))


def _pair(two: Sequence[Candidate], asked: Asked) -> Pair:
    one, other = sorted(two, key=lambda each: each.name)
    told = [said for said in views((one, other), asked) if said.why]
    return Pair(
        key=key_of(one.account, other.account),
        names=f"{one.name} en {other.name}",
        reasons=tuple(said.why for said in told if not said.caution),
        cautions=tuple(said.why for said in told if said.caution),
        near=any(each.near and not each.seated for each in two),
    )
