# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every entry says where it comes from."""

from collections.abc import Iterator

from .book import Agreement
from .fault import Fault
from .places import places


def missing_sources(agreement: Agreement) -> Iterator[Fault]:
    """Find entries without a source; a column of a register has that of its register."""
    for place in places(agreement):
        if place.depth < 2 and not place.of.source.strip():
            yield place.fault(
                "missing_source",
                "Er staat geen bron bij.",
                "Noem het artikel, of de praktijk met “assumed = true”.",
            )
