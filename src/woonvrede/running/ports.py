# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether a port can be had. Standard library only."""

import os
import socket

from woonvrede.running.problem import Problem

ADDRESS = "127.0.0.1"


def wanted() -> int:
    """
    Return the port asked for with PORT, or 8000.

    :raises Problem: if PORT is no port
    """
    return read(os.environ.get("PORT") or "8000", said="PORT=")


def read(text: str, *, said: str = "") -> int:
    """
    Return the port that was written.

    :raises Problem: if it is none
    """
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise Problem(f"{said}{text} is not a port: choose a number from 1024 to 65535.")
    return int(text)


def refuse_taken(port: int) -> None:
    """
    Find out before the long work whether the server will be able to listen.

    :raises Problem: if something else listens there, or this user may not
    """
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((ADDRESS, port))
        except PermissionError as forbidden:
            raise Problem(f"Port {port} is not for ordinary users: use PORT=8000.") from forbidden
        except OSError as taken:
            raise Problem(
                f"Port {port} is taken: choose another one with PORT={port + 1}, "
                "or stop what uses it (make demo-stop for a demo of this checkout)."
            ) from taken


def free() -> int:
    """Return a port on which nothing listens now."""
    with socket.socket() as probe:
        probe.bind((ADDRESS, 0))
        return int(probe.getsockname()[1])


def answers(port: int) -> bool:
    """Tell whether something listens there."""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex((ADDRESS, port)) == 0
