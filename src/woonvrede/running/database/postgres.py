# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The embedded PostgreSQL: made, started and stopped."""

import os
import re
import shutil
import subprocess
import time
from pathlib import Path

import psycopg

from woonvrede.running.database.cluster import HOMES_OF_ROOT, TEST, Cluster, make_socket_folder
from woonvrede.running.database.server_user import ServerUser, server_user
from woonvrede.running.problem import Problem

SECONDS_TO_START = 120
VERSION = "18"

SETTINGS = """\
listen_addresses = ''
unix_socket_directories = '{socket}'
unix_socket_permissions = 0700
max_connections = 100
timezone = 'UTC'
log_timezone = 'UTC'
# The words of a statement, and those of an error, may hold a name and an address.
log_min_messages = log
log_min_error_statement = panic
log_error_verbosity = terse
log_statement = none
log_min_duration_statement = -1
log_parameter_max_length = 0
log_parameter_max_length_on_error = 0
"""

# What tests write may be lost with the machine.
HASTE = """\
fsync = off
synchronous_commit = off
full_page_writes = off
"""


def start(cluster: Cluster) -> None:
    """
    Start the server of this cluster, unless it runs; make the cluster, unless it is there.

    The caller holds the cluster's lock.

    :raises Problem: if the data are damaged or the server does not come up
    """
    if runs(cluster) or _comes_back(cluster):
        return
    user = server_user()
    _make(cluster, user)
    _refuse_damaged(cluster)
    _configure(cluster, user)
    _forget_dead(cluster)
    make_socket_folder(cluster, user.uid)
    deadline = time.monotonic() + SECONDS_TO_START
    while not _come_up(cluster, user):
        said = _last_words(cluster)
        # Children of a killed server may need a moment to notice.
        if "shared memory" not in said or time.monotonic() > deadline:
            raise Problem(_damaged(cluster, f"the server says: {said}"))
        time.sleep(0.5)
    if not runs(cluster):
        user.run("pg_ctl", "stop", "-D", str(cluster.data), "-m", "immediate", "-W")
        raise Problem(_damaged(cluster, f"the server says: {_last_words(cluster)}"))


def stop(cluster: Cluster) -> None:
    """Stop the server of this cluster; nothing happens if it does not run."""
    stop_in(cluster.data)


def stop_in(data: Path) -> None:
    """Stop the server of a data folder; a dead one is left in peace."""
    if _pid(data) is None:
        return
    user = server_user()
    for way in ("fast", "immediate"):
        if user.run("pg_ctl", "stop", "-D", str(data), "-m", way, "-w", "-t", "30") == 0:
            return


def runs(cluster: Cluster) -> bool:
    """Tell whether the server answers."""
    try:
        with administrator(cluster):
            return True
    except psycopg.OperationalError:
        return False


def administrator(cluster: Cluster, database: str = "postgres") -> "psycopg.Connection":
    """Open a connection of the superuser, who makes roles and databases."""
    return psycopg.connect(cluster.url("postgres", database), autocommit=True, connect_timeout=5)


def _comes_back(cluster: Cluster) -> bool:
    """Wait for a server that is there and recovers: one of its processes was killed."""
    deadline = time.monotonic() + SECONDS_TO_START
    while _pid(cluster.data) is not None and time.monotonic() < deadline:
        if runs(cluster):
            return True
        time.sleep(0.1)
    return False


def _make(cluster: Cluster, user: ServerUser) -> None:
    if cluster.data.exists():
        return
    _throw_away_abandoned()
    cluster.home.mkdir(parents=True, exist_ok=True)
    cluster.home.chmod(0o700)
    (cluster.home / "belongs-to").write_text(cluster.belongs_to())
    user.own(cluster.home)
    half = cluster.home / "data-half-made"
    shutil.rmtree(half, ignore_errors=True)
    made = user.run(
        "initdb", "--auth=trust", "--encoding=UTF8", "--username=postgres", "--no-sync",
        "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "-D", str(half),
    )  # fmt: skip
    if made:
        raise Problem(f"PostgreSQL cannot make its data folder in {cluster.home}: is it full?")
    half.rename(cluster.data)


def _configure(cluster: Cluster, user: ServerUser) -> None:
    settings = SETTINGS.format(socket=cluster.socket) + (HASTE if cluster == TEST else "")
    file = cluster.data / "postgresql.conf"
    file.write_text(settings)
    user.own(file)


def _refuse_damaged(cluster: Cluster) -> None:
    version = cluster.data / "PG_VERSION"
    found = version.read_text().strip() if version.is_file() else "nothing"
    if found != VERSION:
        raise Problem(_damaged(cluster, f"version {VERSION} was expected, {found} found"))


def _damaged(cluster: Cluster, why: str) -> str:
    mend = "run make demo-reset" if cluster != TEST else f"remove {cluster.folder}"
    return f"The data folder {cluster.data} is damaged ({why}): {mend} to begin again without it."


def _come_up(cluster: Cluster, user: ServerUser) -> bool:
    cluster.log.unlink(missing_ok=True)
    words = ["-D", str(cluster.data), "-l", str(cluster.log), "-w", "-t", str(SECONDS_TO_START)]
    try:
        return user.run("pg_ctl", "start", *words, seconds=SECONDS_TO_START + 10) == 0
    except subprocess.TimeoutExpired:
        return False


def _last_words(cluster: Cluster) -> str:
    lines = cluster.log.read_text(errors="replace").splitlines() if cluster.log.exists() else []
    grave = [line for line in lines if re.search(r"FATAL|PANIC|could not", line)]
    return re.sub(r"^.*?(FATAL|PANIC|LOG): +", "", (grave or lines or ["nothing"])[0])


def _forget_dead(cluster: Cluster) -> None:
    # After a crash the number in these files may by now be another program's.
    if _pid(cluster.data) is None:
        for file in (cluster.data / "postmaster.pid", *cluster.socket.glob(".s.PGSQL.*.lock")):
            file.unlink(missing_ok=True)


def _pid(data: Path) -> int | None:
    file = data / "postmaster.pid"
    try:
        pid = int(file.read_text().split("\n", 1)[0])
        # Not so of a zombie, nor of another cluster's server that was given the number since.
        ours = os.fsencode(data) in Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except (OSError, ValueError):
        return None
    return pid if ours else None


def _throw_away_abandoned() -> None:
    # As root the data lie outside the checkout and would outlive it.
    for note in HOMES_OF_ROOT.glob("*/belongs-to"):
        mark, own = note.read_text().splitlines()
        if not (Path(mark).is_file() and Path(mark).read_text() == own):
            stop_in(note.parent / "data")
            shutil.rmtree(note.parent, ignore_errors=True)
