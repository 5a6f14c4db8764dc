# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
Where Django looks for models.

It imports *modules*, not classes: re-exported classes would defeat the contract that only the
timeline writes events and only the door writes readings.
"""

from . import (
    account,
    case,
    dwelling,
    entry,
    event,
    once,
    party,
    permission,
    person,
    reading,
    report,
    right,
    seal,
    task,
)

__all__ = [
    "account",
    "case",
    "dwelling",
    "entry",
    "event",
    "once",
    "party",
    "permission",
    "person",
    "reading",
    "report",
    "right",
    "seal",
    "task",
]
