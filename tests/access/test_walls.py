# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
The walls of the database, each of them taken away in turn.

What a policy does is seen in the rows that a raw statement of the application's role gets; the
policies are listed from the catalogue, so that a new one is tried by itself.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from psycopg import Rollback, sql

from tests.access.furnished import House
from tests.access.looking import APP, WORKER, look
from tests.access.rows import Connection

# The smallest number of policies there must be: an empty catalogue would prove nothing.
AT_LEAST = {APP: 45, WORKER: 6}
# What sets a half of a policy to true: which rows it reaches, and which it lets come to be.
USING, CHECK = "using (true)", "with check (true)"


@dataclass(frozen=True)
class Policy:
    """One policy as the catalogue has it, with what opens each of its halves by itself."""

    table: str
    name: str
    halves: tuple[str, ...]

    def dropped(self) -> sql.Composed:
        """Return what removes it."""
        return sql.SQL("drop policy {} on {}").format(*self._names)

    def opened(self, half: str) -> sql.Composed:
        """Return what lets everything through one half, the other as it was."""
        return sql.SQL("alter policy {} on {} {}").format(*self._names, sql.SQL(half))

    @property
    def _names(self) -> tuple[sql.Identifier, sql.Identifier]:
        return sql.Identifier(self.name), sql.Identifier(self.table)


def policies(role: str, to: Connection) -> list[Policy]:
    """Return every policy of a role, from the catalogue."""
    found = to.execute(
        "select tablename, policyname, qual is not null and qual <> 'true',"
        " with_check is not null and with_check <> 'true' from pg_policies"
        " where %s = any(roles) order by tablename, policyname",
        [role],
    )
    return [
        Policy(table, name, (USING,) * using + (CHECK,) * check)
        for table, name, using, check in found.fetchall()
    ]


@contextmanager
def changed(statement: sql.Composed, to: Connection) -> Iterator[None]:
    """Change the walls for a moment; the transaction puts them back, also after a failure."""
    with to.transaction():
        to.execute(statement)
        yield
        raise Rollback


@pytest.mark.parametrize("role", [APP, WORKER])
def test_each_policy_is_a_wall(role: str, house: House, administrator: Connection) -> None:
    """Dropping it, and setting a half of it to true, each change what a raw statement gets."""
    unnoticed = []
    listed = policies(role, administrator)
    for policy in listed:
        sound = look(role, policy.table, house, administrator)
        halves = {half: policy.opened(half) for half in policy.halves}
        for words, statement in {"dropped": policy.dropped(), **halves}.items():
            with changed(statement, administrator):
                if look(role, policy.table, house, administrator) == sound:
                    unnoticed.append(f"{policy.name} on {policy.table} {words}")
    assert unnoticed == [], "\n".join(unnoticed)
    assert len(listed) >= AT_LEAST[role]


def test_no_other_half_stands_open_by_itself(administrator: Connection) -> None:
    """
    Opening it would change nothing: who changes a case may end its own part in it, and every job
    may lock the case that another one changes.
    """
    found = administrator.execute(
        "select policyname from pg_policies"
        " where 'true' in (qual, with_check) and roles && %s::name[] order by policyname",
        [[APP, WORKER]],
    )
    assert [name for (name,) in found] == ["case_changed", "case_moved_by_the_job"]


@pytest.mark.parametrize("role", [APP, WORKER])
def test_the_walls_stand_again_after_each_trial(
    role: str, house: House, administrator: Connection
) -> None:
    """What the trial above changes it puts back: it is the same before and after."""
    before = policies(role, administrator)
    with changed(before[0].dropped(), administrator):
        assert policies(role, administrator) == before[1:]
    assert policies(role, administrator) == before


def test_nothing_of_theirs_is_in_reach(house: House, administrator: Connection) -> None:
    """The sound walls themselves: ours is there, theirs is not, in every table."""
    tables = {policy.table for policy in policies(APP, administrator) if USING in policy.halves}
    for table in sorted(tables):
        read, *_ = look(APP, table, house, administrator)
        everything = administrator.execute(
            sql.SQL("select id from {}").format(sql.Identifier(table))
        ).fetchall()
        assert read, f"{table}: nothing of ours"
        assert len(read) < len(everything), f"{table}: everything"  # type: ignore[arg-type]
