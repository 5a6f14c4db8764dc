# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The answers to the agreement's questions, read as values."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from ..access.refusals import Invalid
from ..agreement.book import Agreement, Fact
from ..casework.fields import read_fields


def read_some(
    given: Mapping[str, str], asked: Sequence[Fact], agreement: Agreement, day: date
) -> dict[str, Any]:
    """
    Return the answers to these questions as values.  What is reported has happened: a date lies
    not after ``day``.

    :raises Invalid: with a sentence per question
    """
    needed = [question.key for question in asked if question.required]
    values = read_fields(asked, given, agreement, needed=needed)
    later = [
        question.key
        for question in asked
        if question.kind == "date" and values.get(question.key, "") > day.isoformat()
    ]
    if later:
        raise Invalid(dict.fromkeys(later, "Deze datum ligt in de toekomst."))
    return values
