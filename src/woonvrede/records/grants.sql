-- SPDX-FileCopyrightText: Woonvrede contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Run by `woonvrede migrate` after the migrations of every application; may be run again.
-- What is not ours (sessions, sign-in, queue) belongs wholly to the processes that use it;
-- what is ours is granted table by table in migrations/walls.sql.

do $$
declare thing text;
begin
    for thing in select format('%I', c.relname) from pg_class c
                 where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                   and c.relname !~ '^(records_|django_migrations)' loop
        execute 'grant select, insert, update, delete on ' || thing
                || ' to woonvrede_app, woonvrede_worker';
    end loop;
end $$;
grant select on django_migrations to woonvrede_app, woonvrede_worker;
grant usage on all sequences in schema public
    to woonvrede_app, woonvrede_worker, woonvrede_keeper;
grant select, insert, update, delete, truncate on all tables in schema public
    to woonvrede_maintenance;
grant usage, select, update on all sequences in schema public to woonvrede_maintenance;
select records_add_reading_months(60);
