# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Databases of an embedded server, each with the roles and their rights."""

from typing import LiteralString

from psycopg import sql

from woonvrede.running.database import lease, postgres, roles
from woonvrede.running.database.cluster import Cluster


def make(cluster: Cluster, name: str, *, template: str = "template0") -> None:
    """Make a database with the roles' rights, unless it is there; its server must run."""
    with lease.alone(cluster, "databases"), postgres.administrator(cluster) as connection:
        if connection.execute("select from pg_database where datname = %s", [name]).rowcount:
            return
        # Under another name until it is whole: what is there is usable.
        half = f"{name}_half_made"
        connection.execute(_say("drop database if exists {} with (force)", half))
        connection.execute(_say("create database {} template {}", half, template))
        with postgres.administrator(cluster, half) as inside:
            roles.apply(inside)
        connection.execute(_say("alter database {} rename to {}", half, name))


def drop(cluster: Cluster, name: str) -> None:
    """Drop a database, also when somebody is connected."""
    with postgres.administrator(cluster) as connection:
        connection.execute(_say("drop database if exists {} with (force)", name))


def names(cluster: Cluster) -> list[str]:
    """Return the databases that are not PostgreSQL's own."""
    with postgres.administrator(cluster) as connection:
        rows = connection.execute(
            "select datname from pg_database where not datistemplate and datname <> 'postgres'"
        )
        return sorted(name for (name,) in rows)


def _say(words: LiteralString, *identifiers: str) -> sql.Composed:
    return sql.SQL(words).format(*map(sql.Identifier, identifiers))
