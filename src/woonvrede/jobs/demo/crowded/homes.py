# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
The homes that are copied, and what is new about each copy: its address, its days, its numbers.

A home with all that was reported and done there is copied whole, so that what belongs together
stays together.  What is over is spread over the days that there are; what still runs keeps its
days, for its terms count from them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any

import psycopg

from ....casework.references import new_reference
from ....intake.address import match_of

MOST_ORIGINALS = 20_000
MOST_HOMES = 2_000  # in a lot, for each may hold a lock until its lot is written
FIRST_NUMBER = 1000  # the homes of the scenes and of the city lie below it
ORIGINALS = """
    select d.id, d.postcode, r.since, r.over, r.reports, coalesce(c.over, true),
           coalesce(c.cases, '{}')
    from records_dwelling d
    join (select dwelling_id, min(received_at) as since, bool_and(decided <> '') as over,
                 array_agg(id order by id) as reports, array_agg(agreement::text) as agreements
          from records_report group by 1) r on r.dwelling_id = d.id
    left join (select dwelling_id, bool_and(closed_at is not null) as over,
                      array_agg(id order by id) as cases
               from records_case group by 1) c on c.dwelling_id = d.id
    where r.agreements <@ %s
    order by c.dwelling_id is null, d.id limit %s
"""
TAKEN = """
    select name from unnest(%s::text[]) name
    where exists (select from records_case where reference = name)
       or exists (select from records_report where reference = name)
"""


@dataclass(frozen=True)
class Original:
    """A home of the world as it is, since when something is reported there, and what."""

    id: int
    postcode: str
    since: datetime
    over: bool
    reports: Sequence[int]
    cases: Sequence[int]


@dataclass
class Copies:
    """A lot of copies, as columns: for each home, case and report what it was and becomes."""

    homes: dict[str, list[Any]] = field(default_factory=dict)
    cases: dict[str, list[Any]] = field(default_factory=dict)
    reports: dict[str, list[Any]] = field(default_factory=dict)


def originals(connection: "psycopg.Connection[Any]", agreements: Sequence[str]) -> list[Original]:
    """
    Return the homes that can be copied: of which all reports came in under these agreements.

    Of those without a case no more than of those with one: of homes that were imported with their
    reports there may be thousands, and growth is asked for in cases.
    """
    rows = connection.execute(ORIGINALS, [list(agreements), MOST_ORIGINALS]).fetchall()
    found = [
        Original(home, postcode, since, decided and closed, reports, cases)
        for home, postcode, since, decided, reports, closed, cases in rows
    ]
    with_a_case = sum(1 for each in found if each.cases)
    return found[: 2 * with_a_case]


@dataclass
class Copier:
    """Thinks of copies: each with an address, days and references that nobody has yet."""

    connection: "psycopg.Connection[Any]"
    known: Sequence[Original]
    dice: Random
    numbers: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.begun = min(each.since for each in self.known)
        asked = "select postcode, max(number) from records_dwelling group by 1"
        for postcode, last in self.connection.execute(asked):
            self.numbers[postcode] = max(last, FIRST_NUMBER)

    def lot(self, cases: int) -> Copies:
        """
        Return copies of homes chosen by lot that together have so many cases, or a few more; or
        fewer, where that would take too many homes.
        """
        chosen: list[Original] = []
        found = 0
        while found < cases and len(chosen) < MOST_HOMES:
            chosen.append(self.dice.choice(self.known))
            found += len(chosen[-1].cases)
        shifts = [self._days(each) for each in chosen]
        lot = Copies()
        lot.homes = {
            "old": [each.id for each in chosen],
            # By chance, as the database numbers them: a number does not tell when a home was known.
            "new": [self.dice.getrandbits(62) for _ in chosen],
            "shift": shifts,
            **self._addresses(chosen),
        }
        lot.cases = self._of(chosen, shifts, lot.homes["new"], "cases", "records_case")
        lot.reports = self._of(chosen, shifts, lot.homes["new"], "reports", "records_report")
        self._name(lot)
        return lot

    def _days(self, home: Original) -> int:
        """Return over how many days a copy is moved: back, and no further than all began."""
        return -self.dice.randint(0, (home.since - self.begun).days) if home.over else 0

    def _addresses(self, chosen: Sequence[Original]) -> dict[str, list[Any]]:
        numbers = []
        for each in chosen:
            self.numbers[each.postcode] += 1
            numbers.append(self.numbers[each.postcode])
        pairs = zip(chosen, numbers, strict=True)
        return {
            "number": numbers,
            "match": [match_of(each.postcode, number, "") for each, number in pairs],
        }

    def _of(
        self, chosen: Sequence[Original], shifts: Sequence[int], homes: Sequence[int],
        what: str, table: str,
    ) -> dict[str, list[Any]]:  # fmt: skip
        rows = [
            (copy, old, home, shift, each.since + timedelta(days=shift))
            for copy, (each, home, shift) in enumerate(zip(chosen, homes, shifts, strict=True))
            for old in getattr(each, what)
        ]
        columns = [list(each) for each in zip(*rows, strict=True)] or [[]] * 5
        names = ("copy", "old", "home", "shift", "at")
        return {**dict(zip(names, columns, strict=True)), "new": self._ids(table, len(rows))}

    def _ids(self, table: str, number: int) -> list[int]:
        asked = "select nextval(pg_get_serial_sequence(%s, 'id')) from generate_series(1, %s)"
        return [row[0] for row in self.connection.execute(asked, [table, number])]

    def _name(self, lot: Copies) -> None:
        """Give each case and report of these copies a reference that nothing has."""
        moments = [*lot.cases.pop("at"), *lot.reports.pop("at")]
        names = list(self._references(moments))
        lot.cases["reference"] = names[: len(lot.cases["old"])]
        lot.reports["reference"] = names[len(lot.cases["old"]) :]

    def _references(self, moments: Sequence[datetime]) -> Iterator[str]:
        names: dict[str, None] = {}
        waiting = list(moments)
        while waiting:
            tried = [new_reference(each, self.dice.choice) for each in waiting]
            taken = {row[0] for row in self.connection.execute(TAKEN, [tried])}
            again = []
            for moment, name in zip(waiting, tried, strict=True):
                if name in taken or name in names:
                    again.append(moment)
                else:
                    names[name] = None
            waiting = again
        yield from names
