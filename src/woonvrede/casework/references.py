# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""References of cases and reports: random, so that they tell nothing."""

import secrets
from datetime import datetime

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTVWXYZ"


def new_reference(at: datetime) -> str:
    """
    Return a reference such as ``2026-7KQ4-M2``: the year, and 30 bits of chance.

    No serial number, no city, no kind; vowels that make words are rare on purpose.
    """
    chance = "".join(secrets.choice(ALPHABET) for _ in range(6))
    return f"{at.year}-{chance[:4]}-{chance[4:]}"
