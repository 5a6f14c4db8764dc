# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""How each role reaches the database: through the environment, or the embedded server."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg.conninfo import conninfo_to_dict

from woonvrede.running.database import databases, lease
from woonvrede.running.database.cluster import DEMO
from woonvrede.running.database.roles import LOGINS
from woonvrede.running.environment import DATABASE_URLS
from woonvrede.running.problem import Problem

DATABASE = "woonvrede"


def external() -> bool:
    """Tell whether a server of somebody else is used: any of its addresses is given."""
    return any(os.environ.get(name) for name in DATABASE_URLS.values())


def urls() -> dict[str, str]:
    """Return the addresses known, by role; those of the embedded server if none is given."""
    if not external():
        return {role: DEMO.url(login, DATABASE) for role, login in LOGINS.items()}
    return {role: os.environ[name] for role, name in DATABASE_URLS.items() if os.environ.get(name)}


def as_url(role: str) -> str:
    """
    Return the address for a role.

    :raises Problem: if it is not given
    """
    known = urls()
    if role not in known:
        raise Problem(f"Of the addresses of the database there is no {DATABASE_URLS[role]}.")
    return known[role]


def as_django_has_it(role: str) -> dict[str, Any]:
    """
    Return the entry of Django's DATABASES for a role.

    :raises Problem: if there is no such role, or its address is not given or not readable
    """
    if role not in LOGINS:
        raise Problem(f"WOONVREDE_DATABASE_ROLE={role} is no role: use {', '.join(LOGINS)}.")
    known = urls()
    if role not in known:
        missing = ", ".join(name for other, name in DATABASE_URLS.items() if other not in known)
        raise Problem(f"Of the addresses of the database there is no {missing}: set them too.")
    try:
        words = conninfo_to_dict(known[role])
    except Exception as unreadable:
        raise Problem(f"{DATABASE_URLS[role]} is not a database address.") from unreadable
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": words.pop("dbname", DATABASE),
        "USER": words.pop("user", LOGINS[role]),
        "PASSWORD": words.pop("password", ""),
        "HOST": words.pop("host", ""),
        "PORT": str(words.pop("port", "") or ""),
        "CONN_MAX_AGE": 0,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {**words, **_of_pages(role)},
    }


@contextmanager
def reachable() -> Iterator[None]:
    """
    Keep the embedded server running during this block, when that is the one used.

    :raises Problem: if it cannot be started
    """
    if external():
        yield
    else:
        with lease.using(DEMO):
            databases.make(DEMO, DATABASE)
            yield


def _of_pages(role: str) -> dict[str, Any]:
    if role != "app":
        return {}
    # One connection for each thread of a web process; commands and jobs open their own.
    pool = {"min_size": 0, "max_size": 4, "timeout": 5, "reset": _forget_the_asker}
    # Under policies PostgreSQL plans most questions longer than it answers them: each connection
    # keeps the plans of what it is asked again and again.
    return {"pool": pool, "server_side_binding": True, "prepare_threshold": 3}


def _forget_the_asker(connection: "psycopg.Connection") -> None:
    # Who asks is told per transaction; should it ever outlive one, nobody else inherits it.
    connection.autocommit = True
    known = connection.execute(
        "select concat(current_setting('app.party', true), current_setting('app.account', true), "
        "current_setting('app.system', true), current_setting('app.case', true))"
    ).fetchone()
    if known != ("",):
        raise Problem("A connection still knew for whom it worked; it is not used again.")
