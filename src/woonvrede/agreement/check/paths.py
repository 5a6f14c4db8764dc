# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every stage can be reached, and left until the case is closed."""

from collections.abc import Iterator

from ..book import Agreement, Intervention
from ..fault import Fault
from ..leading import Steps, reachable, steps
from ..places import file_of


def paths(agreement: Agreement) -> Iterator[Fault]:
    """
    Find stages to which no move leads, and stages from which no moves lead to an end.

    Of stages that only lead to each other the first is told.
    """
    for intervention in agreement.interventions.values():
        file = file_of(intervention)
        leading = steps(intervention)
        behind: set[str] = set()
        unreached = lost(intervention)
        ends = {stage.key for stage in intervention.stages if stage.final}
        escaping = reachable(_reversed(leading), ends)
        for stage in intervention.stages:
            entry = f"stages.{stage.key}"
            if stage.key in unreached - behind:
                behind |= reachable(leading, {stage.key})
                yield Fault(
                    file,
                    entry,
                    "unreachable_stage",
                    "Geen enkele stap leidt naar deze fase.",
                    "Voeg een stap toe, of haal de fase weg.",
                )
            if stage.key not in escaping:
                yield Fault(
                    file,
                    entry,
                    "inescapable_stage",
                    "Vanuit deze fase kan een casus nooit worden afgesloten.",
                    "Voeg een stap toe naar een fase met “final = true”.",
                )


def lost(intervention: Intervention) -> set[str]:
    """Return the stages that cannot be reached from the start."""
    every = {stage.key for stage in intervention.stages}
    # From a start that does not exist nothing can be reached: that is one fault, not many.
    known = intervention.start in every
    return every - reachable(steps(intervention), {intervention.start}) if known else set()


def _reversed(leading: Steps) -> Steps:
    found: Steps = {}
    for origin, destinations in leading.items():
        for to in destinations:
            found.setdefault(to, set()).add(origin)
    return found
