# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The state diagram of an intervention: where each stage and each step of it stands."""

from ..book import Intervention
from ..told.scope import Scope
from .routing import ways
from .shapes import LANE, MARGIN, Diagram, Step
from .sheet import Sheet


def diagram(intervention: Intervention, scope: Scope) -> Diagram:
    """Return the drawing of an intervention."""
    found = ways(intervention)
    sheet = Sheet(found, intervention, scope)
    return Diagram(
        key=intervention.key,
        label=intervention.label,
        width=sheet.right + sheet.lanes(found.right) * LANE + MARGIN,
        height=sheet.bottom + MARGIN,
        boxes=sheet.boxes,
        steps=tuple(
            Step(number, move.key, move.label, *sheet.drawn(number))
            for number, move in enumerate(intervention.moves, start=1)
        ),
    )
