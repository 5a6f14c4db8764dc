-- SPDX-FileCopyrightText: Woonvrede contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- The walls below the rights (architecture §16): who may reach a row at all.
-- Rights are exact and live in access/rights.py; these policies are coarse and catch whatever
-- forgets to ask.  Every policy has a name that a test drops and sets to true, one at a time.

-- Who is asking ---------------------------------------------------------------------------------
-- A plain sub-select on the setting, so that it is read once per statement and not per row;
-- nullif, because a reused connection holds '' and not null.
--
-- What hangs on a case is let through where its case is, by (select true ...) and not by exists: of
-- that PostgreSQL may make a list of all cases within reach, for each question anew.

create function records_party() returns bigint language sql stable parallel safe
    return nullif(current_setting('app.party', true), '')::bigint;
create function records_account() returns bigint language sql stable parallel safe
    return nullif(current_setting('app.account', true), '')::bigint;
create function records_job_case() returns bigint language sql stable parallel safe
    return nullif(current_setting('app.case', true), '')::bigint;

-- Cases -----------------------------------------------------------------------------------------

alter table records_case enable row level security, force row level security;
create policy case_seen on records_case for select to woonvrede_app
    using ((select records_party()) = any (party_ids));
create policy case_added on records_case for insert to woonvrede_app
    with check ((select records_party()) = any (party_ids));
create policy case_changed on records_case for update to woonvrede_app
    using ((select records_party()) = any (party_ids)) with check (true);
create policy case_without_excluded on records_case as restrictive for all to woonvrede_app
    using (not ((select records_account()) = any (excluded_ids)));

-- Reports ---------------------------------------------------------------------------------------

alter table records_report enable row level security, force row level security;
create policy report_seen on records_report for select to woonvrede_app
    using ((select records_party()) = any (party_ids)
           or (select true from records_case c where c.id = case_id));
-- Nobody hangs a report on a case that they may not know: the report would tell who is excluded there.
create policy report_added on records_report for insert to woonvrede_app
    with check ((select records_party()) = any (party_ids) and case_id is null);
create policy report_changed on records_report for update to woonvrede_app
    using ((select records_party()) = any (party_ids))
    with check (case_id is null or exists (select from records_case c where c.id = case_id));
create policy report_without_excluded on records_report as restrictive for all to woonvrede_app
    using (not ((select records_account()) = any (excluded_ids)));

-- What hangs on a case alone --------------------------------------------------------------------

do $$
declare thing text;
begin
    foreach thing in array array['involvement', 'exclusion', 'handover', 'link', 'entry',
                                 'permission', 'consent', 'task', 'deadline',
                                 'letterfile', 'photo'] loop
        execute format('alter table records_%1$s enable row level security,'
                       ' force row level security', thing);
        execute format('create policy %1$s_seen on records_%1$s for select to woonvrede_app'
                       ' using ((select true from records_case c where c.id = case_id))', thing);
        execute format('create policy %1$s_added on records_%1$s for insert to woonvrede_app'
                       ' with check (exists (select from records_case c where c.id = case_id))',
                       thing);
        -- An exclusion, a link, a photo and what was put on paper are never changed; nor are people,
        -- events and marks below.
        continue when thing in ('exclusion', 'link', 'letterfile', 'photo');
        execute format('create policy %1$s_changed on records_%1$s for update to woonvrede_app'
                       ' using (exists (select from records_case c where c.id = case_id))', thing);
    end loop;
end $$;

-- A photo is the one thing of a case that is taken away for good: it goes when the case closes.
create policy photo_gone on records_photo for delete to woonvrede_app
    using (exists (select from records_case c where c.id = case_id));

-- What hangs on a case or on a report -----------------------------------------------------------

do $$
declare thing text;
declare reached text := '(case when case_id is not null'
    ' then (select true from records_case c where c.id = case_id)'
    ' else (select true from records_report r where r.id = report_id) end)';
