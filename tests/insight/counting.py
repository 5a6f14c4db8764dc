# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the product counts, asked for as the command asks it."""

from tests.insight.recount import Counted
from tests.world import START

from woonvrede.access.books import in_force
from woonvrede.access.session import acting_as_system
from woonvrede.insight.count import Figures, count
from woonvrede.insight.period import named


def figures(party: str = "u_centraal", period: str = "2026-H1") -> Figures:
    """Count as a named system actor."""
    with acting_as_system("test"):
        return count(party, in_force(START.date(), "u_centraal"), named(period, months=6))


def counted(found: Figures) -> Counted:
    """Return what was counted, by indicator and part, without the zeros."""
    return {
        each.id: {part.key: part.value for part in each.parts} or {"": each.value}
        for each in found.indicators
        if each.value
    }
