# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""A hand-over brings no dwelling where it may not come, and a step a party that is no guess."""

from collections.abc import Iterator

from ..book import Agreement, Carry, Move
from ..fault import Fault
from ..places import places
from ..vocabulary import BRINGS_IN


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


def bringing(agreement: Agreement) -> Iterator[Fault]:
    """Find steps that bring in a role which more than one party plays, without asking which."""
    parties = {role.key: role.parties for role in agreement.roles}
    for place in places(agreement):
        move = place.of
        if not isinstance(move, Move) or move.effect not in BRINGS_IN or not move.role:
            continue
        if len(parties.get(move.role, ())) > 1:
            yield place.fault(
                "unclear_party",
                f"“{move.role}” is van meer dan één partij: welke er komt, staat niet vast.",
                "Noem een rol van één partij, of laat hen uitnodigen.",
            )
