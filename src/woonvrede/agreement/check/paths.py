# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every stage can be reached, and left until the case is closed."""

from collections.abc import Iterator

from ..book import Agreement
from ..fault import Fault
from ..leading import Steps, reachable, steps
from ..places import file_of


def paths(agreement: Agreement) -> Iterator[Fault]:
    """Find stages to which no move leads, and stages from which no moves lead to an end."""
    for intervention in agreement.interventions.values():
        file = file_of(intervention)
        leading = steps(intervention)
        every = {stage.key for stage in intervention.stages}
        # From a start that does not exist nothing can be reached: that is one fault, not many.
        known = intervention.start in every
        reached = reachable(leading, {intervention.start}) if known else every
        ends = {stage.key for stage in intervention.stages if stage.final}
        escaping = reachable(_reversed(leading), ends)
        for stage in intervention.stages:
            entry = f"stages.{stage.key}"
            if stage.key not in reached:
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


def _reversed(leading: Steps) -> Steps:
    found: Steps = {}
    for origin, destinations in leading.items():
        for to in destinations:
            found.setdefault(to, set()).add(origin)
    return found
