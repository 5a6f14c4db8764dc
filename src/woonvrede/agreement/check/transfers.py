# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""A hand-over brings no dwelling where it may not come."""

from collections.abc import Iterator

from ..book import Agreement, Carry
from ..fault import Fault
from ..places import places


def transfers(agreement: Agreement) -> Iterator[Fault]:
    """Find hand-overs for a tenure for which the other intervention does not hold."""
    for place in places(agreement):
        entry = place.of
        if not isinstance(entry, Carry) or entry.to not in agreement.interventions:
            continue
        arriving = agreement.interventions[entry.to]
        for tenure in entry.tenures:
            if tenure not in arriving.tenures:
                yield place.fault(
                    "hand_over_tenure",
                    f"“{entry.to}” geldt niet voor een woning met “{tenure}”.",
                    "Haal deze woningen weg bij “tenures” van de overdracht.",
                )
