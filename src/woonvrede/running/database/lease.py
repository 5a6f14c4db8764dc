# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who uses an embedded server: the first starts it, the last stops it."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from woonvrede.running import places
from woonvrede.running.database import postgres
from woonvrede.running.database.cluster import Cluster


@contextmanager
def using(cluster: Cluster) -> Iterator[None]:
    """
    Keep the server of this cluster running for as long as this block takes.

    The locks are the system's, so a user that is killed counts as gone.

    :raises Problem: if the server cannot be started
    """
    places.make_private(places.state())
    places.make_private(cluster.folder)
    me = os.getpid()
    with _open(cluster.folder / "users.lock") as users:
        with alone(cluster):
            fcntl.flock(users, fcntl.LOCK_SH)
            postgres.start(cluster)
        try:
            yield
        finally:
            # A forked child comes by here too; it never held the lease.
            if os.getpid() == me:
                _leave(cluster, users)


@contextmanager
def alone(cluster: Cluster, work: str = "start") -> Iterator[None]:
    """Let one process at a time of this checkout do this work on the cluster."""
    places.make_private(places.state())
    places.make_private(cluster.folder)
    with _open(cluster.folder / f"{work}.lock") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def in_use(cluster: Cluster) -> bool:
    """Tell whether any process has a lease."""
    with _open(cluster.folder / "users.lock") as users:
        try:
            fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


def _leave(cluster: Cluster, users: TextIO) -> None:
    with suppress(FileNotFoundError), alone(cluster):
        fcntl.flock(users, fcntl.LOCK_UN)
        if not in_use(cluster):
            postgres.stop(cluster)


def _open(path: Path) -> TextIO:
    return path.open("w")
