# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two sealed logs of some hundred lines, and every way in which somebody could alter them."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from random import Random
from typing import Any, LiteralString

import psycopg
from psycopg import Rollback, sql

from tests.access import rows
from woonvrede.jobs.sealing.heads import Head
from woonvrede.jobs.sealing.walk import GENESIS, Walked, walk

Connection = psycopg.Connection[tuple[Any, ...]]
LINES = 240
BATCH = 40

EVENTS = """
    insert into records_event (case_id, kind, category, at, party_id, account_id, system, facts,
                               personal, recipient_ids, salt, digest)
    select %(case)s, 'Moved', 'process', now() - n * interval '1.000007 hours', %(party)s,
           %(account)s, case when n %% 9 = 0 then 'term_passes' else '' end,
           jsonb_build_object('n', n, 'é "', jsonb_build_array(null, n / 7.0, '{}')), personal,
           array[n, null], salt, encode(sha256(convert_to(salt || case when n %% 3 = 0 then '{}'
               else format('{"reason": "woord %%s"}', n) end, 'UTF8')), 'hex')
    from generate_series(1, %(lines)s) n,
         lateral (select case when n %% 3 = 0 then '{}'::jsonb
                  else jsonb_build_object('reason', 'woord ' || n) end personal,
                  md5(n::text) salt) of_it"""
READINGS = """
    insert into records_reading (at, account, party, system, action, case_ids, report_ids,
                                 categories, purposes, why, refused)
    select now() - n * interval '1.000007 hours', %(account)s, %(party)s, '', 'case',
           array[n, n + 1], '{}', array['process', 'a,"b'], '{}', '§3.' || n, n %% 5 = 0
    from generate_series(1, %(lines)s) n"""
SEAL = "select sealed, ends_at, ends_in, follows from records_seal(%s, %s, %s, %s)"

CHANGES: dict[str, dict[str, LiteralString]] = {
    "event": {
        "case_id": "case_id + 1",
        "report_id": "{line}",
        "kind": "'Opened'",
        "category": "'approach'",
        "at": "at + interval '1 microsecond'",
        "party_id": "null",
        "account_id": "null",
        "system": "'report'",
        "facts": "facts || '{{\"more\": 1}}'",
        "personal": '\'{{"reason": "another"}}\'',
        "recipient_ids": "recipient_ids || 1::bigint",
        "salt": "'another'",
        "digest": "'another'",
    },
    "reading": {
        "at": "at + interval '1 microsecond'",
        "account": "null",
        "party": "null",
        "system": "'report'",
        "action": "'another'",
        "case_ids": "'{{}}'",
        "report_ids": "array[{line}]",
        "categories": "array['process,a', 'b']",
        "purposes": "array['']",
        "why": "''",
        "refused": "not refused",
    },
}


def fill(to: Connection) -> None:
    """Write the lines of both logs; none is sealed yet."""
    party = rows.party_ids(to)["portaal"]
    case = rows.case(to, "severe_nuisance", "plan", lead=party)
    about = {"case": case, "party": party, "account": rows.account(to), "lines": LINES}
    to.execute(EVENTS, about)
    to.execute(READINGS, about)


def seal(to: Connection, log: str, *, most: int = BATCH) -> list[Head]:
    """Seal all lines of a log that wait, as the worker does, and return the head of each batch."""
    heads = []
    with to.transaction():
        to.execute("set local role woonvrede_worker")
        to.execute("select set_config('app.system', 'seal', true)")
        sealed = True
        while sealed:
            found = to.execute(SEAL, [log, most, 0, GENESIS]).fetchone()
            assert found is not None
            sealed = bool(found[0])
            heads += [Head(log, found[1], found[2], "a copy")] * sealed
        to.execute("reset role")
    return heads


def walked(log: str, to: Connection, heads: Sequence[Head] = ()) -> Walked:
    """Follow a log on this connection."""

    def ask(statement: str, values: Sequence[object]) -> Sequence[tuple[Any, ...]]:
        return to.execute(statement.encode(), values).fetchall()

    return walk(log, heads, ask=ask)


@contextmanager
def past_all_triggers(to: Connection) -> Iterator[None]:
    """Be somebody who owns everything; and nothing that is done stays."""
    with to.transaction():
        to.execute("set local session_replication_role = replica")
        yield
        raise Rollback


# The first line that is not as it was sealed, and its place; None where it cannot be told.
Found = tuple[int | None, int | None]


