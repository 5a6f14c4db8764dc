# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Steps are skipped when what they are made from has not changed. Standard library only."""

import hashlib
from collections.abc import Iterable
from pathlib import Path


def digest(paths: Iterable[Path], *words: str) -> str:
    """Return a digest of these files, of all files in these folders, and of these words."""
    made = hashlib.sha256("\0".join(words).encode())
    for path in sorted(paths):
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in files:
            if file.is_file() and "__pycache__" not in file.parts:
                made.update(f"\0{file}\0".encode() + file.read_bytes())
    return made.hexdigest()


def fresh(stamp: Path, made_from: str) -> bool:
    """Tell whether the step that left this stamp was made from the same."""
    return stamp.is_file() and stamp.read_text() == made_from


def leave(stamp: Path, made_from: str) -> None:
    """Leave a stamp: from now on the step counts as done."""
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(made_from)
