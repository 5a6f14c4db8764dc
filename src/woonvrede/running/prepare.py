# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The steps between the packages and a running server; done once, skipped while nothing changed."""

import os
import subprocess
import sys
from pathlib import Path

from woonvrede.running import addresses, keys, lease, places, roles, stamps
from woonvrede.running.cluster import DEMO
from woonvrede.running.problem import Problem

PRODUCT = places.CHECKOUT / "src" / "woonvrede"
OF_THE_TABLES = [PRODUCT / "records", PRODUCT / "jobs", places.CHECKOUT / "requirements/base.txt"]
OF_THE_RIGHTS = [PRODUCT / "agreement", PRODUCT / "access", *OF_THE_TABLES]
# The packages bring sources for tools that no browser asks for.
NOT_FOR_BROWSERS = ["*.json", "*.scss", "*.less", "*.cjs", "*.mjs", "*.ts", "*.md"]


def static_files() -> None:
    """Collect what browsers fetch, with a digest in each name."""
    keys.make_missing()
    sources = [PRODUCT / "web" / "static", places.CHECKOUT / "package-lock.json"]
    made_from = stamps.digest([*sources, places.CHECKOUT / "requirements" / "base.txt"])
    stamp = places.state() / "static-made-from"
    with lease.alone(DEMO, "static"):
        if not stamps.fresh(stamp, made_from):
            ignored = [word for pattern in NOT_FOR_BROWSERS for word in ("--ignore", pattern)]
            command = ["-m", "django", "collectstatic", "--no-input", *ignored]
            _run("static files", command)
            stamps.leave(stamp, made_from)


def migrate() -> None:
    """Bring the tables up to date."""
    _once("migrate", OF_THE_TABLES, "migrate")


def publish_agreements() -> None:
    """Publish every agreement that changed."""
    for file in sorted(places.agreements().glob("*/agreement.toml")):
        folder = file.parent
        made_from = [folder, *OF_THE_RIGHTS]
        _once(f"agreement-{folder.name}", made_from, "agreement", "publish", str(folder))


def refuse_unprepared() -> None:
    """
    Refuse a server of somebody else that is not ready for us.

    :raises Problem: naming all that is missing
    """
    roles.refuse_lacking(addresses.urls())


def fill_demo() -> None:
    """Make the small demo world, once."""
    _once("demo-data", [], "demo-data")


def _once(name: str, made_from: list[Path], *words: str) -> None:
    # On somebody else's server we cannot know what happened meanwhile: there, always again.
    stamp = DEMO.folder / "done" / name
    digest = stamps.digest(made_from, *words)
    if addresses.external() or not stamps.fresh(stamp, digest):
        _run(name, ["-m", "woonvrede.cli", *words])
        stamps.leave(stamp, digest)


def _run(title: str, words: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, *words],
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "woonvrede.settings"},
        stdin=subprocess.DEVNULL,
        stdout=None if "woonvrede.cli" in words else subprocess.PIPE,  # our own tell how far
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    if done.returncode:
        said = [line for line in done.stderr.splitlines() if line.strip()] or ["no reason given"]
        raise Problem(f"{title}: {said[-1].removeprefix('woonvrede: ')}")


IN_THE_DATABASE = {
    "roles of the database": refuse_unprepared,
    "tables and policies": migrate,
    "agreements": publish_agreements,
    "a small demo world": fill_demo,
}
