# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every file that we wrote says whose it is and under which licence."""

import subprocess
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]
SPOKEN = {".py", ".css", ".js", ".svg", ".toml", ".html", ".sh", ".sql", ".typ", ".in"}
NAMED = {"Makefile", ".gitignore"}
LINES = ("SPDX-FileCopyrightText: Woonvrede contributors", "SPDX-License-Identifier: EUPL-1.2")
HEAD = 300  # a shebang may come first


def bears_header(text: str) -> bool:
    """Does a file begin with its owner and licence?"""
    return all(line in text[:HEAD] for line in LINES)


def test_every_source_file_bears_its_header() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=CHECKOUT, capture_output=True, check=True, text=True
    )
    ours = [CHECKOUT / name for name in listed.stdout.split("\0") if name]
    spoken = [path for path in ours if path.suffix in SPOKEN or path.name in NAMED]
    assert spoken
    assert [
        str(path) for path in spoken if path.exists() and not bears_header(path.read_text())
    ] == []


def test_a_missing_header_is_noticed() -> None:
    assert bears_header(f"#!/bin/sh\n# {LINES[0]}\n# {LINES[1]}\n")
    assert not bears_header(f"# {LINES[0]}\n")
