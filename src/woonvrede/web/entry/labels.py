# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words of the agreement that the frame of a page shows."""

from datetime import date, datetime

from ...access.books import in_force
from ...records.account import Membership


def function_labels(day: date, circle: str) -> dict[str, str]:
    """Return the Dutch name of each function in the agreement under which a circle works."""
    return {function.key: function.label for function in in_force(day, circle).functions}


def function_names(seat: Membership, at: datetime) -> str:
    """Return the Dutch names of the functions in which somebody has a membership."""
    labels = function_labels(at.date(), seat.party.key)
    return ", ".join(labels.get(name, name) for name in seat.functions)
