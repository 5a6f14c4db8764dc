# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The steps of ``make demo``, as they are counted while it works. Standard library only."""

PACKAGES = ("virtual environment", "Python packages", "npm packages")
DEMO = (
    "static files",
    "database server",
    "roles of the database",
    "tables and policies",
    "agreements",
    "a demo world",
)


def announce(title: str, titles: tuple[str, ...]) -> None:
    """Tell which step begins, and of how many."""
    print(f"[{titles.index(title) + 1}/{len(titles)}] {title}", flush=True)
