# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""An embedded database server of the benchmark's own, set as a real one, with a world per size."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from woonvrede.running import places
from woonvrede.running.database import cluster as clusters
from woonvrede.running.database import databases, lease, postgres
from woonvrede.running.database.cluster import Cluster
from woonvrede.running.database.roles import LOGINS
from woonvrede.running.environment import DATABASE_URLS

BENCH = Cluster("bench")
Variables = Mapping[str, str]


@contextmanager
def running() -> Iterator[None]:
    """Have a server with an empty data folder, and leave nothing of it."""
    # Of an earlier run that was killed; by another object, for this one keeps where its home is.
    clusters.forget(Cluster(BENCH.name))
    with lease.using(BENCH):
        yield
    clusters.forget(BENCH)


def make_world(cases: int) -> Variables:
    """Make a world of so many cases; return the variables with which a process works in it."""
    name = f"world_{cases}"
    databases.make(BENCH, name)
    variables = variables_of(name)
    woonvrede("migrate", variables=variables)
    for file in sorted(places.agreements().glob("*/agreement.toml")):
        woonvrede("agreement", "publish", str(file.parent), variables=variables)
    woonvrede("demo-data", "--cases", str(cases), variables=variables)
    with postgres.administrator(BENCH, name) as connection:
        connection.execute("vacuum analyze")
    return variables


def variables_of(name: str) -> Variables:
    """Return the variables with which a process works in a database of this server."""
    urls = {DATABASE_URLS[role]: BENCH.url(login, name) for role, login in LOGINS.items()}
    return {**os.environ, **urls, "DJANGO_SETTINGS_MODULE": "woonvrede.settings"}


def woonvrede(*words: str, variables: Variables) -> None:
    """Run the console script; raises what it said if it fails."""
    done = subprocess.run(
        [sys.executable, "-m", "woonvrede.cli", *words],
        env=variables,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"woonvrede {' '.join(words)}: {done.stdout}{done.stderr}")
