# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
No file ties the house to one machine, network or registry.

Whoever installs chooses where packages come from; so lock files name versions and digests, never
addresses, and nothing names the folder in which it happened to be written.
"""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]
HOST = re.compile(r"\b(?:https?|wss?|ftp|git\+ssh)://(?:[^/\s@]*@)?([\w.-]+\.[a-z]{2,})\b")
# The names of a vocabulary, a form that we follow, and hosts that cannot exist.
NAMED = {"www.w3.org", "keepachangelog.com"}
NOWHERE = (".invalid", ".example", ".voorbeeld")
SOURCE_OF_PACKAGES = re.compile(
    r'"resolved"\s*:|^\s*(?:--(?:extra-)?index-url|--find-links)\b|^\s*(?:@\S+:)?registry\s*=\s*\S*//',
    re.MULTILINE,
)
SOMEBODYS_HOME = re.compile(r"(?<![\w.}])/(?:home|Users)/\w+")


def ours() -> Iterator[tuple[str, str]]:
    """Return the name and text of every file under version control, except what is no text."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=CHECKOUT, capture_output=True, check=True, text=True
    )
    for name in filter(None, listed.stdout.split("\0")):
        path = CHECKOUT / name
        if path.is_file() and path.suffix != ".png":
            yield name, path.read_text(encoding="utf-8")


def foreign_hosts(text: str) -> list[str]:
    return [host for host in HOST.findall(text) if host not in NAMED and not host.endswith(NOWHERE)]


def machine_paths(text: str, *folders: Path) -> list[str]:
    """Return the homes of people, and mentions of these folders, by absolute path."""
    here = [
        found
        for folder in folders
        for found in re.findall(rf"(?<![\w.}}]){re.escape(str(folder))}(?!\w)", text)
    ]
    return here + SOMEBODYS_HOME.findall(text)


def test_no_file_names_a_host() -> None:
    assert {name: hosts for name, text in ours() if (hosts := foreign_hosts(text))} == {}


def test_no_file_says_where_packages_come_from() -> None:
    assert [name for name, text in ours() if SOURCE_OF_PACKAGES.search(text)] == []


def test_no_file_knows_the_machine_it_was_written_on() -> None:
    folders = (CHECKOUT, Path.home())
    assert {name: paths for name, text in ours() if (paths := machine_paths(text, *folders))} == {}


def test_hosts_sources_and_paths_are_noticed() -> None:
    scheme = "https" + "://"
    assert foreign_hosts(f"see {scheme}packages.example.org/simple") == ["packages.example.org"]
    assert foreign_hosts(f"{scheme}voorbeeld.invalid/ http://localhost:8000/") == []
    assert SOURCE_OF_PACKAGES.search('"resolved"' + ": 1")
    assert SOURCE_OF_PACKAGES.search("--index" + "-url x")
    assert not SOURCE_OF_PACKAGES.search("  --no-config --no-emit-index-url")
    assert machine_paths("cd /ours/here/src", Path("/ours/here")) == ["/ours/here"]
    assert machine_paths("/home" + "/ans/code") == ["/home" + "/ans"]
    assert machine_paths("tests/home/ans ours/here", Path("/ours/here")) == []
