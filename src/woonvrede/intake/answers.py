# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The answers to the agreement's questions, read as values."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from ..agreement.book import Agreement, Fact
from ..agreement.values import WORDS
from ..casework.fields import read_fields

Answers = Mapping[str, str]

# What nobody is asked, given the other answers and the tenure.  It has no answer then: a record
# holds what was given, and a condition over it does not hold.
NEEDLESS: dict[str, Callable[[Answers, str], bool]] = {
    "pollution_serious": lambda given, _: not WORDS.get(given.get("pollution", "").lower(), False),
    "rent_debt_eviction": lambda _, tenure: tenure == "owner_occupied",
}


def asked_of(agreement: Agreement, given: Answers, *, tenure: str) -> tuple[Fact, ...]:
    """Return the questions that are asked of who gave these answers so far."""
    return tuple(
        question
        for question in agreement.questions
        if question.key not in NEEDLESS or not NEEDLESS[question.key](given, tenure)
    )


def read_all(given: Answers, *, tenure: str, agreement: Agreement, day: date) -> dict[str, Any]:
    """
    Return the answers of a whole report as values; what was not asked has none, also when
    something was sent for it.

    :raises Invalid: with a sentence per question
    """
    return read_some(given, asked_of(agreement, given, tenure=tenure), agreement, day)


def read_some(
    given: Answers, asked: Sequence[Fact], agreement: Agreement, day: date
) -> dict[str, Any]:
    """
    Return the answers to these questions, given on this day, as values.

    :raises Invalid: with a sentence per question
    """
    needed = [question.key for question in asked if question.required]
    return read_fields(asked, given, agreement, needed=needed, day=day)
