# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a form gave, read as the agreement describes it."""

from collections.abc import Iterable, Mapping
from typing import Any

from ..access.refusals import Invalid
from ..agreement.book import Agreement, Fact
from ..agreement.values import Wrong, parse


def read_fields(
    facts: Iterable[Fact], given: Mapping[str, str], agreement: Agreement, *, needed: Iterable[str]
) -> dict[str, Any]:
    """
    Return the value of every field that was filled in.

    :raises Invalid: with a sentence for each field that cannot be read or is missing
    """
    values: dict[str, Any] = {}
    errors: dict[str, str] = {}
    must = set(needed)
    for fact in facts:
        raw = given.get(fact.key, "").strip()
        if not raw:
            if fact.key in must:
                errors[fact.key] = _missing(fact)
            continue
        try:
            values[fact.key] = parse(fact, raw, agreement)
        except Wrong as wrong:
            errors[fact.key] = str(wrong)
    if errors:
        raise Invalid(errors)
    return values


def _missing(fact: Fact) -> str:
    chosen = fact.kind in ("choice", "yes_no", "party", "person")
    return f"{'Kies een antwoord' if chosen else 'Vul in'}: {fact.label}"
