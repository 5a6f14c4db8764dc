# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Keyed hashes: what can be compared with what is typed later, and never read back."""

import hashlib
import hmac

from django.conf import settings


def keyed(text: str) -> str:
    """Return the keyed hash of a text, 64 characters; without our key nobody can guess it back."""
    return hmac.new(settings.HASH_KEY.encode(), text.encode(), hashlib.sha256).hexdigest()
