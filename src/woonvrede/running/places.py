# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where things of one checkout lie. Standard library only."""

import hashlib
import os
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[3]


def state() -> Path:
    """Return the folder with keys, static files and, for an ordinary user, the data."""
    return Path(os.environ.get("WOONVREDE_STATE") or CHECKOUT / ".woonvrede").resolve()


def mark() -> str:
    """Return a short mark of this state folder, so that two checkouts never meet."""
    return hashlib.sha256(str(state()).encode()).hexdigest()[:12]


def agreements() -> Path:
    """Return the folder in which every folder is an agreement."""
    return Path(os.environ.get("WOONVREDE_AGREEMENTS") or CHECKOUT / "agreements").resolve()


def make_private(folder: Path) -> Path:
    """Make a folder, if need be, that only this user can open, and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    return folder
