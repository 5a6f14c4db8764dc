# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The demo: what it needs, the server and the worker, until it is told to end."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from types import FrameType

from woonvrede.running import ports, titles
from woonvrede.running.database import addresses, cluster, lease, postgres
from woonvrede.running.database.cluster import DEMO
from woonvrede.running.demo import offspring, prepare, processes
from woonvrede.running.problem import Problem
from woonvrede.running.serving import static_files

SECONDS_TO_START = 120
SECONDS_TO_END = 20


class _Ended(BaseException):
    """Somebody asked the demo to end."""


def run() -> None:
    """
    Prepare and run the demo until Ctrl-C or TERM; nothing of it is left running.

    :raises Problem: if something stands in the way
    """
    port = ports.wanted()
    ports.refuse_taken(port)
    with _until_ended(), processes.noted(f"demo-{port}"), ExitStack() as held:
        _announce("static files")
        static_files.collect()
        _announce("database server")
        held.enter_context(addresses.reachable())
        for title, do in prepare.IN_THE_DATABASE.items():
            _announce(title)
            do()
        _serve(port, held)


def stop() -> int:
    """End every demo of this checkout, and its database server; return how many there were."""
    pids = processes.noted_and_alive("demo-")
    for pid in pids:
        processes.end(pid, SECONDS_TO_END + 10)
    if DEMO.folder.exists():
        with lease.alone(DEMO):
            if not lease.in_use(DEMO):
                postgres.stop(DEMO)
    return len(pids)


def reset() -> None:
    """
    End the demo and throw its data away.

    :raises Problem: if another process of this checkout still uses them
    """
    stop()
    if DEMO.folder.exists():
        if lease.in_use(DEMO):
            raise Problem("The demo's data are still in use: end the woonvrede command that runs.")
        cluster.forget(DEMO)


def _serve(port: int, held: ExitStack) -> None:
    children = [held.enter_context(_child("serve")), held.enter_context(_child("worker"))]
    deadline = time.monotonic() + SECONDS_TO_START
    while not ports.answers(port):
        _refuse_ended(children)
        if time.monotonic() > deadline:
            raise Problem("The server does not answer: see the lines above.")
        time.sleep(0.1)
    print(f"\nWoonvrede: http://localhost:{port}  (Ctrl-C ends it)", flush=True)
    while True:
        _refuse_ended(children)
        time.sleep(0.5)


@contextmanager
def _child(command: str) -> Iterator["subprocess.Popen[bytes]"]:
    words = [sys.executable, "-m", "woonvrede.cli", command]
    # In a group of its own: Ctrl-C reaches us alone, and we end them in order.
    process = subprocess.Popen(
        words,
        stdin=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=offspring.die_with_parent,  # noqa: PLW1509 - this process has one thread
    )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(SECONDS_TO_END)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _refuse_ended(children: "list[subprocess.Popen[bytes]]") -> None:
    if any(child.poll() is not None for child in children):
        raise Problem("The demo ended by itself: see the lines above.")


@contextmanager
def _until_ended() -> Iterator[None]:
    def end(_: int, __: FrameType | None) -> None:
        # A second signal must not interrupt the ending.
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        raise _Ended

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, end)
    try:
        yield
    except _Ended:
        print("\nThe demo has ended; its data are kept.", flush=True)


def _announce(title: str) -> None:
    titles.announce(title, titles.PACKAGES + titles.DEMO)
