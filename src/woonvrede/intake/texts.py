# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What may be typed in the fixed parts of a report."""

from ..agreement.values import UNWRITTEN


def is_writable(text: str, most: int) -> bool:
    """Can this be kept: not too long, and no characters that are none?"""
    return len(text.strip()) <= most and not UNWRITTEN.search(text.replace("\r\n", "\n"))


def fault_of(text: str, most: int) -> str:
    """Return why this cannot be kept, in a sentence; nothing when it can."""
    if is_writable(text, most):
        return ""
    long = len(text.strip()) > most
    return "Dit is te lang. Maak het korter." if long else "Typ dit opnieuw."


def is_filled(text: str, most: int) -> bool:
    """Was something typed that can be kept?"""
    return bool(text.strip()) and is_writable(text, most)
