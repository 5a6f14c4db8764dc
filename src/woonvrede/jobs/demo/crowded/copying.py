# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
Copying rows in bulk: each table by one statement per lot, as the role that no policy binds.

Triggers stay on: whoever may switch them off may also change what happened.  They keep who may
reach a case, so that needs no second telling here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg import sql

from .homes import Copies

TYPES = {"number": "int", "shift": "int", "copy": "int", "match": "text", "reference": "text"}
SHIFTED = {
    "timestamp with time zone": "t.{} + make_interval(days => m.shift)",
    "date": "t.{} + m.shift",
}
A_DAY = r"'^\d{4}-\d\d-\d\d$'"
# Days that somebody wrote down move along.
VALUES = f"""(select coalesce(jsonb_object_agg(key, case when value #>> '{{}}' ~ {A_DAY}
    then to_jsonb((value #>> '{{}}')::date + m.shift) else value end), '{{}}')
    from jsonb_each(t.values))"""
ADDRESS = "regexp_replace(t.address, '[0-9].*$', '') || h.number"
CASE, REPORT = (
    f" left join {part} on {part}.copy = m.copy and {part}.old = t.{name}_id"
    for part, name in (("c", "case"), ("r", "report"))
)


@dataclass(frozen=True)
class Table:
    """
    A table, which of its rows are copied, and which columns of a copy differ.

    In ``rows`` a row is t and its copy m; h, c and r are homes, cases and reports.  Rows that
    others refer to are ``numbered``: in an order that is the same when those are copied.
    """

    name: str
    rows: str
    own: Mapping[str, str]
    numbered: bool = False

    @property
    def number(self) -> str:
        """The number of a copy, after the ``first`` of a block of free ones."""
        return "(%(first)s + row_number() over (order by m.copy, t.id))"

    def copies(self, *more: str) -> str:
        """Return the numbered rows, each with its copy, as the m of a table that refers to them."""
        wanted = ", ".join(["t.id as old", f"{self.number} as new", "m.copy", "m.shift", *more])
        return f"(select {wanted} from {self.rows}) m"


def _of_a_case(name: str, numbered: bool = False, **own: str) -> Table:
    rows = f"c m join {name} t on t.case_id = m.old"
    return Table(name, rows, {"case_id": "m.new", **own}, numbered)


def _of_either(name: str) -> Table:
    # Two questions, each with an index of its own; and then m is what each row brought along.
    rows = f"""(select t.*, m.copy as m_copy, m.shift as m_shift, m.new as m_case,
                       null::bigint as m_report
                from c m join {name} t on t.case_id = m.old
                union all select t.*, m.copy, m.shift, null, m.new
                from r m join {name} t on t.report_id = m.old and t.case_id is null) t
        cross join lateral (select t.m_copy as copy, t.m_shift as shift, t.m_case as case_to,
                                   t.m_report as report_to) m"""
    return Table(name, rows, {"case_id": "m.case_to", "report_id": "m.report_to"}, numbered=True)


HOME = {"id": "m.new", "reference": "m.reference", "dwelling_id": "m.home", "address": ADDRESS}
PLAIN = (
    Table("records_dwelling", "h m join records_dwelling t on t.id = m.old",
          {"id": "m.new", "match": "m.match", "number": "m.number", "suffix": "''",
           "bag_match": "null"}),
    Table("records_tenure", "h m join records_tenure t on t.dwelling_id = m.old",
          {"dwelling_id": "m.new"}),
    Table("records_case", "c m join records_case t on t.id = m.old join h on h.new = m.home", HOME),
    Table("records_report",
          f"r m join records_report t on t.id = m.old join h on h.new = m.home{CASE}",
          {**HOME, "case_id": "c.new", "complainant_dwelling_id": "null",
           "complainant_address": "''"}),
    *map(_of_a_case, ("records_involvement", "records_exclusion", "records_handover",
                      "records_permission", "records_photo", "records_task")),
    # Not the letters: they name a file and a person of the case that they were made in.
    Table("records_entry", "c m join records_entry t on t.case_id = m.old and t.kind <> 'letter'",
          {"case_id": "m.new", "values": VALUES}),
    Table("records_link", "c m join records_link t on t.case_id = m.old"
          " join c o on o.copy = m.copy and o.old = t.other_id",
          {"case_id": "m.new", "other_id": "o.new"}),
)  # fmt: skip

