# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a form carries, as far as it can be kept."""

from django.http import HttpRequest, QueryDict

LONGEST_NUMBER = 17  # of digits: it fits every column, and is soon read


def typed_in(request: HttpRequest) -> QueryDict:
    """Return what was typed, without the one character that can be stored nowhere."""
    kept = request.POST.copy()
    for name in list(kept):
        kept.setlist(name, [value.replace("\x00", "") for value in kept.getlist(name)])
    return kept


def number(said: str) -> int:
    """Return the number that somebody sent, or nought."""
    is_number = said.isascii() and said.isdigit() and len(said) <= LONGEST_NUMBER
    return int(said) if is_number else 0


def number_in(typed: QueryDict, name: str) -> int:
    """Return the number that a form carries, or nought."""
    return number(typed.get(name, ""))
