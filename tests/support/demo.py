# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The demo as somebody starts it: by ``make demo``, in a state folder of the test's own."""

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

from tests.support import checkout
from woonvrede.running import ports
from woonvrede.running.places import CHECKOUT

SECONDS_TO_START = 180
SECONDS_TO_END = 30


@dataclass
class Demo:
    """A demo that runs: what it said, where it answers, and how to end it."""

    process: "subprocess.Popen[str]"
    port: int
    said: list[str]
    seconds: float

    def get(self, path: str) -> int:
        """Ask for a page; return the status of the answer."""
        connection = HTTPConnection("localhost", self.port, timeout=30)
        connection.request("GET", path)
        status = connection.getresponse().status
        connection.close()
        return status

    def end(self, number: signal.Signals = signal.SIGTERM, *, terminal: bool = False) -> None:
        """Send a signal to make, or as a terminal does to all in the foreground, and wait."""
        if terminal:
            os.killpg(self.process.pid, number)
        elif self.process.poll() is None:
            self.process.send_signal(number)
        self.process.communicate(timeout=SECONDS_TO_END)


@contextmanager
def running(
    state: Path, *, where: Path = CHECKOUT, user: int | None = None, **variables: str
) -> Iterator[Demo]:
    """Run ``make demo`` until it prints its address; end it afterwards."""
    port = ports.free()
    begun = time.monotonic()
    process = subprocess.Popen(
        ["make", "--no-print-directory", "demo"],
        cwd=where,
        env=checkout.plain(
            **{"WOONVREDE_DEMO_WORLD": "small"}
            | variables
            | {"WOONVREDE_STATE": str(state), "PORT": str(port)}
        ),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
        user=user,
        extra_groups=[] if user is not None else None,
    )
    try:
        said = _said_until(process, f"http://localhost:{port}")
        yield Demo(process, port, said, time.monotonic() - begun)
    finally:
        if process.poll() is None:
            process.terminate()
            process.communicate(timeout=SECONDS_TO_END)


def left_running(state: Path) -> list[str]:
    """Return the processes that belong to this state folder, waiting a moment for the last."""
    deadline = time.monotonic() + SECONDS_TO_END
    while (found := _belonging(state)) and time.monotonic() < deadline:
        time.sleep(0.1)
    return found


def _said_until(process: "subprocess.Popen[str]", words: str) -> list[str]:
    said: list[str] = []
    assert process.stdout is not None
    for line in process.stdout:
        said.append(line.rstrip())
        if words in line:
            return said
    raise RuntimeError("\n".join(["make demo ended by itself:", *said]))


def _belonging(state: Path) -> list[str]:
    marks = [str(state).encode(), *_homes(state)]
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            command = (folder / "cmdline").read_bytes()
            words = command + (folder / "environ").read_bytes()
        except OSError:  # it has just ended
            continue
        if folder.name != str(os.getpid()) and any(mark in words for mark in marks):
            found.append(command.replace(b"\0", b" ").decode())
    return found


def _homes(state: Path) -> list[bytes]:
    # As root the server's data lie elsewhere, under the mark that the state folder holds.
    return [file.read_bytes() for file in state.glob("*/mark")]
