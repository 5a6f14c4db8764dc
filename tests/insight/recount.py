# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
The figures of §5 counted once more, in plain SQL over reports, cases, seats, permissions and what
was recorded: nothing here looks at the marks that the product counts, or at the agreement.
"""

from datetime import date

import psycopg

Counted = dict[str, dict[str, int]]

# Of every report, case and order: for which indicator it counts, who reports it, under which part,
# and on which day.  A report that joined later was not there yet when the case was assigned or
# permission came.  That an order was given is written down nowhere but as something that happened.
COUNTS = """
with
party as (
    select p.id, coalesce(legal.key, p.key) as key
    from records_party p left join records_party legal on legal.id = p.of_id),
report as (
    select r.*, p.key as reporting from records_report r join party p on p.id = r.reporter_id),
assigned as (
    select case_id, min(since) as at from records_involvement
    where role in ('mediator', 'case_manager') and account_id is not null group by 1),
permitted as (
    select case_id, min(answered_at) as at from records_permission
    where answer = 'granted' group by 1),
fact as (
    select case_id, key, values->>'value' as value from records_entry
    where kind = 'fact' and until is null),
ordered as (
    select c.id, c.intervention, p.key as party, day.value::date as day
    from records_case c join party p on p.id = c.lead_id
    join fact day on day.case_id = c.id and day.key = 'order_date'
    where exists (select from records_event e where e.case_id = c.id and e.kind = 'OrderGiven')),
ended as (
    select c.id, c.intervention, p.key as party, next.value as next,
           (c.closed_at at time zone 'Europe/Amsterdam')::date as day
    from records_case c join party p on p.id = c.lead_id
    join fact next on next.case_id = c.id and next.key = 'next_trajectory'
    where c.closed_at is not null),
told (name, party, part, day) as (
    select 'BB-1', 'u_centraal', '', received_on from report where decided = 'neighbour_mediation'
    union all
    select 'BB-2', 'u_centraal', reporting, received_on from report
    where decided = 'neighbour_mediation'
    union all
    select 'BB-3', 'u_centraal', '', (a.at at time zone 'Europe/Amsterdam')::date
    from report r join assigned a using (case_id)
    where r.decided = 'neighbour_mediation' and r.decided_at <= a.at
    union all
    select 'BB-4', 'u_centraal', '', e.day from ended e
    join fact held on held.case_id = e.id and held.key = 'mediation_held' and held.value = 'true'
    join fact one on one.case_id = e.id and one.key = 'judgement_a' and one.value = 'solved'
    join fact other on other.case_id = e.id and other.key = 'judgement_b'
         and other.value = 'solved'
    where e.intervention = 'neighbour_mediation'
    union all
    select 'EW-1', 'u_centraal', '', received_on from report where decided = 'severe_nuisance'
    union all
    select 'EW-2', 'u_centraal', reporting, received_on from report
    where decided = 'severe_nuisance'
    union all
    select 'EW-3', 'u_centraal', '', (a.at at time zone 'Europe/Amsterdam')::date
    from report r join assigned a using (case_id)
    where r.decided = 'severe_nuisance' and r.decided_at <= a.at
    union all
    select 'EW-4', 'u_centraal', '', (p.at at time zone 'Europe/Amsterdam')::date
    from report r join permitted p using (case_id)
    where r.decided = 'severe_nuisance' and r.decided_at <= p.at
    union all
    select 'EW-5', 'u_centraal', '', day from ended
    where intervention = 'severe_nuisance' and next not in ('last_chance', 'eviction')
    union all
    select 'EW-6', 'u_centraal', next, day from ended
    where intervention = 'severe_nuisance' and next in ('last_chance', 'eviction')
    union all
    select 'LKB-1', party, '', day from ordered where intervention = 'last_chance'
    union all
    select 'LKB-2', e.party, '', coalesce(on_day.value::date, e.day) from ended e
    left join fact on_day on on_day.case_id = e.id and on_day.key = 'ended_on'
    where e.intervention = 'last_chance' and e.next <> 'eviction'
    union all
    select 'VHU-1', party, '', day from ordered where intervention = 'eviction_prevention'
    union all
    select 'VHU-2', e.party, '', e.day from ended e join ordered using (id)
    where e.intervention = 'eviction_prevention' and e.next <> 'eviction'
    union all
    select 'WH-1', 'gemeente', '', received_on from report where decided = 'housing_hygiene')
select name, part, count(*) from told
where party = %(party)s and day < %(after)s
  and day >= case name when 'WH-1' then date_trunc('year', %(first)s::date)::date else %(first)s end
group by 1, 2
"""


def recount(maintenance: "psycopg.Connection", party: str, first: date, after: date) -> Counted:
    """Return what a legal party reports over a period, by indicator and part."""
    over = {"party": party, "first": first, "after": after}
    found: Counted = {}
    for name, part, number in maintenance.execute(COUNTS, over).fetchall():
        found.setdefault(name, {})[part] = number
    return found