PEOPLE, EVENTS = _of_either("records_person"), _of_either("records_event")
TERMS = _of_a_case("records_deadline", numbered=True)
# What refers to numbered rows.
REFERRING = (
    (PEOPLE, Table("records_consent", PEOPLE.copies() + " join records_consent t on"
                   f" t.person_id = m.old{CASE}", {"case_id": "c.new", "person_id": "m.new"})),
    (EVENTS, Table("records_tally", f"{EVENTS.copies()} join records_tally t on"
                   f" t.event_id = m.old{CASE}{REPORT}",
                   {"event_id": "m.new", "case_id": "c.new", "report_id": "r.new",
                    "unit": "coalesce(r.reference, c.reference)"})),
    (TERMS, Table("procrastinate_jobs", TERMS.copies("m.new as case_to")
                  + " join procrastinate_jobs t on t.status = 'todo'"
                  " and t.task_name = 'term_passes'"
                  " and (t.args->>'row')::bigint = m.old",
                  {"args": "jsonb_build_object('case', m.case_to, 'row', m.new)"})),
)  # fmt: skip


class Copying:
    """Writes lots of copies through one connection."""

    def __init__(self, connection: "psycopg.Connection[Any]") -> None:
        self.connection = connection
        self.columns: dict[str, dict[str, str]] = {}
        self.rows = 0

    def write(self, lot: Copies) -> None:
        """Write the copies of one lot, in the transaction that runs."""
        for table in PLAIN:
            self._copy(table, lot)
        for numbered, referring in REFERRING:
            first = self._block(numbered, lot)
            self._copy(numbered, lot, first=first)
            self._copy(referring, lot, first=first)

    def _block(self, table: Table, lot: Copies) -> int:
        """Return after which number as many numbers are free as there will be of these rows."""
        (number,) = self._ask(f"select count(*) from {table.rows}", lot).fetchone() or (0,)
        block = "select setval(s, nextval(s) + %s) from pg_get_serial_sequence(%s, 'id') s"
        (last,) = self.connection.execute(block, [number, table.name]).fetchone() or (0,)
        return int(last) - int(number)

    def _copy(self, table: Table, lot: Copies, *, first: int = 0) -> None:
        own = {**table.own, **({"id": table.number} if table.numbered else {})}
        kinds = self._columns(table.name)
        names = [name for name in kinds if name != "id" or name in own]
        values = [
            own.get(name) or SHIFTED.get(kinds[name], "t.{}").format(f'"{name}"') for name in names
        ]
        into = ", ".join(f'"{name}"' for name in names)
        asked = f"insert into {table.name} ({into}) select {', '.join(values)} from {table.rows}"
        self.rows += self._ask(asked, lot, first=first).rowcount

    def _ask(self, asked: str, lot: Copies, *, first: int = 0) -> "psycopg.Cursor[Any]":
        """Ask something in which h, c and r are the homes, cases and reports of a lot."""
        parts = {"h": lot.homes, "c": lot.cases, "r": lot.reports}
        given = {
            f"{part}_{name}": values
            for part, columns in parts.items()
            for name, values in columns.items()
        }
        with_ = ", ".join(_as_rows(part, list(columns)) for part, columns in parts.items())
        query = sql.SQL(f"with {with_} {asked}")
        return self.connection.execute(query, {**given, "first": first})

    def _columns(self, table: str) -> dict[str, str]:
        if table not in self.columns:
            asked = """select attname, format_type(atttypid, null) from pg_attribute
                       where attrelid = %s::regclass and attnum > 0 and not attisdropped"""
            self.columns[table] = dict(self.connection.execute(asked, [table]).fetchall())
        return self.columns[table]


def _as_rows(part: str, columns: list[str]) -> str:
    """Return the part of a statement that makes rows of the columns that are given."""
    arrays = ", ".join(f"%({part}_{name})s::{TYPES.get(name, 'bigint')}[]" for name in columns)
    names = ", ".join(columns)
    return f"{part} as materialized (select * from unnest({arrays}) as one({names}))"
