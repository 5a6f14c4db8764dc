# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a child process asks of the system before it begins."""

import ctypes
import signal

PR_SET_PDEATHSIG = 1
_LIBC = ctypes.CDLL(None)


def die_with_parent() -> None:
    """Have this process told to end when its parent is killed (Linux)."""
    _LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
