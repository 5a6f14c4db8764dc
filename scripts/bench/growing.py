# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
A world grows: every case of its largest city again and again, with all that hangs on it.

A copy has the same rows, with every number shifted by the same amount and every day somewhat
earlier: what was closed over some years, what runs over a month.  Nine in ten copies are of cases
that are closed for good.
"""

import psycopg
from psycopg import sql

AGREEMENT = "utrecht-2019"
# In the order in which they point at each other; each with how its copy comes by its ``copy``.
OF_A_CASE = "join copy on copy.case_id = row.case_id"
TABLES = {
    "records_dwelling": "join records_case c on c.dwelling_id = row.id "
    "join copy on copy.case_id = c.id",
    "records_tenure": "join records_case c on c.dwelling_id = row.dwelling_id "
    "join copy on copy.case_id = c.id",
    "records_case": "join copy on copy.case_id = row.id",
    "records_report": OF_A_CASE,
    "records_person": "left join records_report r on r.id = row.report_id "
    "join copy on copy.case_id = coalesce(row.case_id, r.case_id)",
    "records_event": "left join records_report r on r.id = row.report_id "
    "join copy on copy.case_id = coalesce(row.case_id, r.case_id)",
    "records_tally": "left join records_report r on r.id = row.report_id "
    "join copy on copy.case_id = coalesce(row.case_id, r.case_id)",
    "records_link": f"{OF_A_CASE} "
    "join copy other on other.case_id = row.other_id and other.n = copy.n",
    **{
        f"records_{name}": OF_A_CASE
        for name in (
            "involvement", "entry", "permission", "consent", "task", "deadline", "handover",
            "exclusion",
        )
    },
}  # fmt: skip
SHIFTED = {"id", "case_id", "report_id", "other_id", "event_id", "dwelling_id"}
DAYS = {"date", "timestamp with time zone"}
COPIES = """
    create temporary table copy as
    with mine as (
        select c.id, c.closed_at is not null and not exists (
            select from records_link l where c.id in (l.case_id, l.other_id)) as closed
        from records_case c where c.agreement = %(agreement)s
    ), size as (
        select closed, ceil(%(more)s * (case when closed then 0.9 else 0.1 end) / count(*)) as times
        from mine group by closed
    )
    select id as case_id, n, case when closed then mod(n * 7, 900) else mod(n, 30) end as days
    from mine join size using (closed), generate_series(1, times::bigint) as n
"""
REFERENCE = """
    select string_agg(substr('23456789ABCDEFGHJKLMNPQRSTVWXYZ',
                             mod(number / (31 ^ place)::bigint, 31)::int + 1, 1), '')
    from generate_series(0, 5) as place
"""


def grow(connection: "psycopg.Connection", cases: int) -> None:
    """Copy cases until there are so many; past policies and triggers, as the administrator."""
    there = connection.execute("select count(*) from records_case").fetchone()
    more = cases - (there or (0,))[0]
    with connection.transaction():
        connection.execute("set local session_replication_role = replica")
        connection.execute(COPIES, {"agreement": AGREEMENT, "more": more})
        connection.execute("analyze copy")
        shift = _shift(connection)
        for table, joined in TABLES.items():
            connection.execute(_insert(connection, table, joined, shift))
        connection.execute("drop table copy")
    for table in TABLES:
        if table != "records_dwelling":  # its numbers are drawn by lot
            name = sql.Identifier(table)
            after = sql.SQL("select setval(pg_get_serial_sequence({}, 'id'), max(id)) from {}")
            connection.execute(after.format(sql.Literal(table), name))
    connection.execute("vacuum analyze")


def _shift(connection: "psycopg.Connection") -> int:
    highest = sql.SQL(" union all ").join(
        sql.SQL("select max(id) from {}").format(sql.Identifier(table))
        for table in TABLES
        if table != "records_dwelling"
    )
    found = connection.execute(
        sql.SQL("select max(max) + 1 from ({}) as all_of_them").format(highest)
    )
    return int((found.fetchone() or (1,))[0])


def _insert(connection: "psycopg.Connection", table: str, joined: str, shift: int) -> sql.Composed:
    columns = connection.execute(
        "select column_name, data_type from information_schema.columns where table_name = %s "
        "and table_schema = 'public' and is_generated = 'NEVER'",
        [table],
    ).fetchall()
    values = sql.SQL(", ").join(_value(name, kind, shift) for name, kind in columns)
    return sql.SQL("insert into {} ({}) select {} from {} as row {} on conflict do nothing").format(
        sql.Identifier(table),
        sql.SQL(", ").join(sql.Identifier(name) for name, _ in columns),
        values,
        sql.Identifier(table),
        sql.SQL(joined),
    )


def _value(name: str, kind: str, shift: int) -> sql.Composable:
    column = sql.SQL("row.{}").format(sql.Identifier(name))
    if name in SHIFTED or name.endswith("dwelling_id"):
        return sql.SQL("{} + copy.n * {}").format(column, sql.Literal(shift))
    if name == "reference":
        # Of a year in which there were none, and no two the same: an odd step through all of them.
        number = sql.SQL("mod((row.id + copy.n * {}) * 5077::bigint, (31 ^ 6)::bigint)")
        words = REFERENCE.replace("%%", "%")
        return sql.SQL(
            "'2019-' || (select substr(w, 1, 4) || '-' || substr(w, 5) from ({}) as t (w))"
        ).format(
            sql.SQL(words.replace("number", "{number}")).format(
                number=number.format(sql.Literal(shift))
            )
        )
    if name == "match":
        return sql.SQL("md5({} || copy.n)").format(column)
    if name == "bag_match":
        return sql.SQL("null")
    if kind in DAYS:
        return sql.SQL("{} - make_interval(days => copy.days::int)").format(column)
    return column
