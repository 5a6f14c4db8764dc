# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The answers to the agreement's questions, read as values."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from ..agreement.book import Agreement, Fact, PersonRole
from ..agreement.values import WORDS
from ..agreement.vocabulary import OF_A_LANDLORD
from ..casework.fields import read_fields

Answers = Mapping[str, str]


def asked_of(agreement: Agreement, given: Answers, *, tenure: str) -> tuple[Fact, ...]:
    """
    Return the questions that are asked of who gave these answers so far.  The others have no
    answer: a record holds what was given, and a condition over it does not hold.
    """
    return _asked(agreement, given, tenure)[0]


def people_asked_of(agreement: Agreement, given: Answers, *, tenure: str) -> frozenset[str]:
    """Return of which people, by what they are, who gave these answers is asked who it is."""
    holding = _asked(agreement, given, tenure)[1]
    return frozenset(role.key for role in agreement.person_roles if _is_asked(role, holding))


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


def _asked(
    agreement: Agreement, given: Answers, tenure: str
) -> tuple[tuple[Fact, ...], frozenset[str]]:
    """Return the questions that are asked, and what holds by the tenure and the answers to them."""
    held = any(each.landlords for each in agreement.tenures if each.key == tenure)
    asked, holding = [], {OF_A_LANDLORD} if held else set()
    for question in agreement.questions:
        if _is_asked(question, holding):
            asked.append(question)
            if WORDS.get(given.get(question.key, "").strip().lower(), False):
                holding.add(question.key)
    return tuple(asked), frozenset(holding)


def _is_asked(entry: Fact | PersonRole, holding: set[str] | frozenset[str]) -> bool:
    return holding.issuperset(entry.when) and holding.isdisjoint(entry.never_when)
