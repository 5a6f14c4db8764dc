# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who makes which calls, so that a walk stays short and nothing remains untried."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from tests.matrix.calls import Call

May = Callable[[Call], bool]


def deal(offered: Mapping[str, tuple[Iterable[Call], May]]) -> dict[str, list[Call]]:
    """
    Deal out the calls about a case of which these personas know.

    Everybody makes all calls that they may make, and of each address and method at least one; each
    call is also made by somebody who may not, if there is anybody.  Who had the fewest gets it.
    """
    hands: dict[str, list[Call]] = {persona: [] for persona in offered}
    load: Counter[tuple[str, str, str]] = Counter()
    passed: dict[tuple[str, str, str], Call] = {}
    rounds = zip(*(calls for calls, _ in offered.values()), strict=True)
    for same in sorted(rounds, key=lambda same: _refused(offered, same)):
        refused = []
        for (persona, (_, may)), call in zip(offered.items(), same, strict=True):
            if may(call):
                hands[persona].append(call)
            else:
                refused.append((load[persona, call.url, call.method], persona, call))
        for _, persona, call in sorted(refused, key=lambda each: each[:2])[:1]:
            hands[persona].append(call)
            load[persona, call.url, call.method] += 1
        passed |= {(persona, call.url, call.method): call for _, persona, call in refused}
    for (persona, url, method), call in passed.items():
        if not any((made.url, made.method) == (url, method) for made in hands[persona]):
            hands[persona].append(call)
    return hands


def _refused(offered: Mapping[str, tuple[Iterable[Call], May]], same: Sequence[Call]) -> int:
    """Return how many may not make a call: what few can try is dealt first."""
    judges = (may for _, may in offered.values())
    return sum(not may(call) for may, call in zip(judges, same, strict=True))
