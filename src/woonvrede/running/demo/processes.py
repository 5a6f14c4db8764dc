# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which processes of this checkout run; those that died do not count."""

import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from woonvrede.running import places


@contextmanager
def noted(name: str) -> Iterator[None]:
    """Leave a note of this process for as long as it runs."""
    note = places.make_private(places.make_private(places.state()) / "running") / name
    note.write_text(f"{os.getpid()} {_begun(os.getpid())}")
    try:
        yield
    finally:
        note.unlink(missing_ok=True)


def noted_and_alive(prefix: str) -> list[int]:
    """Return the processes that left such a note and still run; forget the others."""
    alive = []
    for note in sorted((places.state() / "running").glob(f"{prefix}*")):
        pid, _, begun = note.read_text().partition(" ")
        # The number of a dead process may have been given to another one.
        if begun and _begun(int(pid)) == begun:
            alive.append(int(pid))
        else:
            note.unlink(missing_ok=True)
    return alive


def end(pid: int, seconds: int) -> None:
    """Ask a process to end, and insist when it does not within this many seconds."""
    begun = _begun(pid)
    deadline = time.monotonic() + seconds
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGTERM)
        while begun and _begun(pid) == begun:
            if time.monotonic() > deadline:
                os.kill(pid, signal.SIGKILL)
            time.sleep(0.05)


def _begun(pid: int) -> str:
    try:
        words = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return ""
    # A zombie has ended; its parent has only not looked yet.
    return "" if words[0] == "Z" else words[19]
