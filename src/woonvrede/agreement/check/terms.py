# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""A term is met by a step, or hangs on what is recorded; never both."""

from collections.abc import Iterator

from ..book import Agreement, Deadline
from ..fault import Fault
from ..places import places


def terms(agreement: Agreement) -> Iterator[Fault]:
    """
    Find terms that a step meets and that hang on what is recorded too: recorded later they would
    never begin, and judged again they would begin anew after they were met.
    """
    for place in places(agreement):
        entry = place.of
        if isinstance(entry, Deadline) and entry.met_by and (entry.when or entry.dated_by):
            yield place.fault(
                "lost_term",
                "“met_by” kan niet samen met “when” of “dated_by”: zo raakt deze termijn zoek.",
                "Haal één van beide weg, of maak er twee termijnen van.",
            )
