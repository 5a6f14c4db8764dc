# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every test of a page begins with nobody known, and with nobody counted as trying too often."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import override_settings

# A real hash takes half a second on purpose; what is tested here does not hang on that.
QUICK = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def nobody_yet(fresh_world: None, request: pytest.FixtureRequest) -> Iterator[None]:
    served = "served" in request.fixturenames  # by a server that knows real hashes alone
    cache.clear()
    with override_settings(PASSWORD_HASHERS=settings.PASSWORD_HASHERS if served else QUICK):
        yield
    cache.clear()
