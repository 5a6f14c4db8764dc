# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
Sealing: a folder with ``sealed = <date>`` never changes again.

The digest of what it held is kept beside it in the file ``seal``; ``broken_seal`` compares.
"""

import hashlib
import tomllib
from collections.abc import Iterator
from pathlib import Path

from .fault import Fault
from .places import SHARED

SEAL = "seal"
# What lies beside the agreement and is no part of it: people and scenes, and how much of them.
FICTION, VOLUMES = "demo.toml", "volumes.toml"


def digest(folder: Path) -> str:
    """Return a hash of every file of an agreement, by name and content; not of the seal itself."""
    whole = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name not in (SEAL, FICTION, VOLUMES):
            content = path.read_bytes()
            whole.update(f"{name}\0{len(content)}\0".encode())
            whole.update(content)
    return whole.hexdigest()


def broken_seal(folder: Path) -> Iterator[Fault]:
    """Find whether a sealed folder is still what it was when it was sealed."""
    if not _is_sealed(folder):
        return
    seal = folder / SEAL
    if not seal.is_file():
        remedy = f"Zet deze controlesom in het bestand {SEAL}: {digest(folder)}."
        yield Fault(SHARED, "sealed", "broken_seal", "De controlesom ontbreekt.", remedy)
    elif seal.read_text(encoding="ascii", errors="replace").strip() != digest(folder):
        yield Fault(
            SHARED,
            "sealed",
            "broken_seal",
            "Deze overeenkomst is verzegeld maar daarna veranderd.",
            "Zet de wijziging terug, en maak een nieuwe map voor een nieuwe versie.",
        )


def _is_sealed(folder: Path) -> bool:
    try:
        raw = tomllib.loads((folder / SHARED).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return False
    return raw.get("sealed") is not None
