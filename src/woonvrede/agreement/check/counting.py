# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every figure has one party, or one role of parties, that reports it."""

from collections.abc import Iterator

from ..book import Agreement, Indicator
from ..fault import Fault
from ..places import places


def counting(agreement: Agreement) -> Iterator[Fault]:
    """Find indicators that no party reports, or that a party and a role both report."""
    for place in places(agreement):
        entry = place.of
        if isinstance(entry, Indicator) and bool(entry.reported_by) == bool(entry.reported_by_role):
            yield place.fault(
                "indicator_without_reporter",
                "Het is niet duidelijk wie dit cijfer opgeeft.",
                "Noem één partij bij “reported_by”, of één rol bij “reported_by_role”.",
            )