class Tampering:
    """
    Who alters one log: ``chance`` draws where and how.  What must be found first is returned; of a
    chain that was made ``anew`` only that it is not the one whose heads were kept.
    """

    def __init__(self, log: str, chance: Random, to: Connection) -> None:
        self.log, self.chance, self.to = log, chance, to
        found = to.execute(
            "select line from records_seal where log = %s order by position", [log]
        ).fetchall()
        self.lines: list[int] = [line for (line,) in found]
        self.anew = False

    def seal_anew(self) -> None:
        """Make the whole chain anew, from what the lines now say."""
        self.anew = True
        self._run("delete from records_seal where log = {log}")
        self._run("delete from records_head where log = {log}")
        self._run("insert into records_unsealed (log, line) select {log}, id from {table}")
        seal(self.to, self.log)

    def changed(self) -> Found:
        """Change one field of one line."""
        line = self.change(self.chance.choice(sorted(CHANGES[self.log])))
        self._hide_now_and_then()
        return line, self.lines.index(line) + 1

    def change(self, column: str) -> int:
        """Change this field of one line."""
        line = self.chance.choice(self.lines)
        value = CHANGES[self.log][column]
        self._run(
            "update {table} set {column} = " + value + " where id = {line}", at=line, column=column
        )
        return line

    def deleted(self) -> Found:
        """Remove one line; also with its seal, and the later ones moved up."""
        place = self.chance.randrange(len(self.lines))
        self._run("delete from {table} where id = %s", self.lines[place])
        how = self.chance.randrange(4)
        if how > 0:
            self._run("delete from records_seal where log = {log} and line = %s", self.lines[place])
        if how == 2:
            self._shift(place + 1, -1)
        if how == 3:
            self.seal_anew()
        if how == 0:
            return self.lines[place], place + 1
        # Nothing tells any more which line it was: the next one does not join on.
        if place + 1 == len(self.lines):
            return None, place + 1
        return self.lines[place + 1], place + 1 + (how == 1)

    def inserted(self) -> Found:
        """Add a line: past the log, with a seal in the middle of it, or twice the same number."""
        how = self.chance.randrange(5)
        like = line = self.chance.choice(self.lines)
        if how == 4:
            line = min(self.lines) - 1
        elif how != 1 or self.log == "event":  # of a reading the number alone is no key
            line = max(self.lines) + 1
        self._copy(like, line)
        if how == 2:
            place = self.chance.randrange(len(self.lines)) + 1
            self._shift(place, 1)
            self._seal(place, line)
            return line, place
        if how == 3:
            place = self.chance.choice([-5, 0, len(self.lines) + 1, len(self.lines) + 7])
            self._seal(place, line)
            return line, place
        if how == 4:
            self.seal_anew()
        return line, self.lines.index(line) + 1 if line == like else None

    def swapped(self) -> Found:
        """Let two lines change places: themselves, or their seals."""
        one, other = sorted(self.chance.sample(range(len(self.lines)), 2))
        first, second = self.lines[one], self.lines[other]
        how = self.chance.randrange(3)
        if how < 2:
            self._run(
                "update {table} a set ({fields}) = (select {fields} from {table} b"
                " where b.id = %s::bigint + %s - a.id) where a.id in (%s, %s)",
                *(first, second, first, second),
            )
        if how == 1:
            self.seal_anew()
        if how == 2:
            for old, new in ((first, -1), (second, first), (-1, second)):
                self._run(
                    "update records_seal set line = %s where log = {log} and line = %s", new, old
                )
            return second, one + 1
        return first, one + 1

    def truncated(self) -> Found:
        """Cut off the last lines; also with their seals, and with the head."""
        left = self.chance.randrange(len(self.lines) - 1)
        gone = self.lines[left:]
        self._run("delete from {table} where id = any(%s)", gone)
        how = self.chance.randrange(3)
        if how > 0:
            self._run("delete from records_seal where log = {log} and position > %s", left)
        if how > 1:
            self._run(
                "update records_head h set position = s.position, hash = s.hash from records_seal s"
                " where h.log = {log} and s.log = h.log and s.position = %s",
                left,
            )
            if left == 0:
                self._run("delete from records_head where log = {log}")
        return gone[0] if how == 0 else None, left + 1

    def _hide_now_and_then(self) -> None:
        """Make the chain anew, as who may write in every table could."""
        if self.chance.random() < 0.3:
            self.seal_anew()

    def _shift(self, since: int, by: int) -> None:
        """Move seals up or down, past the others."""
        for step in (1_000_000, by - 1_000_000):
            self._run(
                "update records_seal set position = position + %s"
                " where log = {log} and position >= %s",
                step,
                since + (step < 0) * 1_000_000,
            )

    def _copy(self, line: int, number: int) -> None:
        """Add a line like another, of a second before, under this number."""
        names = sql.SQL(", ").join(
            sql.Identifier(each) for each in CHANGES[self.log] if each != "at"
        )
        ask = sql.SQL(
            "insert into {table} (id, at, {names}) overriding system value"
            " select %s, at - interval '1 second', {names} from {table} where id = %s"
        ).format(table=self._table, names=names)
        self.to.execute(ask, [number, line])

    def _seal(self, position: int, line: int) -> None:
        self._run(
            "insert into records_seal (log, position, line, hash)"
            " values ({log}, %s, %s, sha256('')) on conflict do nothing",
            position,
            line,
        )

    @property
    def _table(self) -> sql.Identifier:
        return sql.Identifier(f"records_{self.log}")

    def _run(self, statement: LiteralString, *values: Any, column: str = "id", at: int = 0) -> None:
        ask = sql.SQL(statement).format(
            table=self._table,
            log=sql.Literal(self.log),
            column=sql.Identifier(column),
            line=sql.Literal(at),
            fields=sql.SQL(", ").join(map(sql.Identifier, CHANGES[self.log])),
        )
        self.to.execute(ask, values)


KINDS: dict[str, Callable[[Tampering], Found]] = {
    name: getattr(Tampering, name)
    for name in ("changed", "deleted", "inserted", "swapped", "truncated")
}
