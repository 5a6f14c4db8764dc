# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether what people were told that was done is there, and no more than that."""

from collections import Counter
from collections.abc import Iterator

import psycopg

FOUND = """
    select coalesce(c.address, r.address), e.kind, count(*) from records_event e
    left join records_case c on c.id = e.case_id left join records_report r on r.id = e.report_id
    group by 1, 2
    union all select address, 'report', count(*) from records_report group by 1
    union all select address, intervention, count(*) from records_case group by 1, 2"""

Told = Counter[tuple[str, str]]


def lost(told: Told, asked: "psycopg.Connection") -> Iterator[str]:
    """Return a line for each thing that was answered as done and is not there."""
    found = _found(asked)
    for (address, kind), times in told.items():
        if (there := found[address, kind]) < times:
            yield f"told and not there: {kind}, {address}, {there} of {times}"


def doubled(told: Told, asked: "psycopg.Connection") -> Iterator[str]:
    """Return a line for each thing of a kind that people did, and that is there more often."""
    kinds = {kind for _, kind in told}
    for (address, kind), times in _found(asked).items():
        if kind in kinds and times > told[address, kind]:
            yield f"there and not told: {kind}, {address}, {times} for {told[address, kind]}"


def _found(asked: "psycopg.Connection") -> Told:
    return Counter({(address, kind): times for address, kind, times in asked.execute(FOUND)})
