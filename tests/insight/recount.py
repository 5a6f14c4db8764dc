# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
The figures of §5 counted once more, in plain SQL over reports, events, cases and what was
recorded: nothing here looks at the marks that the product counts.
"""

from datetime import date

import psycopg

Counted = dict[str, dict[str, int]]

BY_REPORT = """
    select 'EW-1', '', count(*) from records_report
    where decided = 'severe_nuisance' and received_on >= %(first)s and received_on < %(after)s
    union all
    select 'EW-2', coalesce(legal.key, p.key), count(*) from records_report r
    join records_party p on p.id = r.reporter_id left join records_party legal on legal.id = p.of_id
    where decided = 'severe_nuisance' and received_on >= %(first)s and received_on < %(after)s
    group by 2
"""
# A report that joined later was not there yet when the case was assigned or permission came.
BY_FIRST_EVENT = """
    select %(name)s, '', count(*) from records_report r
    join (select case_id, min(at) as at from records_event where kind = %(kind)s group by 1) e
         using (case_id)
    where r.decided = 'severe_nuisance' and r.decided_at <= e.at
      and (e.at at time zone 'Europe/Amsterdam')::date >= %(first)s
      and (e.at at time zone 'Europe/Amsterdam')::date < %(after)s
"""
BY_CASE = """
    select case when next in ('last_chance', 'eviction') then 'EW-6' else 'EW-5' end,
           case when next in ('last_chance', 'eviction') then next else '' end, count(*)
    from (select c.closed_at, f.values->>'value' as next from records_case c
          join records_entry f on f.case_id = c.id and f.kind = 'fact' and f.until is null
               and f.key = 'next_trajectory'
          where c.intervention = 'severe_nuisance' and c.closed_at is not null) as ended
    where (closed_at at time zone 'Europe/Amsterdam')::date >= %(first)s
      and (closed_at at time zone 'Europe/Amsterdam')::date < %(after)s
    group by 1, 2
"""
BY_ORDER = """
    select 'LKB-1', '', count(distinct c.id) from records_case c
    join records_event e on e.case_id = c.id and e.kind = 'OrderGiven'
    join records_party p on p.id = c.lead_id and p.key = %(party)s
    join records_entry f on f.case_id = c.id and f.kind = 'fact' and f.until is null
         and f.key = 'order_date'
    where c.intervention = 'last_chance'
      and (f.values->>'value')::date >= %(first)s and (f.values->>'value')::date < %(after)s
"""


def case_managers(maintenance: "psycopg.Connection", first: date, after: date) -> Counted:
    """Recount EW-1 to EW-6."""
    assigned = {"name": "EW-3", "kind": "Assigned"}
    granted = {"name": "EW-4", "kind": "PermissionGranted"}
    over = {"first": first, "after": after}
    rows = maintenance.execute(BY_REPORT, over).fetchall()
    rows += maintenance.execute(BY_FIRST_EVENT, over | assigned).fetchall()
    rows += maintenance.execute(BY_FIRST_EVENT, over | granted).fetchall()
    rows += maintenance.execute(BY_CASE, over).fetchall()
    return _by_name(rows)


def corporation(maintenance: "psycopg.Connection", party: str, first: date, after: date) -> Counted:
    """Recount LKB-1 of one corporation."""
    over = {"party": party, "first": first, "after": after}
    return _by_name(maintenance.execute(BY_ORDER, over).fetchall())


def _by_name(rows: list[tuple[str, str, int]]) -> Counted:
    found: Counted = {}
    for name, part, number in rows:
        if number:
            found.setdefault(name, {})[part] = number
    return found
