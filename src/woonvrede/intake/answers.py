# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The answers to the agreement's questions, read as values."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from ..agreement.book import Agreement, Fact
from ..agreement.values import WORDS
from ..agreement.vocabulary import OF_A_LANDLORD
from ..casework.fields import read_fields

Answers = Mapping[str, str]


def asked_of(agreement: Agreement, given: Answers, *, tenure: str) -> tuple[Fact, ...]:
    """
    Return the questions that are asked of who gave these answers so far.  The others have no
    answer: a record holds what was given, and a condition over it does not hold.
    """
    known = {OF_A_LANDLORD: any(t.landlords for t in agreement.tenures if t.key == tenure)}
    asked = []
    for question in agreement.questions:
        wanted = all(known.get(name, False) for name in question.when)
        if wanted and not any(known.get(name, False) for name in question.never_when):
            asked.append(question)
            known[question.key] = WORDS.get(given.get(question.key, "").strip().lower(), False)
    return tuple(asked)


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
