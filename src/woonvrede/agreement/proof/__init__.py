# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
Proof by exhaustion: every way that an agreement leaves open is walked, and each promise either
holds on all of them or comes back with the shortest way to break it (decision record 12).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ..book import Agreement, Promise
from ..fault import Fault
from ..places import SHARED, named
from .keeping import stays_within
from .lasting import every_case_ends, every_stage_seen
from .reaching import never_reaches, only_after_consent
from .signing import unsigned_see_nothing
from .verdict import Broken, Ground, Judge
from .walk import parts_of, walk
from .wording import told

JUDGES: dict[str, Judge] = {
    "never_reaches": never_reaches,
    "every_case_ends": every_case_ends,
    "every_stage_seen": every_stage_seen,
    "unsigned_see_nothing": unsigned_see_nothing,
    "stays_within": stays_within,
    "only_after_consent": only_after_consent,
}


@dataclass(frozen=True)
class Proven:
    """A promise that no way breaks; ``states`` says how many were come to."""

    promise: Promise
    states: int

    def __str__(self) -> str:
        """Put the promise in one line."""
        return f"{self.promise.key}: “{self.promise.label}” ({self.states} toestanden)"


def prove(agreement: Agreement) -> Iterator[Proven | Fault]:
    """Judge every promise of an agreement; all its names must be known."""
    if not agreement.promises:
        return
    parts = parts_of(agreement, agreement.promises)
    ground = Ground(agreement, parts, walk(agreement, parts))
    for number, promise in enumerate(agreement.promises, start=1):
        broken = JUDGES[promise.kind](ground, promise)
        if broken is None:
            yield Proven(promise, len(ground.walked.came))
        else:
            yield _fault(agreement, named("promises", number, promise), promise, broken)


def _fault(agreement: Agreement, entry: str, promise: Promise, broken: Broken) -> Fault:
    problem = f"“{promise.label}” klopt niet. {broken.end}"
    steps = told(agreement, broken.way)
    return Fault(SHARED, entry, "broken_promise", problem, broken.remedy, steps)
