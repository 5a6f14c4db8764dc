# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The five roles of the database: their SQL, and what of it a server lacks."""

import psycopg
from psycopg import sql

from woonvrede.running.environment import DATABASE_URLS
from woonvrede.running.problem import Problem

LOGINS = {
    "app": "woonvrede_app",
    "worker": "woonvrede_worker",
    "owner": "woonvrede_owner",
    "maintenance": "woonvrede_maintenance",
}
KEEPER = "woonvrede_keeper"

# The owner does not inherit from the keeper: it would see through the policies made for keeper.
KINDS = {
    "woonvrede_owner": "login noinherit nobypassrls",
    "woonvrede_app": "login nobypassrls",
    "woonvrede_worker": "login nobypassrls",
    "woonvrede_keeper": "nologin nobypassrls",
    "woonvrede_maintenance": "login bypassrls",
}

STATEMENT_TIMEOUTS = {
    "woonvrede_owner": "0",
    "woonvrede_app": "10s",
    "woonvrede_worker": "60s",
    "woonvrede_maintenance": "0",
}

SETTINGS = {
    "lock_timeout": "2s",
    "idle_in_transaction_session_timeout": "15s",
    "log_min_messages": "log",
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_statement": "none",
    "log_min_duration_statement": "-1",
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
}

HEAD = """\
-- The five roles of Woonvrede.  Run as an administrator, connected to the database of Woonvrede:
--   createdb woonvrede && woonvrede roles | psql --set ON_ERROR_STOP=1 woonvrede
-- It may be run again.  Afterwards give each role that logs in a password (\\password ROLE).
"""

OF_THE_DATABASE = """\
grant woonvrede_keeper to woonvrede_owner;
alter schema public owner to woonvrede_owner;
revoke all on schema public from public;
grant usage, create on schema public to woonvrede_keeper;
grant usage on schema public to woonvrede_app, woonvrede_worker, woonvrede_maintenance;
do $$
begin
    execute format('revoke all on database %I from public', current_database());
    execute format('grant connect on database %I to woonvrede_owner, woonvrede_app, '
                   'woonvrede_worker, woonvrede_maintenance', current_database());
end $$;
"""


def statements() -> str:
    """Return the SQL with which an administrator makes the roles; running it twice is harmless."""
    made = [_make(role, kind) for role, kind in KINDS.items()]
    return "\n".join([HEAD, *made, OF_THE_DATABASE])


def lacking(urls: dict[str, str]) -> list[str]:
    """Return what these four addresses lack, each as part of a sentence."""
    return [lack for login in LOGINS for lack in _lacks_of(login, urls.get(login))]


def refuse_lacking(urls: dict[str, str]) -> None:
    """
    Refuse a server that is not ready for us.

    :raises Problem: if a role or an address is missing; one line names all of them
    """
    if lacks := lacking(urls):
        raise Problem(
            f"The database is not ready: {'; '.join(lacks)}. "
            "An administrator makes the roles with the SQL that 'woonvrede roles' prints."
        )


def _make(role: str, kind: str) -> str:
    lines = [
        f"do $$ begin create role {role}; exception when duplicate_object then null; end $$;",
        f"alter role {role} with nosuperuser nocreatedb nocreaterole noreplication {kind};",
    ]
    if role in STATEMENT_TIMEOUTS:
        settings = {"statement_timeout": STATEMENT_TIMEOUTS[role], **SETTINGS}
        lines += [f"alter role {role} set {name} = '{value}';" for name, value in settings.items()]
    return "\n".join(lines) + "\n"


def _lacks_of(login: str, url: str | None) -> list[str]:
    name, role = DATABASE_URLS[login], LOGINS[login]
    if url is None:
        return [f"{name} is missing"]
    try:
        with psycopg.connect(url, autocommit=True, connect_timeout=5) as connection:
            return [f"{name} {lack}" for lack in _lacks(connection, role)]
    except (psycopg.OperationalError, psycopg.ProgrammingError) as refused:
        return [f"{name} does not connect ({_reason(refused)})"]


def _lacks(connection: "psycopg.Connection", role: str) -> list[str]:
    found = connection.execute(
        """select current_user = %(role)s, rolsuper,
                  rolbypassrls = (%(role)s = 'woonvrede_maintenance'),
                  exists (select from pg_roles where rolname = %(keeper)s),
                  exists (select from pg_namespace where nspname = 'public'
                          and nspowner = 'woonvrede_owner'::regrole)
                  from pg_roles where rolname = current_user""",
        {"role": role, "keeper": KEEPER},
    ).fetchone()
    if found is None:
        return ["connects as nobody"]
    wrong = (
        (not found[0], f"does not connect as {role}"),
        (found[1], "connects as a superuser"),
        (not found[2], f"connects with the wrong right to bypass policies for {role}"),
        (not found[3], f"leads to a server without the role {KEEPER}"),
        (not found[4], "leads to a schema public that woonvrede_owner does not own"),
    )
    return [lack for is_wrong, lack in wrong if is_wrong][:1]


def _reason(refused: psycopg.Error) -> str:
    first = (str(refused).strip().splitlines() or ["no reason given"])[0]
    return first.rsplit(": ", 1)[-1].strip()


def apply(connection: "psycopg.Connection") -> None:
    """Make the roles through an administrator's connection."""
    connection.execute(sql.SQL(statements()))
