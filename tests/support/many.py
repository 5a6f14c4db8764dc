# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Many cases like one: for lists, which must not slow down or lose a line as they grow."""

import psycopg

CASES = """
    insert into records_case (reference, agreement, intervention, stage, stage_since, dwelling_id,
                              address, place, district, lead_id, opened_at, closed_at, outcome, due,
                              version, party_ids, excluded_ids)
    select '2026-' || translate(lpad(n::text, 4, '0'), '01', 'XY') || '-ZZ', agreement,
           intervention, stage, stage_since, dwelling_id, address, place, district, lead_id,
           opened_at, closed_at, outcome,
           case when mod(n, 3) = 0 then null else due + n / 4 end, version, party_ids, excluded_ids
    from records_case, generate_series(1, %s) as n where reference = %s
    returning id
"""
SEATS = """
    insert into records_involvement (case_id, party_id, account_id, role, since, agreement,
                                     intervention, stage, district, closed)
    select c.id, i.party_id, i.account_id, i.role, i.since, '', '', '', '', false
    from records_involvement i join records_case o on o.id = i.case_id
    join records_case c on c.reference ~ '^2026-[2-9XY]{4}-ZZ$'
    where o.reference = %s and i.until is null
"""
TERMS = """
    insert into records_deadline (case_id, key, owner, started_at, due)
    select c.id, t.key, t.owner, t.started_at, t.due + (c.due - o.due)
    from records_deadline t join records_case o on o.id = t.case_id
    join records_case c on c.reference ~ '^2026-[2-9XY]{4}-ZZ$'
    where o.reference = %s and t.ended_at is null and c.due is not null
"""


def reference_of(number: int) -> str:
    """Return the reference of one of them, from 1 on: a real one, so without 0 and 1."""
    return f"2026-{f'{number:04}'.translate(str.maketrans('01', 'XY'))}-ZZ"


def multiply(maintenance: "psycopg.Connection", reference: str, times: int) -> None:
    """Add so many cases like this one, with its seats and terms, on days of their own or none."""
    maintenance.execute(CASES, [times, reference])
    maintenance.execute(SEATS, [reference])
    maintenance.execute(TERMS, [reference])
