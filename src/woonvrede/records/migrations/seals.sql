-- SPDX-FileCopyrightText: Woonvrede contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- The seals of the logs (docs/decisions/0022): each line is chained to the one before it.
-- `woonvrede verify-log` walks the chains with queries of its own, and calls nothing of this.

-- What waits ------------------------------------------------------------------------------------
-- A line waits from within the transaction that writes it, so it is found whenever that commits:
-- also long after lines with a higher number.

create function records_await_seal() returns trigger language plpgsql security definer
    set search_path = public as $$
begin
    insert into records_unsealed (log, line) select tg_argv[0], id from added;
    return null;
end $$;
create trigger event_awaits_seal after insert on records_event
    referencing new table as added for each statement execute function records_await_seal('event');
create trigger reading_awaits_seal after insert on records_reading
    referencing new table as added
    for each statement execute function records_await_seal('reading');

-- The chain -------------------------------------------------------------------------------------

create function records_chain_link(former bytea, head bytea, line text) returns bytea
    language sql immutable parallel safe as
    $$ select sha256(coalesce(former, head) || convert_to(line, 'UTF8')) $$;
create aggregate records_chain(bytea, text) (sfunc = records_chain_link, stype = bytea);

-- Seal the first lines that wait, `most` of them, and say how many that were and where the chain
-- then ends; and whether it still holds the head that the caller kept outside the database.
create function records_seal(a_log text, most integer, kept_position bigint, kept_hash bytea)
    returns table (sealed bigint, ends_at bigint, ends_in bytea, follows boolean)
    language plpgsql security definer set search_path = public as $$
declare head records_head;
begin
    if current_setting('app.system', true) is distinct from 'seal' then
        raise exception 'only the job that seals may do so' using errcode = '42501';
    end if;
    insert into records_head (log, position, hash)
        values (a_log, 0, decode(repeat('00', 32), 'hex')) on conflict do nothing;
    -- Whoever seals the same log at the same moment waits here.
    select * into strict head from records_head where log = a_log for update;
    with waiting as materialized (
        select line from records_unsealed where log = a_log order by line limit most
    ), said as (
        -- What a line says: of an event nothing that erasure will blank, but its digest.
        select e.id, jsonb_build_array(
            'event', e.id, e.case_id, e.report_id, e.kind, e.category,
            extract(epoch from e.at)::text, e.party_id, e.account_id, e.system, e.facts,
            e.recipient_ids, e.digest)::text as words
        from waiting join records_event e on e.id = waiting.line where a_log = 'event'
        union all
        select r.id, jsonb_build_array(
            'reading', r.id, extract(epoch from r.at)::text, r.account, r.party, r.system,
            r.action, r.case_ids, r.report_ids, r.categories, r.purposes, r.why, r.refused)::text
        from waiting join records_reading r on r.id = waiting.line where a_log = 'reading'
    ), done as (
        delete from records_unsealed u using said where u.log = a_log and u.line = said.id
    ), placed as (
        insert into records_seal (log, position, line, hash)
        select a_log, head.position + row_number() over chain, id,
               records_chain(head.hash, words) over chain
        from said window chain as (order by id rows unbounded preceding)
        returning records_seal.position, records_seal.hash
    ), ended as (
        update records_head h set position = p.position, hash = p.hash
        from (select * from placed order by placed.position desc limit 1) p where h.log = a_log
    )
    select count(*) into sealed from placed;
    select h.position, h.hash into ends_at, ends_in from records_head h where h.log = a_log;
    follows := kept_position = 0 or exists (
        select from records_seal s
        where s.log = a_log and s.position = kept_position and s.hash = kept_hash);
    return next;
end $$;

-- A seal is never changed, removed or swept away with the table.

create trigger seal_stays before update or delete on records_seal
    for each row execute function records_refuse_change();
create trigger seals_stay before truncate on records_seal
    for each statement execute function records_refuse_change();

-- Who may ---------------------------------------------------------------------------------------
-- The job that seals calls the function, and reads no line; the keeper, who owns it, has no login.

alter table records_unsealed enable row level security, force row level security;
alter table records_seal enable row level security, force row level security;
alter table records_head enable row level security, force row level security;
create policy unsealed_kept on records_unsealed for all to woonvrede_keeper using (true);
create policy seal_kept on records_seal for all to woonvrede_keeper using (true);
create policy head_kept on records_head for all to woonvrede_keeper using (true);
create policy reading_sealed on records_reading for select to woonvrede_keeper using (true);
grant select, insert, delete on records_unsealed to woonvrede_keeper;
grant select, insert on records_seal to woonvrede_keeper;
grant select, insert, update (position, hash) on records_head to woonvrede_keeper;
grant select on records_reading to woonvrede_keeper;
grant select (id, case_id, report_id, kind, category, at, party_id, account_id, system, facts,
              recipient_ids, digest) on records_event to woonvrede_keeper;

revoke all on function records_await_seal(), records_chain_link(bytea, bytea, text),
    records_chain(bytea, text), records_seal(text, integer, bigint, bytea) from public;
grant execute on function records_chain_link(bytea, bytea, text), records_chain(bytea, text)
    to woonvrede_keeper;
grant execute on function records_seal(text, integer, bigint, bytea) to woonvrede_worker;
alter function records_await_seal() owner to woonvrede_keeper;
alter function records_seal(text, integer, bigint, bytea) owner to woonvrede_keeper;

-- What was written before there were seals is sealed as it is found now.

set local role woonvrede_keeper;
insert into records_unsealed (log, line) select 'event', id from records_event;
insert into records_unsealed (log, line) select 'reading', id from records_reading;
reset role;
