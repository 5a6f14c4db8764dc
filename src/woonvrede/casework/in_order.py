# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Days of a case in the order in which they can only have been."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..access.books import book
from ..access.given import SEE
from ..access.refusals import Invalid
from ..access.rights import Standing
from ..agreement.book import Agreement, Fact
from ..agreement.values import show
from ..records.entry import Entry


def in_order(place: Standing, asked: Iterable[Fact], values: Mapping[str, Any]) -> None:
    """
    Go on unless a day that is given now lies before another that must come first, or after one
    that must come later.

    Of two days of which neither is new nothing is said, nor of one that this actor does not see,
    or that is not asked with it or in this stage: that may be of an earlier round.

    :param asked: the facts that could be given now
    :param values: what was given, None for what was taken away
    :raises Invalid: with a sentence for each such day
    """
    agreement = book(place.case.agreement)
    facts = {fact.key: fact for fact in agreement.interventions[place.case.intervention].facts}
    pairs = [(facts[fact.not_before], fact) for fact in facts.values() if fact.not_before]
    touched = [pair for pair in pairs if any(fact.key in values for fact in pair)]
    if not touched:
        return
    keys = {fact.key for pair in touched for fact in pair}
    seen = Entry.objects.filter(place.rows(SEE), case=place.case, kind=Entry.FACT, until=None)
    rows = seen.filter(key__in=keys).values_list("key", "values")
    standing = {key: row["value"] for key, row in rows}
    now = {**standing, **values}
    new = {key for key in keys if now.get(key) != standing.get(key)}
    open_ = {fact.key for fact in asked}
    open_ |= {key for key in keys if place.case.stage in facts[key].stages}
    if errors := dict(_out_of_order(touched, now, new, open_, agreement)):
        raise Invalid(errors)


def _out_of_order(
    pairs: Iterable[tuple[Fact, Fact]],
    now: Mapping[str, Any],
    new: set[str],
    open_: set[str],
    agreement: Agreement,
) -> Iterator[tuple[str, str]]:
    for first, then in pairs:
        earlier, later = now.get(first.key), now.get(then.key)
        if earlier is None or later is None or later >= earlier:
            continue
        if then.key in new:
            yield then.key, _sentence("vóór", first, earlier, agreement)
        elif first.key in new and then.key in open_:
            yield first.key, _sentence("na", then, later, agreement)


def _sentence(side: str, other: Fact, day: str, agreement: Agreement) -> str:
    return f"Deze datum ligt {side} die bij “{other.label}”: {show(other, day, agreement)}."
