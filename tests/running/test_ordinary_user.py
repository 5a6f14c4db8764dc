# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""A fresh checkout of an ordinary user, on a machine where nothing was set up before."""

import os
import pwd
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import checkout, demo

USER = "nobody"
PYTHONS = ("/usr/local/bin:/usr/bin:/bin", "/usr/bin:/bin")


@pytest.fixture
def ordinary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder that belongs to an ordinary user, and that no other test knows."""
    folder = Path(f"/var/tmp/woonvrede-ordinary-{os.getpid()}")  # noqa: S108 - made anew below
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700)
    yield folder
    shutil.rmtree(folder)


def _user() -> int:
    if os.geteuid() != 0:
        return os.geteuid()
    return pwd.getpwnam(USER).pw_uid


def _path_with_python(user: int) -> str:
    if os.geteuid() != 0:
        return os.environ["PATH"]
    ask = ["python3", "-c", "import ensurepip, sys; sys.exit(sys.version_info < (3, 11))"]
    for path in PYTHONS:
        environment = {"PATH": path}
        found = subprocess.run(ask, env=environment, user=user, extra_groups=[], check=False)
        if found.returncode == 0:
            return path
    pytest.fail("not run: this machine has no Python that an ordinary user can start")


def test_make_demo_on_a_fresh_checkout(ordinary: Path) -> None:
    user = _user()
    path = _path_with_python(user)
    checkout.copy(ordinary, whole=True)
    for place in (ordinary, *ordinary.rglob("*")):
        os.chown(place, user, -1)
    state = ordinary / ".woonvrede"
    with demo.running(state, where=ordinary, user=user, HOME=str(ordinary), PATH=path) as started:
        assert started.get("/inloggen/") == 200
        assert (state / "demo" / "data" / "PG_VERSION").stat().st_uid == user
        assert state.stat().st_mode & 0o777 == 0o700
        assert (state / "secret-key").stat().st_mode & 0o777 == 0o600
        started.end(signal.SIGTERM)
    assert demo.left_running(state) == []
