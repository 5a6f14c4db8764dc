# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Steps that are processes of their own, for each connects in a role of its own."""

import os
import re
import subprocess
import sys

from woonvrede.running.problem import Problem

OURS = "woonvrede: "
# As a traceback ends: django.db.utils.ProgrammingError: ..., and not LINE 1: or HINT: ...
EXCEPTION = re.compile(r"(?:[a-z_]\w*\.)*[A-Z][a-z]\w*(?:: |$)")


def take(title: str, *words: str) -> None:
    """
    Run a module of Python with these words; our own commands may tell how far they are.

    :raises Problem: with the line in which the step says why, if it fails
    """
    done = subprocess.run(
        [sys.executable, "-m", *words],
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "woonvrede.settings"},
        stdin=subprocess.DEVNULL,
        stdout=None if words[0] == "woonvrede.cli" else subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    if done.returncode:
        raise Problem(f"{title}: {reason_in(done.stderr)}")


def reason_in(said: str) -> str:
    """
    Return why a step failed: our own last line, else the one that names an exception, for below
    that a database draws where it stumbled; else the last.
    """
    lines = [line for line in said.splitlines() if line.strip()]
    ours = [line.removeprefix(OURS) for line in lines if line.startswith(OURS)]
    named = [line for line in lines if EXCEPTION.match(line)]
    return (ours or named or lines or ["no reason given"])[-1]
