# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""A command of the console script at a terminal, and somebody who presses Ctrl-C there."""

import os
import pty
import re
import sys
from collections.abc import Iterator

from tests.support.world import DATABASE, environment

CTRL_C = b"\x03"


def cancelled(*words: str, once: str) -> tuple[int, str]:
    """
    Run a command in this process's database, press Ctrl-C once it tells what fits this pattern,
    and return its exit code and all that stood on the screen.
    """
    child, screen = pty.fork()
    if child == 0:
        command = [sys.executable, "-m", "woonvrede.cli", *words]
        os.execve(sys.executable, command, environment(DATABASE))  # noqa: S606 - no shell
    told, pressed = "", False
    for more in _read(screen):
        told += more
        if not pressed and re.search(once, told):
            os.write(screen, CTRL_C)
            pressed = True
    os.close(screen)
    _, status = os.waitpid(child, 0)
    assert pressed, told
    return os.waitstatus_to_exitcode(status), told


def _read(screen: int) -> Iterator[str]:
    """Yield what appears, until nobody writes there any more."""
    try:
        while more := os.read(screen, 4096):
            yield more.decode(errors="replace")
    except OSError:  # how Linux says so
        return
