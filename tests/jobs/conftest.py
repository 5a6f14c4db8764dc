# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where the heads of the sealed logs are kept, empty."""

import shutil
from collections.abc import Iterator

import pytest
from tests.support.world import heads_folder


@pytest.fixture
def no_heads() -> Iterator[None]:
    """No head is known of this database outside it; and none of this test remains."""
    shutil.rmtree(heads_folder(), ignore_errors=True)
    yield
    shutil.rmtree(heads_folder(), ignore_errors=True)
