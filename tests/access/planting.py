# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Defects planted in a copy of the agreement, to see a proof fail by name."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from tests.access import standings
from woonvrede.access import books as shelf
from woonvrede.access import given
from woonvrede.agreement.book import Fact, Grant, Intervention

Change = Callable[[Intervention], Intervention]


@contextmanager
def planted(intervention: str, change: Change) -> Iterator[None]:
    """Let this process, and nothing on disk, read the agreement with one thing changed."""
    sound = shelf.books()
    agreement = sound[standings.AGREEMENT]
    changed = {
        **agreement.interventions,
        intervention: change(agreement.interventions[intervention]),
    }
    books = {**sound, agreement.key: agreement.model_copy(update={"interventions": changed})}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shelf, "books", lambda: books)
        _forget()
        yield
    _forget()


def without(role: str, category: str) -> Change:
    """Take the right to see a category from a role."""

    def narrow(grant: Grant) -> Grant:
        left = tuple(key for key in grant.see if grant.role != role or key != category)
        return grant.model_copy(update={"see": left})

    return lambda described: _with_grants(described, map(narrow, described.grants))


def with_more(role: str, category: str) -> Change:
    """Give a role the right to see a category wherever it sees anything."""

    def widen(grant: Grant) -> Grant:
        more = (category,) if grant.role == role and not grant.only else ()
        return grant.model_copy(update={"see": (*grant.see, *more)})

    return lambda described: _with_grants(described, map(widen, described.grants))


def mislabelled(key: str, category: str) -> Change:
    """Put a fact in another category."""

    def move(fact: Fact) -> Fact:
        return fact.model_copy(update={"category": category}) if fact.key == key else fact

    return lambda described: described.model_copy(
        update={"facts": tuple(map(move, described.facts))}
    )


def _with_grants(described: Intervention, grants: Iterator[Grant]) -> Intervention:
    return described.model_copy(update={"grants": tuple(grants)})


def _forget() -> None:
    given.rights.cache_clear()
    standings.standing_of.cache_clear()
