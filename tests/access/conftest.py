# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two sides of a wall, to be looked at from all sides."""

import pytest

from tests.access import furnished, rows


@pytest.fixture
def house(fresh_world: None, administrator: rows.Connection) -> furnished.House:
    """Two cases and two reports, of parties that may not know of each other's."""
    return furnished.furnish(administrator)
