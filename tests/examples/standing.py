# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Lets this process and its database stand on another agreement for a while."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from woonvrede.access import books as shelf
from woonvrede.access import given
from woonvrede.access.publish import publish
from woonvrede.agreement.book import Agreement
from woonvrede.agreement.read import read
from woonvrede.running.within import connected_as


@contextmanager
def standing_on(changed: Path, former: Path) -> Iterator[None]:
    """
    Let an agreement stand in the place of a former one, which then comes back.  It is published
    where it gives other rights: nothing else of it stands in the database.
    """
    agreement, sound = read(changed), shelf.book(former.name)
    published = _rights(agreement) != _rights(sound)
    books = {**shelf.books(), former.name: agreement}
    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(shelf, "books", lambda: books)
            given.rights.cache_clear()
            if published:
                _publish(changed)
            yield
    finally:
        given.rights.cache_clear()
        if published:
            _publish(former)


def _rights(agreement: Agreement) -> list[list[given.Given]]:
    return [list(given.given(each)) for each in agreement.interventions.values()]


def _publish(folder: Path) -> None:
    with connected_as("owner"):
        publish(folder)
