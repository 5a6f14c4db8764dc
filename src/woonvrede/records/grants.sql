-- SPDX-FileCopyrightText: Woonvrede contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Run by `woonvrede migrate` after the migrations of every application; may be run again.
-- What is not ours (sessions, sign-in, queue) is granted here, as much as the processes use of it;
-- what is ours is granted table by table in migrations/walls.sql.

-- Signing in.  What it writes anew as a whole it writes without the id.
grant select, insert, delete on
    django_session, usersessions_usersession, mfa_authenticator
    to woonvrede_app;
grant select, insert on account_emailaddress to woonvrede_app;
grant update (session_data, expire_date) on django_session to woonvrede_app;
grant update (user_id, ip, user_agent, data, session_key, created_at, last_seen_at)
    on usersessions_usersession to woonvrede_app;
grant update (user_id, type, data, created_at, last_used_at) on mfa_authenticator
    to woonvrede_app;

-- The queue: a verb leaves a duty there, the worker carries it out.
grant select, insert on procrastinate_jobs, procrastinate_events to woonvrede_app;
do $$
declare thing text;
begin
    for thing in select format('%I', relname) from pg_class
                 where relnamespace = 'public'::regnamespace and relkind = 'r'
                   and relname like 'procrastinate\_%' loop
        execute 'grant select, insert, update, delete on ' || thing || ' to woonvrede_worker';
    end loop;
end $$;
grant select on django_migrations to woonvrede_app, woonvrede_worker;
grant usage on all sequences in schema public
    to woonvrede_app, woonvrede_worker, woonvrede_keeper;
grant select, insert, update, delete, truncate on all tables in schema public
    to woonvrede_maintenance;
grant usage, select, update on all sequences in schema public to woonvrede_maintenance;
-- Who grows a demo lets the planner count afterwards; without this ANALYZE does nothing, in silence.
do $$ begin
    if current_setting('server_version_num')::int >= 170000 then
        grant maintain on all tables in schema public to woonvrede_maintenance;
    end if;
end $$;
select records_add_reading_months(60);
