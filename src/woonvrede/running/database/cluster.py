# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where an embedded PostgreSQL of this checkout lies, and how it is reached."""

import os
import secrets
import shutil
import tempfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import quote

from woonvrede.running import places
from woonvrede.running.problem import Problem

# Root may not run PostgreSQL, and another user may not enter root's home: outside any home, then.
HOMES_OF_ROOT = Path("/var/lib/woonvrede")
LONGEST_SOCKET_FOLDER = 85


@dataclass(frozen=True)
class Cluster:
    """One embedded server: ``demo`` or ``test``; the two never touch each other."""

    name: str

    @property
    def folder(self) -> Path:
        """Locks and stamps, in the state folder."""
        return places.state() / self.name

    @cached_property
    def home(self) -> Path:
        """The folder of data and socket, which belongs to the user that runs the server."""
        if os.geteuid() == 0:
            return HOMES_OF_ROOT / self._own_mark()
        return self.folder

    @property
    def data(self) -> Path:
        """The data folder of PostgreSQL."""
        return self.home / "data"

    @property
    def log(self) -> Path:
        """What the server says; without the words of statements."""
        return self.home / "server.log"

    @cached_property
    def socket(self) -> Path:
        """The folder of the socket, which only this user (and root) can enter."""
        here = self.home / "run"
        if len(str(here)) <= LONGEST_SOCKET_FOLDER:
            return here
        return Path(tempfile.gettempdir()) / f"woonvrede-{os.geteuid()}-{self._own_mark()}"

    def url(self, user: str, database: str) -> str:
        """Return the address of one of its databases for one role."""
        return f"postgresql://{user}@/{database}?host={quote(str(self.socket), safe='')}"

    def belongs_to(self) -> str:
        """Return the line that a home bears, by which an abandoned one is known."""
        return f"{self.folder / 'mark'}\n{self._own_mark()}\n"

    def _own_mark(self) -> str:
        # Not the path alone: a new clone in an old place must not find the old one's data.
        file = places.make_private(places.make_private(places.state()) / self.name) / "mark"
        if not file.exists():
            fresh = file.with_name(f"mark-{secrets.token_hex(4)}")
            fresh.write_text(secrets.token_hex(6))
            try:
                os.link(fresh, file)
            except FileExistsError:
                pass
            finally:
                fresh.unlink()
        return file.read_text()


DEMO = Cluster("demo")
TEST = Cluster("test")


def make_socket_folder(cluster: Cluster, uid: int) -> None:
    """
    Make the folder of the socket, closed to others.

    :raises Problem: if somebody else took its name in the shared temporary folder
    """
    cluster.socket.mkdir(mode=0o700, exist_ok=True)
    if cluster.socket.is_symlink() or cluster.socket.stat().st_uid not in {uid, os.geteuid()}:
        raise Problem(f"{cluster.socket} belongs to somebody else: remove it, then try again.")
    cluster.socket.chmod(0o700)
    if os.geteuid() == 0:
        os.chown(cluster.socket, uid, -1)


def forget(cluster: Cluster) -> None:
    """Throw away the data of a stopped cluster, and all that was remembered of it."""
    for path in (cluster.socket, cluster.home, cluster.folder):
        shutil.rmtree(path, ignore_errors=True)
