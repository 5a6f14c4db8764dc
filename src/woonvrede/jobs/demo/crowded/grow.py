# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Growing the demo's world to as many cases as somebody wants to measure with."""

from collections.abc import Iterator, Sequence
from random import Random

import psycopg

from ....access.refusals import Refused
from ....running.database import addresses
from .copying import Copying
from .homes import Copier, originals

LOT = 2_000  # cases
# A lot is small beside the tables: each row is found by its index, whatever statistics say.
IN_BULK = "set local synchronous_commit = off; set local enable_seqscan = off"


def grow(cases: int, agreements: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """
    Copy homes of the demo's world, those under some agreements, until it has so many cases: telling
    after each lot how many it has, of how many, and how many rows were written.  Each lot is
    written whole or not at all, and whoever stopped can go on.

    :raises Refused: if there is no demo's world here with such homes, or there are real people
    :raises Problem: if the address of the maintenance role is not known
    """
    with psycopg.connect(addresses.as_url("maintenance"), autocommit=True) as connection:
        _refuse_real(connection)
        (begun,) = connection.execute("select count(*) from records_case").fetchone() or (0,)
        copying = Copying(connection)
        known = originals(connection, agreements)
        if not known:
            raise Refused("Hier is nog geen woning met een casus om te kopiëren.")
        copier = Copier(connection, known, Random(begun))
        there = int(begun)
        yield there, cases, 0
        while there < cases:
            with connection.transaction():
                connection.execute(IN_BULK)
                lot = copier.lot(min(LOT, cases - there))
                copying.write(lot)
            there += len(lot.cases["old"])
            yield there, cases, copying.rows
        connection.execute("analyze")


def _refuse_real(connection: "psycopg.Connection[tuple[object, ...]]") -> None:
    asked = """select exists (select from records_account where demo),
                      exists (select from records_account where email not like '%.invalid')"""
    found = connection.execute(asked).fetchone()
    if found is None or not found[0]:
        raise Refused("Hier is geen demo. Maak die eerst met woonvrede demo-data.")
    if found[1]:
        raise Refused("Hier zijn ook echte accounts. Een demo groeit nooit naast echte gegevens.")
