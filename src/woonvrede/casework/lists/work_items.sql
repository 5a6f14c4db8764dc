-- SPDX-FileCopyrightText: Woonvrede contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- What somebody has to do or waits for, as rows (kind, case, what, who, day).  Run by
-- work_items.py, which puts the actor's involvements in front: known (case_id, role, account_id,
-- since, closed, due, in_charge, given) and me (party, own, fresh, only_in_charge).
--
-- It begins at the three hundred involvements and the thousand tasks with the earliest day and the
-- thousand newest questions and requests, so that it costs the same for a party with ten cases as for
-- one with a hundred thousand, and what nobody answered in cases long closed hides nothing new; and it
-- goes on from arrays, because nobody can guess how many rows a policy lets through.  Of involvements
-- it takes no more than the planner is sure to find: else it reads all that there are, and sorts.

, pressing as materialized (
    (select case_id, role, in_charge from known
     where not closed and due is not null order by due, case_id limit 300)
    union all
    -- What a law asks of whoever led a case goes on when that is closed.
    (select case_id, role, in_charge from known
     where closed and due is not null order by due, case_id limit 100)
), cases as materialized (
    select coalesce(array_agg(distinct case_id), '{}') as ids,
           coalesce(array_agg(distinct case_id) filter (where in_charge), '{}') as ours
    from pressing
), task as materialized (
    select * from records_task
    where party_id = (select party from me) and finished_at is null order by due, id limit 1000
), asked as materialized (
    select * from records_task
    where giver_id = (select party from me) and party_id <> giver_id and finished_at is null
    order by due, id limit 1000
), term as materialized (
    select * from records_deadline
    where ended_at is null and case_id = any ((select ids from cases)::bigint[])
), fresh as materialized (
    select case_id, role, account_id, since from known
    where given and not closed and since > (select fresh from me) order by since desc limit 100
), question as materialized (
    select * from records_permission where answer = '' and party_id = (select party from me)
    order by id desc limit 1000
), request as materialized (
    select * from records_handover where answer = '' and asked_id = (select party from me)
    order by id desc limit 1000
), reply as materialized (
    select * from records_permission
    where answered_at > (select fresh from me) and party_id <> (select party from me)
)
(select 'task', t.case_id, t.title, p.label, t.due
 from task t join records_party p on p.id = t.giver_id
 where exists (select from known k where k.case_id = t.case_id) order by t.due, t.id limit 100)
union all
(select 'given', t.case_id, t.title, p.label, t.due
 from asked t join records_party p on p.id = t.party_id
 where exists (select from known k where k.case_id = t.case_id) order by t.due, t.id limit 100)
union all
(select 'term', t.case_id, t.key, t.owner, t.due from term t
 where (t.case_id, t.owner) in (select case_id, role from pressing) order by t.due, t.id limit 100)
union all
-- Of whom: the party in that role, or the role while nobody or more than one has it.
(select case when t.escalated_at is null then 'awaited_term' else 'escalated' end, t.case_id, t.key,
        coalesce((select min(p.label) from records_involvement i
                  join records_party p on p.id = i.party_id
                  where i.case_id = t.case_id and i.role = t.owner and i.until is null
                  having count(distinct p.id) = 1), t.owner), t.due
 from term t
 where t.case_id = any ((select ours from cases)::bigint[])
   -- What passed long ago is for who is in charge, also where a colleague of theirs must meet it.
   and case when t.escalated_at is null then t.owner <> all ((select own from me)::text[])
            else (t.case_id, t.owner) not in (select case_id, role from pressing) end
 order by t.due, t.id limit 100)
union all
(select 'question', q.case_id, 'permission', p.label, null
 from question q join records_case c on c.id = q.case_id
 join records_party p on p.id = c.lead_id
 where exists (select from known k where k.case_id = q.case_id and not k.closed)
 order by q.id limit 100)
union all
(select 'request', h.case_id, h."to", p.label, null
 from request h join records_case c on c.id = h.case_id
 join records_party p on p.id = c.lead_id
 where exists (select from known k where k.case_id = h.case_id) order by h.id limit 100)
union all
(select 'awaited_request', h.case_id, h."to", p.label, null
 from records_handover h join records_party p on p.id = h.asked_id
 where h.answer = '' and h.asked_id <> (select party from me)
   and exists (select from known k where k.case_id = h.case_id and k.in_charge)
 order by h.id limit 100)
union all
-- An answer to us, until we go on; the reader's own list of cases shows what lies longer.
(select 'answered', q.case_id, q.answer, p.label, null
 from reply q join records_case c on c.id = q.case_id
 join records_party p on p.id = q.party_id
 where q.answered_at > c.stage_since
   and exists (select from known k where k.case_id = q.case_id and k.in_charge and not k.closed)
 order by q.id limit 100)
union all
(select case when f.account_id is null then 'invited' else 'assigned' end, f.case_id, f.role,
        (select p.label from records_case c join records_party p on p.id = c.lead_id
         where c.id = f.case_id), null
 from fresh f order by f.since desc)
union all
-- Two seats in one case are rare: enough rows to know whether it is more than a hundred.
(select 'running', k.case_id, '', '', null from known k
 where not k.closed and (k.in_charge or not (select only_in_charge from me)) limit 300)
