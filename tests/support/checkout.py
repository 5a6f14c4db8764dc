# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""A checkout of a test's own: the demo run from it, and copies in which set-up can go wrong."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from woonvrede.running.environment import DATABASE_URLS, PREFIX
from woonvrede.running.places import CHECKOUT

NEEDED_TO_SET_UP = ("Makefile", "package.json", "package-lock.json", "requirements", "scripts")
Done = subprocess.CompletedProcess[str]


def plain(**variables: str) -> dict[str, str]:
    """Return the environment of somebody who set nothing but these."""
    ours = {*DATABASE_URLS.values(), "PORT", "DJANGO_SETTINGS_MODULE"}
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ours and not name.startswith((PREFIX, "PIP_", "npm_", "MAKE", "PYTEST_"))
    }
    return {**kept, **variables}


def copy(folder: Path, *, whole: bool = False) -> Path:
    """Copy what set-up needs, or the whole product, without what set-up makes."""
    folder.mkdir(exist_ok=True)
    product = ("src", "agreements", "pyproject.toml") if whole else ()
    for name in (*NEEDED_TO_SET_UP, *product):
        source = CHECKOUT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)
    if not whole:
        running = folder / "src" / "woonvrede" / "running"
        shutil.copytree(CHECKOUT / "src" / "woonvrede" / "running", running)
        shutil.copy(CHECKOUT / "src" / "woonvrede" / "__init__.py", running.parent)
    return folder


def woonvrede(*words: str, **variables: str) -> Done:
    """Run the console script as somebody who set nothing but these variables."""
    return run([sys.executable, "-m", "woonvrede.cli", *words], plain(**variables))


def run(command: list[str], environment: Mapping[str, str], where: Path = CHECKOUT) -> Done:
    """Run a command and wait for its end."""
    return subprocess.run(
        command,
        cwd=where,
        env=dict(environment),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def only_line(done: Done) -> str:
    """Return the one line in which a command said why it failed."""
    assert done.returncode == 1, done
    lines = done.stderr.strip().splitlines()
    assert len(lines) == 1, done.stderr
    return lines[0]
