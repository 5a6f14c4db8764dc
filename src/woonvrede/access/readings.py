# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
How a reading is written, for the door: one for everything that was told by the same rights; and the
one thing that is asked of them, a number.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import connection

from .actor import Actor
from .given import Given
from .session import write_down

Told = Mapping[int, Iterable[Given]]  # by which rights something was told, by id
ADD = """
    insert into records_reading (account, party, system, action, case_ids, report_ids, categories,
                                 purposes, why, refused)
    select account, party, system, action, case_ids, report_ids, categories, purposes, why, refused
    from jsonb_to_recordset(%(rows)s::jsonb) as told (
        account bigint, party bigint, system text, action text, case_ids bigint[],
        report_ids bigint[], categories text[], purposes text[], why text, refused boolean)
"""
# One export of an account at a time: two at once would each count without the other.
ALONE = "select pg_advisory_xact_lock(hashtextextended('export ' || records_account(), 0))"
TAKEN_OUT = "select records_taken_out(%s)"


@dataclass(frozen=True)
class Reading:
    """One answer that carried case data, or one refused attempt, as it is written down."""

    action: str
    account: int | None = None
    party: int | None = None
    system: str = ""
    case_ids: Sequence[int] = ()
    report_ids: Sequence[int] = ()
    categories: Sequence[str] = ()
    purposes: Sequence[str] = ()
    why: str = ""
    refused: bool = False


def add(readings: Iterable[Reading]) -> None:
    """Add readings, in plain SQL: the application may add one but never read one back."""
    rows = [asdict(reading) for reading in readings]
    if rows:
        write_down(ADD, rows)


def readings_of(actor: Actor, action: str, *, cases: Told, reports: Told) -> list[Reading]:
    """Return a reading for each of the ways in which something was told."""
    ways: dict[tuple[tuple[str, ...], ...], tuple[list[int], list[int]]] = {}
    for place, told in enumerate((cases, reports)):
        for number, rights in told.items():
            ways.setdefault(_way(tuple(rights)), ([], []))[place].append(number)
    return [
        Reading(
            action,
            account=actor.account,
            party=actor.party,
            case_ids=sorted(case_ids),
            report_ids=sorted(report_ids),
            categories=categories,
            purposes=purposes,
            why="; ".join(sections),
        )
        for (categories, purposes, sections), (case_ids, report_ids) in sorted(ways.items())
    ]


def taken_out_since(at: datetime) -> int:
    """Return of how many cases who acts took a list out since then, each time counted anew."""
    with connection.cursor() as cursor:
        cursor.execute(TAKEN_OUT, [at])
        return int(cursor.fetchone()[0])


def take_out_alone() -> None:
    """Wait until no other export of who acts is being made, and let none begin before this ends."""
    with connection.cursor() as cursor:
        cursor.execute(ALONE)


def _way(rights: Sequence[Given]) -> tuple[tuple[str, ...], ...]:
    """Return the kinds of data, the purposes and the sections of these rights."""
    names = (
        {right.thing for right in rights},
        {right.purpose for right in rights},
        {right.because for right in rights},
    )
    return tuple(tuple(sorted(each - {""})) for each in names)
