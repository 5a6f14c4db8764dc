# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Connections with which the walls are looked at from all sides."""

from collections.abc import Iterator

import pytest

from tests.access import furnished, rows
from tests.support import world
from woonvrede.running.database import postgres
from woonvrede.running.database.cluster import TEST


@pytest.fixture
def administrator(database: str) -> Iterator[rows.Connection]:
    """The superuser of this process's own database, who may become any role."""
    with postgres.administrator(TEST, world.DATABASE) as connection:
        yield connection


@pytest.fixture
def house(fresh_world: None, administrator: rows.Connection) -> furnished.House:
    """Two cases and two reports, of parties that may not know of each other's."""
    return furnished.furnish(administrator)
