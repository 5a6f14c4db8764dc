# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words of the agreement that the frame of a page shows."""

from datetime import date

from ...access.books import in_force


def function_labels(day: date) -> dict[str, str]:
    """Return the Dutch name of each function in the agreement of this day."""
    return {function.key: function.label for function in in_force(day).functions}
