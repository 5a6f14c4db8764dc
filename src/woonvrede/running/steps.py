# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Steps that are processes of their own, for each connects in a role of its own."""

import os
import subprocess
import sys

from woonvrede.running.problem import Problem


def take(title: str, *words: str) -> None:
    """
    Run a module of Python with these words; our own commands may tell how far they are.

    :raises Problem: with the last line that the step said, if it fails
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
        said = [line for line in done.stderr.splitlines() if line.strip()] or ["no reason given"]
        raise Problem(f"{title}: {said[-1].removeprefix('woonvrede: ')}")
