# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What raw statements of a role get from one table, as the policies stand at that moment."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
import pytest
from psycopg import Rollback, errors, sql
from psycopg.types.json import Jsonb

from tests.access.furnished import House, Side
from tests.access.rows import Connection

APP, WORKER = "woonvrede_app", "woonvrede_worker"
Settings = dict[str, object]


@contextmanager
def refused(to: Connection) -> Iterator[None]:
    """The database itself refuses what is done here."""
    with pytest.raises(errors.InsufficientPrivilege), to.transaction():
        yield


@contextmanager
def speaking_as(role: str, settings: Settings, to: Connection) -> Iterator[None]:
    """Be a role of the database, with what a transaction is told; nothing of it stays."""
    with to.transaction():
        to.execute(sql.SQL("set local role {}").format(sql.Identifier(role)))
        for name, value in settings.items():
            to.execute("select set_config(%s, %s, true)", [name, str(value)])
        yield
        raise Rollback


def look(role: str, table: str, house: House, to: Connection) -> list[object]:
    """
    Return everything that raw statements of this role get: which rows are read, how many are
    changed and removed, whether they can be hung on a case of theirs, and whether ours and theirs
    can be added.
    """
    samples = [sample(table, side, to) for side in (house.ours, house.theirs)]
    if (role, table) == (WORKER, "records_reading"):
        nobody = {"account": None, "party": None}
        names = ("drafts_end", "another")
        samples = [
            {**row, **nobody, "system": name} for row, name in zip(samples, names, strict=True)
        ]
    got: list[object] = []
    for settings in whom(role, house):
        with speaking_as(role, settings, to):
            got.append(_read(table, to))
            got.append(_change(table, samples[0], to))
            got.append(_hang(table, samples[0], house.theirs.case, to))
            got.append(_remove(table, to))
            got += [_add(table, row, to) for row in samples]
    return got


def whom(role: str, house: House) -> list[Settings]:
    """
    Return as whom to look: ours, ours but excluded; or a job for our case, one that may forget the
    people in it, or one for old drafts.
    """
    ours = house.ours
    if role == WORKER:
        forgets = {"app.case": ours.case, "app.system": "people_forgotten"}
        return [{"app.case": ours.case}, forgets, {"app.system": "drafts_end"}]
    return [
        {"app.party": ours.party, "app.account": ours.account},
        {"app.party": ours.party, "app.account": ours.excluded},
    ]


def sample(table: str, side: Side, to: Connection) -> dict[str, Any]:
    """Return a row of one side without its id, read past all policies."""
    for column, value in _belongs(table, side).items():
        found = to.execute(
            sql.SQL("select * from {} where {} = %s limit 1").format(
                sql.Identifier(table), sql.Identifier(column)
            ),
            [value],
        )
        row = found.fetchone()
        if row is not None and found.description:
            names = [each.name for each in found.description]
            return {name: _plain(v) for name, v in zip(names, row, strict=True) if name != "id"}
    raise AssertionError(f"no row of {table} for {side}")


def _belongs(table: str, side: Side) -> dict[str, int]:
    """Return by which columns a row of this table is found to be of this side."""
    own = {"records_case": side.case, "records_report": side.report, "records_dwelling": side.home}
    if table in own:
        return {"id": own[table]}
    if table == "records_tenure":
        return {"dwelling_id": side.home}
    if table in ("records_once", "records_draft", "records_savedfilter"):
        return {"account_id": side.account}
    if table in ("records_imported", "records_volunteer"):
        return {"party_id": side.party}
    if table == "records_reading":
        return {"party": side.party}
    return {"case_id": side.case}


def _plain(value: Any) -> Any:
    return Jsonb(value) if isinstance(value, dict) else value


def _read(table: str, to: Connection) -> object:
    return _attempt(
        lambda: to.execute(
            sql.SQL("select id from {} order by id").format(sql.Identifier(table))
        ).fetchall(),
        to,
    )


def _change(table: str, row: dict[str, Any], to: Connection) -> object:
    """
    Set one column of everything to one value: one that this role may change, if there is any.

    Without a condition, and without reading the column: then no policy for reading takes part,
    only that of changing.
    """
    possible = [name for name in row if name not in _unique(table, to) and row[name] is not None]
    allowed = [name for name in row if _may("update", table, name, to)]
    column = next(iter([*(name for name in possible if name in allowed), *allowed, *possible]))
    ask = sql.SQL("update {} set {} = %s").format(sql.Identifier(table), sql.Identifier(column))
    return _attempt(lambda: to.execute(ask, [row[column]]).rowcount, to)


def _hang(table: str, row: dict[str, Any], case: int, to: Connection) -> object:
    """Hang everything on one case, where a role may say on which case a row of this table hangs."""
    if "case_id" not in row or not _may("update", table, "case_id", to):
        return None
    ask = sql.SQL("update {} set case_id = %s").format(sql.Identifier(table))
    return _attempt(lambda: to.execute(ask, [case]).rowcount, to)


def _remove(table: str, to: Connection) -> object:
    ask = sql.SQL("delete from {}").format(sql.Identifier(table))
    return _attempt(lambda: to.execute(ask).rowcount, to)


def _may(verb: str, table: str, column: str, to: Connection) -> bool:
    ask = "select has_column_privilege(%s, %s, %s)"
    return to.execute(ask, [table, column, verb]).fetchone() == (True,)


def _unique(table: str, to: Connection) -> set[str]:
    """Return the columns of which no two rows may have the same."""
    found = to.execute(
        "select a.attname from pg_index i join pg_attribute a"
        " on a.attrelid = i.indrelid and a.attnum = any(i.indkey)"
        " where i.indrelid = %s::regclass and i.indisunique",
        [table],
    )
    return {name for (name,) in found.fetchall()}


def _add(table: str, row: dict[str, Any], to: Connection) -> object:
    """Add a row like this, as far as the role may fill in its columns, if it may any."""
    row = {name: row[name] for name in row if _may("insert", table, name, to)} or row
    ask = sql.SQL("insert into {} ({}) values ({})").format(
        sql.Identifier(table),
        sql.SQL(", ").join(map(sql.Identifier, row)),
        sql.SQL(", ").join(map(sql.Placeholder, row)),
    )
    return _attempt(lambda: to.execute(ask, row).rowcount, to)


def _attempt(act: Any, to: Connection) -> object:
    """Return what came of it: an answer, refused, or let through to a rule of another kind."""
    try:
        with to.transaction():
            answer = act()
    except errors.InsufficientPrivilege:
        return "refused"
    except psycopg.Error:
        return "let through"
    return answer
