# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The server as it really runs, against this process's database."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

from tests.support import world
from woonvrede.running import ports


@dataclass(frozen=True)
class Server:
    """A running server: where it answers, where it writes what it has to say, and its process."""

    url: str
    log: Path
    pid: int


@contextmanager
def serving(folder: Path, **variables: str) -> Iterator[Server]:
    """Run ``woonvrede serve`` with these variables set beside those of the tests."""
    port = ports.free()
    log = folder / f"server-{port}.log"
    with log.open("w") as target:
        process = subprocess.Popen(
            [sys.executable, "-m", "woonvrede.cli", "serve"],
            env={**world.environment(world.DATABASE), "PORT": str(port), **variables},
            stdout=target,
            stderr=target,
        )
    try:
        server = Server(f"http://localhost:{port}", log, process.pid)
        _wait(server, process)
        yield server
    finally:
        process.terminate()
        process.wait(30)


def _wait(server: Server, process: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        if _answers(server.url):
            return
        time.sleep(0.1)
    raise RuntimeError(f"the server did not start: {server.log.read_text()}")


def _answers(url: str) -> bool:
    connection = HTTPConnection(url.removeprefix("http://"), timeout=10)
    try:
        connection.request("GET", "/static/")
        connection.getresponse().close()
    except OSError:
        return False
    finally:
        connection.close()
    return True


def browser_program() -> str | None:
    """Return the browser of this machine, if it has one."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    folders = os.environ.get("PATH", "").split(os.pathsep)
    found = (Path(folder) / name for name in names for folder in folders)
    return next((str(path) for path in found if os.access(path, os.X_OK)), None)
