# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
Read which answer every address gives to whom: for each URL name and method, by standing.

`right` names what decides; the standings are: `anonymous` (not signed in), `nobody` (an account
that acts for no party), `unaware` (a member who may not know of what it is about), `aware` (who
may know of it, without the right), `entitled`.
"""

import csv
from typing import NamedTuple

from .read_oracle import HERE, OracleError

STANDINGS = ("anonymous", "nobody", "unaware", "aware", "entitled")


class Address(NamedTuple):
    """A URL name and a method."""

    url: str
    method: str


class Answer(NamedTuple):
    """The right that decides, and the statuses per standing."""

    right: str
    statuses: dict[str, frozenset[int]]


def answers() -> dict[Address, Answer]:
    """Return the row of each address; one address twice is an error."""
    decided: dict[Address, Answer] = {}
    with (HERE / "urls.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, strict=True):
            address = Address(row["url"], row["method"])
            if address in decided:
                raise OracleError(f"decided twice: {address}")
            statuses = {name: _statuses(row[name]) for name in STANDINGS}
            decided[address] = Answer(row["right"], statuses)
    return decided


def _statuses(written: str) -> frozenset[int]:
    return frozenset(int(status) for status in written.split("|"))