-- Nobody writes in another's name, nor in that of a job.
declare by_who_acts text := ' and party_id = (select records_party())'
    ' and account_id = (select records_account()) and system = ''''';
begin
    foreach thing in array array['person', 'event', 'tally'] loop
        execute format('alter table records_%1$s enable row level security,'
                       ' force row level security', thing);
        execute format('create policy %1$s_seen on records_%1$s for select to woonvrede_app'
                       ' using (%2$s)', thing, reached);
    end loop;
    execute format('create policy person_added on records_person for insert to woonvrede_app'
                   ' with check (%s)', reached);
    execute format('create policy event_added on records_event for insert to woonvrede_app'
                   ' with check (%s)', reached || by_who_acts);
end $$;
create policy event_by_the_job on records_event as restrictive for insert to woonvrede_worker
    with check (party_id is null and account_id is null
                and system = (select current_setting('app.system', true)));

-- A mark counts for who reports the figure, often another than who acted: the corporation agrees,
-- U Centraal counts it.  So it hangs on an event of who acts, is about what that event is about,
-- and counts for a legal party that takes or took part in the case or judges the report.
create policy tally_added on records_tally for insert to woonvrede_app with check (
    exists (select from records_event e
            where e.id = event_id and e.party_id = (select records_party())
              and e.case_id is not distinct from records_tally.case_id
              and (e.report_id is null or e.report_id = records_tally.report_id))
    and (report_id is null
         or exists (select from records_report r where r.id = report_id
                    and (records_tally.case_id is null or r.case_id = records_tally.case_id)))
    and (exists (select from records_involvement i join records_party p on p.id = i.party_id
                 where i.case_id = records_tally.case_id
                   and coalesce(p.of_id, p.id) = records_tally.party_id)
         or exists (select from records_report r join records_party p on p.id = r.judge_id
                    where r.id = report_id
                      and coalesce(p.of_id, p.id) = records_tally.party_id)));

-- Dwellings are read through a case or a report -------------------------------------------------

-- Whoever names a dwelling in a case or a report of their own comes to see it, so nobody can guess
-- which there are: its number is drawn by lot.
alter table records_dwelling
    alter id drop identity,
    alter id set default (('x' || left(replace(gen_random_uuid()::text, '-', ''), 16))::bit(64)::bigint
                          & 9223372036854775807);
alter table records_dwelling enable row level security, force row level security;
create policy dwelling_seen on records_dwelling for select to woonvrede_app
    using (exists (select from records_case c where c.dwelling_id = records_dwelling.id)
           or exists (select from records_report r where records_dwelling.id
                      in (r.dwelling_id, r.complainant_dwelling_id)));
alter table records_tenure enable row level security, force row level security;
create policy tenure_seen on records_tenure for select to woonvrede_app
    using (exists (select from records_dwelling d where d.id = dwelling_id));
create policy tenure_added on records_tenure for insert to woonvrede_app
    with check (exists (select from records_dwelling d where d.id = dwelling_id));
create policy tenure_changed on records_tenure for update to woonvrede_app
    using (exists (select from records_dwelling d where d.id = dwelling_id));

-- What is one account's own ---------------------------------------------------------------------

alter table records_once enable row level security, force row level security;
create policy once_own on records_once for all to woonvrede_app
    using (account_id = (select records_account()));
alter table records_draft enable row level security, force row level security;
-- What was begun for one circle is not there for another, in which one may work as well.
create policy draft_own on records_draft for all to woonvrede_app
    using (account_id = (select records_account()) and party_id = (select records_party()));
-- A filter is its maker's; when shared, their circle may use it, and nobody else is told its name.
alter table records_savedfilter enable row level security, force row level security;
create policy saved_seen on records_savedfilter for select to woonvrede_app
    using (party_id = (select records_party())
           and (shared or account_id = (select records_account())));
create policy saved_added on records_savedfilter for insert to woonvrede_app
    with check (account_id = (select records_account()) and party_id = (select records_party()));
-- A shared one can outlive its maker's work for the circle; who there may throw it away is code's to
-- say, by the agreement.
create policy saved_thrown_away on records_savedfilter for delete to woonvrede_app
    using (party_id = (select records_party())
           and (shared or account_id = (select records_account())));

-- What is one circle's own: which rows of its files it brought in, as hashes.
alter table records_imported enable row level security, force row level security;
create policy imported_own on records_imported for all to woonvrede_app
    using (party_id = (select records_party()));

-- Its register of volunteers; who in the circle keeps it is code's to say, by the agreement.
alter table records_volunteer enable row level security, force row level security;
create policy volunteer_own on records_volunteer for all to woonvrede_app
    using (party_id = (select records_party()));

-- A job acts for one case, named in its payload -------------------------------------------------

create policy case_of_the_job on records_case for all to woonvrede_worker
    using (id = (select records_job_case()));
-- Every job may lock its case, which takes the right to change it; only one job changes it.
create policy case_moved_by_the_job on records_case as restrictive for update to woonvrede_worker
    using (true) with check ((select current_setting('app.system', true)) = 'cases_move');
do $$
declare thing text;
begin
    foreach thing in array array['involvement', 'deadline', 'event'] loop
        execute format('create policy %1$s_of_the_job on records_%1$s for all to woonvrede_worker'
                       ' using (case_id = (select records_job_case()))', thing);
    end loop;
end $$;

-- What may not be kept any longer of people: the job finds out whether it may not, by what the case
-- holds, and then can do no other thing to them than to forget.
create policy report_of_the_job on records_report for select to woonvrede_worker
    using (case_id = (select records_job_case()));
create policy entry_of_the_job on records_entry for select to woonvrede_worker
    using (case_id = (select records_job_case()) and kind <> 'note'
           and (select current_setting('app.system', true)) = 'people_forgotten');
create policy letter_of_the_job on records_letterfile for select to woonvrede_worker
    using (case_id = (select records_job_case())
           and (select current_setting('app.system', true)) = 'people_forgotten');
create policy letter_forgotten_by_the_job on records_letterfile for delete to woonvrede_worker
    using (case_id = (select records_job_case())
           and (select current_setting('app.system', true)) = 'people_forgotten');
create policy person_of_the_job on records_person for select to woonvrede_worker
    using (case_id = (select records_job_case())
           or report_id in (select r.id from records_report r
                            where r.case_id = (select records_job_case())));
create policy person_forgotten_by_the_job on records_person for update to woonvrede_worker
    using ((select current_setting('app.system', true)) = 'people_forgotten'
           and (case_id = (select records_job_case())
                or report_id in (select r.id from records_report r
                                 where r.case_id = (select records_job_case()))))
    with check (name = '' and phone = '' and email = '' and contact_note = ''
                and not (may_phone or may_voicemail or may_post or may_email)
                and forgotten_at is not null);

-- The job that throws old drafts away finds those alone, and reads nothing of what is in them.
create policy draft_too_old on records_draft for all to woonvrede_worker
    using ((select nullif(current_setting('app.system', true), '')) = 'drafts_end'
           and at < now() - interval '30 days');

-- Readings: insert only, by month ---------------------------------------------------------------

create table records_reading (
    id bigint generated always as identity,
    at timestamptz not null default now(),
    account bigint,
    party bigint,
    system varchar(40) not null,
    action varchar(60) not null,
    case_ids bigint[] not null,
    report_ids bigint[] not null,
    categories varchar(40)[] not null,
    purposes varchar(40)[] not null,
    why text not null,
    refused boolean not null,
    primary key (id, at)
) partition by range (at);
create table records_reading_default partition of records_reading default;
-- Nobody writes one down in another's name; whoever runs a command by hand is a system actor.
alter table records_reading enable row level security, force row level security;
create policy reading_of_who_acts on records_reading for insert to woonvrede_app
    with check (case when system = ''
                then account = (select records_account()) and party = (select records_party())
                else account is null and party is null
                     and system = (select current_setting('app.system', true)) end);
create policy reading_by_the_job on records_reading for insert to woonvrede_worker
    with check (account is null and party is null
                and system = (select nullif(current_setting('app.system', true), '')));
create policy reading_by_command on records_reading for insert to woonvrede_owner
    with check (account is null and party is null and system <> '');
-- Of how many cases who acts took a list out since a moment, for whichever circle: what one account
-- can take out in a day has an end.  A number, about nobody else; nothing that was written is told.
create index reading_taken_out on records_reading (account, at) where action like 'export:%';
create function records_taken_out(since timestamptz) returns bigint language sql stable
    security definer set search_path = public as $$
    select coalesce(sum(cardinality(case_ids)), 0)::bigint from records_reading
    where account = (select records_account()) and at >= since and action like 'export:%'
$$;

create function records_add_reading_months(months integer) returns integer language plpgsql as $$
declare
    month date;
    made integer := 0;
begin
    for month in select generate_series(date_trunc('month', now()),
                                        date_trunc('month', now()) + make_interval(months => months - 1),
                                        interval '1 month') loop
        if to_regclass('records_reading_' || to_char(month, 'YYYYMM')) is null then
            execute format('create table records_reading_%s partition of records_reading'
                           ' for values from (%L) to (%L)', to_char(month, 'YYYYMM'),
                           month, month + interval '1 month');
            made := made + 1;
        end if;
    end loop;
    return made;
end $$;
select records_add_reading_months(60);

-- Append-only, and no moment in the future ------------------------------------------------------

create function records_refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'what happened is never changed (%)', tg_table_name using errcode = '42501';
end $$;
create function records_refuse_future() returns trigger language plpgsql as $$
begin
    if new.at > clock_timestamp() + interval '5 seconds' then
        raise exception 'an event cannot lie in the future' using errcode = '22008';
    end if;
    return new;
end $$;
-- The texts of letters are about nobody, and for whoever makes one; who may write them is code's to
-- say, by the agreement.  But nobody does so in another's name.
create function records_refuse_other_name() returns trigger language plpgsql as $$
begin
    if new.account_id is distinct from records_account() then
        raise exception 'written in the name of another (%)', tg_table_name using errcode = '42501';
    end if;
    return new;
end $$;
create trigger texts_in_own_name before insert on records_lettertext
    for each row execute function records_refuse_other_name();
create trigger event_stays before update or delete on records_event
    for each row execute function records_refuse_change();
create trigger tally_stays before update or delete on records_tally
    for each row execute function records_refuse_change();
create trigger reading_stays before update or delete on records_reading
    for each row execute function records_refuse_change();
create trigger event_is_past before insert on records_event
    for each row execute function records_refuse_future();

-- What triggers keep ----------------------------------------------------------------------------

create function records_keep_parties() returns trigger language plpgsql security definer
    set search_path = public as $$
begin
    update records_case set party_ids = (
        select coalesce(array_agg(distinct i.party_id), '{}') from records_involvement i
        where i.case_id = new.case_id and (i.until is null or i.until > now()))
    where id = new.case_id;
    return null;
end $$;
create trigger parties_kept after insert or update of party_id, until on records_involvement
    for each row execute function records_keep_parties();

-- The first day on which a term must be met as a seat has it: of all that the case tells everybody,
-- and of those that are the seat's own to meet, of which maybe nobody else may know.
create function records_first_due(of_case bigint, told date, seat text) returns date language sql
    set search_path = public as $$
    select least(told, min(d.due)) from records_deadline d
    where d.case_id = of_case and d.owner = seat and d.ended_at is null;
$$;
create function records_keep_due() returns trigger language plpgsql security definer
    set search_path = public as $$
begin
    update records_involvement i set due = records_first_due(c.id, c.due, i.role)
    from records_case c
    where c.id = new.case_id and i.case_id = c.id and i.role = new.owner
      and i.due is distinct from records_first_due(c.id, c.due, i.role);
    return null;
end $$;
create trigger due_kept after insert or update of due, ended_at on records_deadline
    for each row execute function records_keep_due();

create function records_fill_involvement() returns trigger language plpgsql security definer
    set search_path = public as $$
begin
    select c.agreement, c.intervention, c.stage, c.district,
           records_first_due(c.id, c.due, new.role), c.closed_at is not null, c.lead_id,
           (c.opened_at at time zone 'Europe/Amsterdam')::date, c.outcome,
           (new.since at time zone 'Europe/Amsterdam')::date
    into new.agreement, new.intervention, new.stage, new.district, new.due, new.closed,
         new.lead_id, new.opened, new.outcome, new.quiet_since
    from records_case c where c.id = new.case_id;
    return new;
end $$;
create trigger involvement_filled before insert on records_involvement
    for each row execute function records_fill_involvement();

create function records_copy_case() returns trigger language plpgsql security definer
    set search_path = public as $$
begin
    update records_involvement
    set agreement = new.agreement, intervention = new.intervention, stage = new.stage,
        due = records_first_due(new.id, new.due, role), closed = new.closed_at is not null,
        outcome = new.outcome, lead_id = new.lead_id
    where case_id = new.id;
    return null;
end $$;
create trigger case_copied
    after update of agreement, intervention, stage, due, closed_at, outcome, lead_id on records_case
    for each row execute function records_copy_case();

-- Since which day a case stands still, as each seat sees it: what somebody does stirs the seats that
-- may see it, and no other, for that a day changed would tell the others of it.  What the clock
-- brings about is nothing that anybody did.
create function records_stir_seats() returns trigger language plpgsql security definer
    set search_path = public as $$
declare
    today date := (new.at at time zone 'Europe/Amsterdam')::date;
begin
    update records_involvement i set quiet_since = today
    where i.case_id = new.case_id and i.until is null and i.quiet_since < today
      and exists (select from records_right r
                  where r.agreement = i.agreement and r.intervention = i.intervention
                    and r.stage = i.stage and r.role = i.role
                    and r.verb = 'see' and r.thing = new.category
                    and case r.only when '' then true
                                    when 'own' then i.party_id = new.party_id
                                    else i.party_id = any (new.recipient_ids) end);
    return null;
end $$;
create trigger seats_stirred after insert on records_event
    for each row when (new.case_id is not null and new.system = '')
    execute function records_stir_seats();

-- Whoever is kept out of one case is kept out of that home: out of each case about it, whoever
-- leads it, and out of each report about it, for all of them tell of the same people.  What comes
-- from that home about another is another case, with a lead of its own.
create function records_hold_home(home bigint) returns void language sql
    set search_path = public as $$
    -- One after the other: a case that somebody makes and an exclusion that somebody else writes at
    -- this moment would not see each other.
    select pg_advisory_xact_lock(hashtextextended('home ' || home, 0));
$$;
create function records_keep_excluded() returns trigger language plpgsql security definer
    set search_path = public as $$
declare
    home bigint := (select c.dwelling_id from records_case c where c.id = new.case_id);
begin
    perform records_hold_home(home);
    update records_case set excluded_ids = array_append(excluded_ids, new.account_id)
    where dwelling_id = home and new.account_id <> all (excluded_ids);
    -- Also what was reported from the other side, and joined the case: that is of another home.
    update records_report set excluded_ids = array_append(excluded_ids, new.account_id)
    where (dwelling_id = home
           or case_id in (select c.id from records_case c where c.dwelling_id = home))
      and new.account_id <> all (excluded_ids);
    return null;
end $$;
create trigger excluded_kept after insert on records_exclusion
    for each row execute function records_keep_excluded();

create function records_copy_excluded() returns trigger language plpgsql security definer
    set search_path = public as $$
begin
    new.excluded_ids := array(
        select unnest(new.excluded_ids)
        union select unnest(c.excluded_ids) from records_case c where c.id = new.case_id);
    return new;
end $$;
create trigger report_excluded_copied before update of case_id on records_report
    for each row when (new.case_id is not null) execute function records_copy_excluded();

-- What is new about a home is kept from whoever is kept out of it; but not from who makes it, for
-- whom it would otherwise fail, and so tell that there is a case.
create function records_copy_excluded_at_home() returns trigger language plpgsql security definer
    set search_path = public as $$
begin
    perform records_hold_home(new.dwelling_id);
    new.excluded_ids := array(
        select unnest(new.excluded_ids)
        union select out_id from records_case c, unnest(c.excluded_ids) out_id
        where c.dwelling_id = new.dwelling_id and out_id is distinct from records_account());
    return new;
end $$;
create trigger report_excluded_at_home before insert on records_report
    for each row execute function records_copy_excluded_at_home();
create trigger case_excluded_at_home before insert on records_case
    for each row execute function records_copy_excluded_at_home();

create function records_keep_report_parties() returns trigger language plpgsql security definer
    set search_path = public as $$
begin
    update records_report
    set party_ids = case when new.reporter_id = new.judge_id then array[new.judge_id]
                         else array[new.reporter_id, new.judge_id] end
    where id = new.id;
    return null;
end $$;
create trigger report_parties_kept after update of judge_id on records_report
    for each row execute function records_keep_report_parties();

-- One dwelling per address, found by keyed hash, without anybody being able to look around ------
-- The address as typed decides: however it is written, postcode, number, letter and addition are
-- one.  A BAG id only fills in a letter or addition that was left out: it leads to the dwelling
-- that was first typed with it when postcode and number are the same and the rest begins with what
-- was typed now.  So nobody's report comes at another address by a mistyped BAG id; and because
-- one is kept only with an address that was not known yet, nobody gives it to somebody else's.

create function records_dwelling_of(
    a_match text, a_bag_match text, a_postcode text, a_number integer, a_suffix text,
    a_street text, a_town text, a_district text
) returns bigint language plpgsql security definer set search_path = public as $$
declare found_id bigint;
declare kept_bag text;
begin
    select id into found_id from records_dwelling where match = a_match;
    if found_id is null then
        select id into found_id from records_dwelling
        where bag_match = a_bag_match and postcode = a_postcode and number = a_number
          and starts_with(suffix, a_suffix);
    end if;
    -- Without its BAG id when that is another's; and whoever makes the same at the same moment
    -- is waited for, and found below.
    foreach kept_bag in array array[a_bag_match, null] loop
        exit when found_id is not null;
        insert into records_dwelling (match, bag_match, postcode, number, suffix, street, town,
                                      district)
        values (a_match, kept_bag, a_postcode, a_number, a_suffix, a_street, a_town, a_district)
        on conflict do nothing returning id into found_id;
    end loop;
    if found_id is null then
        select id into found_id from records_dwelling where match = a_match;
    end if;
    return found_id;
end $$;

-- Figures: codes and numbers only, whoever takes part today -------------------------------------

create function records_figures(a_party bigint, an_agreement text, a_first date, an_after date)
    returns table (indicator text, part text, value bigint) language sql stable security definer
    set search_path = public as $$
    select t.indicator::text, t.part::text, sum(t.sign)
    from records_tally t
    where t.party_id = a_party and t.agreement = an_agreement
      and t.day >= a_first and t.day < an_after
      and (nullif(current_setting('app.system', true), '') is not null
           or a_party = (select coalesce(p.of_id, p.id) from records_party p
                         where p.id = (select records_party())))
    group by 1, 2
    union all
    -- What was answered to the requests that the counted cases ended in, beside their own figure.
    select 'hand_over', t.indicator || ':' || t.part || ':' || coalesce(nullif(h.answer, ''), 'waiting'),
           sum(t.sign)
    from records_tally t join records_handover h on h.case_id = t.case_id and h."to" = t.part
    where t.party_id = a_party and t.agreement = an_agreement
      and t.day >= a_first and t.day < an_after
      and (nullif(current_setting('app.system', true), '') is not null
           or a_party = (select coalesce(p.of_id, p.id) from records_party p
                         where p.id = (select records_party())))
    group by 1, 2
    union all
    select 'undecided', '', count(*)
    from records_report r join records_party j on j.id = r.judge_id
    where coalesce(j.of_id, j.id) = a_party and r.agreement = an_agreement and r.decided = ''
      and r.received_on >= a_first and r.received_on < an_after
      and (nullif(current_setting('app.system', true), '') is not null
           or a_party = (select coalesce(p.of_id, p.id) from records_party p
                         where p.id = (select records_party())))
$$;

-- Running cases under one agreement, or one of them, for the job that brings them under a later ---
-- version: codes alone, to compare the versions by, and the reference by which people call a case.
-- What came with its reports is read in a case too, so it counts; and an address every case has.

create function records_cases_under(an_agreement text, a_case bigint)
    returns table (id bigint, reference text, intervention text, stage text, seats text[],
                   entries text[], people text[], categories text[], tenure text)
    language sql stable security definer set search_path = public as $$
    select c.id, c.reference::text, c.intervention::text, c.stage::text,
           array(select distinct i.role || ':' || p.key
                 from records_involvement i join records_party p on p.id = i.party_id
                 where i.case_id = c.id and (i.until is null or i.until > now())),
           array(select distinct e.kind || ':' || e.key from records_entry e
                 where e.case_id = c.id and e.until is null),
           array(select p.role::text from records_person p where p.case_id = c.id
                 union select p.role from records_person p
                       join records_report r on r.id = p.report_id where r.case_id = c.id),
           array(select 'dwelling'
                 union select 'report' from records_report r where r.case_id = c.id
                 union select e.category::text from records_entry e where e.case_id = c.id
                 union select p.category from records_person p where p.case_id = c.id
                 union select p.category from records_person p
                       join records_report r on r.id = p.report_id where r.case_id = c.id
                 union select t.category from records_task t where t.case_id = c.id
                 union select f.category from records_photo f where f.case_id = c.id
                 union select v.category from records_event v where v.case_id = c.id),
           (select t.kind::text from records_tenure t
            where t.dwelling_id = c.dwelling_id and t.until is null)
    from records_case c
    where c.agreement = an_agreement and c.closed_at is null and (a_case is null or c.id = a_case)
      and (select current_setting('app.system', true)) = 'cases_move'
    order by c.id
$$;

-- Whether another case still runs, out of which this one was opened or could have been -----------
-- A hard rule rests on it (§3.2), so it is true also for who takes no part in the other (any more),
-- and when this one came by a report: then any of the same home counts, of an intervention of which
-- a step opens this one.  It tells no more than that, not which of the two nor how many, and of a
-- case that the asker may not reach nothing at all.

create function records_runs_beside(a_case bigint) returns boolean language sql stable
    security definer set search_path = public as $$
    select exists (select from records_link l join records_case other on other.id = l.case_id
                   where l.other_id = c.id and other.closed_at is null)
        or exists (select from records_case other
                   join records_published theirs on theirs.key = other.agreement
                   join records_published mine on mine.partnership = theirs.partnership
                   join records_right r on r.agreement = other.agreement
                       and r.intervention = other.intervention
                       and r.verb = 'open' and r.thing = c.intervention
                   where mine.key = c.agreement and other.dwelling_id = c.dwelling_id
                     and other.id <> c.id and other.closed_at is null)
    from records_case c
    where c.id = a_case and records_party() = any (c.party_ids)
      and records_account() is not null and records_account() <> all (c.excluded_ids)
$$;

-- Whether a case of this intervention, opened beside this one, still runs: there is one at a time --
-- Likewise true for who takes no part in the other: only who may open one asks, and the opening
-- itself was told in this case.

create function records_runs_opened(a_case bigint, an_intervention text) returns boolean
    language sql stable security definer set search_path = public as $$
    select exists (select from records_link l join records_case other on other.id = l.other_id
                   where l.case_id = c.id and other.intervention = an_intervention
                     and other.closed_at is null)
    from records_case c
    where c.id = a_case and records_party() = any (c.party_ids)
      and records_account() is not null and records_account() <> all (c.excluded_ids)
$$;

-- Who owns the functions that see more than their caller ----------------------------------------
-- First who may call them: afterwards only their new owner could say so.

do $$
declare definer text;
begin
    foreach definer in array array[
        'records_keep_parties()', 'records_fill_involvement()', 'records_copy_case()',
        'records_stir_seats()', 'records_keep_due()',
        'records_keep_excluded()', 'records_copy_excluded()', 'records_copy_excluded_at_home()',
        'records_keep_report_parties()',
        'records_dwelling_of(text, text, text, integer, text, text, text, text)',
        'records_figures(bigint, text, date, date)', 'records_cases_under(text, bigint)',
        'records_runs_beside(bigint)', 'records_runs_opened(bigint, text)',
        'records_taken_out(timestamptz)'] loop
        execute 'revoke all on function ' || definer || ' from public';
    end loop;
end $$;
grant execute on function
    records_dwelling_of(text, text, text, integer, text, text, text, text),
    records_figures(bigint, text, date, date), records_runs_beside(bigint),
    records_runs_opened(bigint, text), records_taken_out(timestamptz) to woonvrede_app;
grant execute on function records_cases_under(text, bigint) to woonvrede_worker;
do $$
declare definer regprocedure;
begin
    for definer in select oid from pg_proc
                   where prosecdef and pronamespace = 'public'::regnamespace loop
        execute 'alter function ' || definer || ' owner to woonvrede_keeper';
    end loop;
end $$;

do $$
declare thing text;
begin
    foreach thing in array array['case', 'report', 'involvement', 'exclusion', 'dwelling',
                                 'tally', 'handover'] loop
        execute format('create policy %1$s_kept on records_%1$s for all to woonvrede_keeper'
                       ' using (true)', thing);
    end loop;
    foreach thing in array array['entry', 'person', 'task', 'event', 'link', 'tenure',
                                 'photo', 'deadline'] loop
        execute format('create policy %1$s_told on records_%1$s for select to woonvrede_keeper'
                       ' using (true)', thing);
    end loop;
end $$;
-- Of what a case holds the keeper reads under which name it stands, and nothing that was written.
grant select (case_id, kind, key, category, until) on records_entry to woonvrede_keeper;
grant select (case_id, report_id, role, category) on records_person to woonvrede_keeper;
grant select (case_id, category) on records_task, records_event, records_photo
    to woonvrede_keeper;
grant select (case_id, other_id) on records_link to woonvrede_keeper;
grant select (case_id, owner, due, ended_at) on records_deadline to woonvrede_keeper;
grant select (dwelling_id, kind, until) on records_tenure to woonvrede_keeper;
grant select on records_case, records_report, records_involvement to woonvrede_keeper;
grant update (party_ids, excluded_ids) on records_case, records_report to woonvrede_keeper;
grant update (agreement, intervention, stage, due, closed, outcome, lead_id, quiet_since)
    on records_involvement to woonvrede_keeper;
grant select, insert on records_dwelling to woonvrede_keeper;
grant select on records_exclusion, records_tally, records_handover, records_party,
    records_right, records_published to woonvrede_keeper;

-- What each role may touch ----------------------------------------------------------------------
-- Only columns that a verb writes can be changed: what a case is about, whose a row is and when it
-- was made stand for ever, whatever a statement says.

grant select on records_party, records_right, records_published to woonvrede_app, woonvrede_worker;
grant select, insert on
    records_case, records_report, records_involvement, records_entry, records_person,
    records_permission, records_consent, records_task, records_deadline, records_handover,
    records_tenure, records_exclusion, records_link, records_tally, records_letterfile,
    records_lettertext to woonvrede_app;
grant update (stage, stage_since, closed_at, outcome, due, version) on records_case
    to woonvrede_app;
grant update (judge_id, proposed, decided, decided_at, decided_by_id, reason, case_id, version)
    on records_report to woonvrede_app;
grant update (until) on records_involvement, records_entry, records_tenure to woonvrede_app;
grant update (reminded_at, answer, answered_at, answered_by_id, reason) on records_permission
    to woonvrede_app;
grant update (withdrawn_on) on records_consent to woonvrede_app;
grant update (finished_at, finished_by_id) on records_task to woonvrede_app;
grant update (ended_at, due, counted, rest) on records_deadline to woonvrede_app;
-- A case that is closed again asks again.
grant update ("to", asked_id, asked_at, answer, answered_at, reason) on records_handover
    to woonvrede_app;
grant select on records_dwelling to woonvrede_app;
grant select, insert, delete on records_photo to woonvrede_app;
grant select, insert on records_once to woonvrede_app;
grant update (answer) on records_once to woonvrede_app;
grant select, insert on records_imported to woonvrede_app;
grant select, insert, delete on records_volunteer to woonvrede_app;
grant update (skills, languages, training, trained_until, availability, hours, paused, street_match,
              area_match, phone_match, version) on records_volunteer to woonvrede_app;
grant select, insert, delete on records_draft to woonvrede_app;
grant update (answers, at) on records_draft to woonvrede_app;
grant select, insert, delete on records_savedfilter to woonvrede_app;
-- The number of a line in a log is the database's to give: whoever fills it in takes what the next
-- ones need, or goes before what was.  Of a reading its moment is so too.
grant select on records_event to woonvrede_app, woonvrede_worker;
grant insert (case_id, report_id, kind, category, at, party_id, account_id, system, facts, personal,
              recipient_ids, salt, digest) on records_event to woonvrede_app, woonvrede_worker;
grant insert (account, party, system, action, case_ids, report_ids, categories, purposes, why,
              refused) on records_reading to woonvrede_app, woonvrede_worker;
-- Who there is and for whom they work is the owner's to say, by command.
grant select on records_account, records_membership to woonvrede_app;
grant update (password, last_login) on records_account to woonvrede_app;

grant select on records_case, records_involvement, records_deadline to woonvrede_worker;
-- Of a case a job changes only under which agreement, and so in which stage and by whom led, it is.
grant update (agreement, intervention, stage, stage_since, lead_id, due, version) on records_case
    to woonvrede_worker;
grant update (until) on records_involvement to woonvrede_worker;
grant insert on records_deadline to woonvrede_worker;
grant select (id, case_id, dwelling_id) on records_report to woonvrede_worker;
grant select (id, case_id, kind, key, values, at, until) on records_entry to woonvrede_worker;
grant select (id, case_id), delete on records_letterfile to woonvrede_worker;
grant select (id, case_id, report_id, role, forgotten_at) on records_person to woonvrede_worker;
grant update (name, phone, email, may_phone, may_voicemail, may_post, may_email, contact_note,
              forgotten_at) on records_person to woonvrede_worker;
grant update (missed_at, escalated_at, ended_at) on records_deadline to woonvrede_worker;
grant select (id, at), delete on records_draft to woonvrede_worker;
grant usage on all sequences in schema public to woonvrede_app, woonvrede_worker, woonvrede_keeper;
