# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Promises about every case that can be, on every day: it can end, and somebody sees it."""

from collections import defaultdict

from ..book import Promise
from .state import State
from .verdict import Broken, Day, Ground
from .wording import since

OPENS = "opens"


def every_case_ends(ground: Ground, promise: Promise) -> Broken | None:
    """Find a case from which no steps that somebody may really take lead to an end."""
    for day in ground.days:
        ending = _ending(ground, day)
        for state in day.walked.came:
            if _is_meant(promise, state) and state not in ending:
                return Broken(
                    day.walked.way_to(state),
                    f"Vanaf hier kan niemand de casus nog afsluiten{_when(ground, day)}.",
                    "Voeg een stap toe die iemand dan mag zetten, of haal weg wat hem tegenhoudt.",
                )
    return None


def every_stage_seen(ground: Ground, promise: Promise) -> Broken | None:
    """Find a case that nobody who takes part in it sees."""
    for day in ground.days:
        for state in day.walked.came:
            if _is_meant(promise, state) and not _seeing(ground, day, state):
                return Broken(
                    day.walked.way_to(state),
                    f"Vanaf hier ziet niemand de casus nog{_when(ground, day)}.",
                    "Geef een rol die dan zeker meedoet het recht om het verloop te zien.",
                )
    return None


def _ending(ground: Ground, day: Day) -> set[State]:
    """Return the cases that somebody who is bound on this day can bring to an end."""
    before: dict[State, list[State]] = defaultdict(list)
    for state, edges in day.walked.edges.items():
        for edge in edges:
            if state.stage and edge.kind != OPENS and day.may(state, edge):
                before[edge.to].append(state)
    finals = {
        (key, stage.key)
        for key, each in ground.agreement.interventions.items()
        for stage in each.stages
        if stage.final
    }
    found = {state for state in day.walked.came if (state.intervention, state.stage) in finals}
    queue = list(found)
    for state in queue:
        fresh = [each for each in before[state] if each not in found]
        found.update(fresh)
        queue.extend(fresh)
    return found


def _seeing(ground: Ground, day: Day, state: State) -> bool:
    seeing = ground.parts[state.intervention].seeing[state.stage]
    return any((state.intervention, role) in day.able for role in state.seats & seeing)


def _is_meant(promise: Promise, state: State) -> bool:
    meant = promise.interventions
    return bool(state.stage) and (not meant or state.intervention in meant)


def _when(ground: Ground, day: Day) -> str:
    return "" if day is ground.days[0] else f" {since(day.since)}"
