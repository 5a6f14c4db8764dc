# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the demo needs in its database; each done once, and skipped while nothing changed."""

import os
from pathlib import Path

from woonvrede.running import places, stamps, steps
from woonvrede.running.database import addresses, roles
from woonvrede.running.database.cluster import DEMO

PRODUCT = places.CHECKOUT / "src" / "woonvrede"
OF_THE_TABLES = [PRODUCT / "records", PRODUCT / "jobs", places.CHECKOUT / "requirements/base.txt"]
OF_THE_RIGHTS = [PRODUCT / "agreement", PRODUCT / "access", *OF_THE_TABLES]


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
    """Make the demo's world, once: a city, or where somebody has no time for it its scenes."""
    small = os.environ.get("WOONVREDE_DEMO_WORLD") == "small"
    _once("demo-data", [], "demo-data", *(["--small"] if small else []))


def _once(name: str, made_from: list[Path], *words: str) -> None:
    # On somebody else's server we cannot know what happened meanwhile: there, always again.
    stamp = DEMO.folder / "done" / name
    digest = stamps.digest(made_from, *words)
    if addresses.external() or not stamps.fresh(stamp, digest):
        steps.take(name, "woonvrede.cli", *words)
        stamps.leave(stamp, digest)


IN_THE_DATABASE = {
    "roles of the database": refuse_unprepared,
    "tables and policies": migrate,
    "agreements": publish_agreements,
    "a demo world": fill_demo,
}
