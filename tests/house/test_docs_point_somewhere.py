# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the documents name is there: files, folders, commands and targets."""

import re
from collections.abc import Iterator
from pathlib import Path

from woonvrede.jobs import commands

CHECKOUT = Path(__file__).parents[2]
# From where documents name files: the checkout, the package, an agreement.
PLACES = (CHECKOUT, CHECKOUT / "src/woonvrede", CHECKOUT / "agreements/utrecht-2019")
LINK = re.compile(r"\]\((?!\w+:|#)([^)#\s]+)(?:#[^)]*)?\)")
SPAN = re.compile(r"`([^`\n]+)`")
FILE = re.compile(r"[\w.-]+(?:/[\w.-]+)*/?")
SUFFIXES = (".py", ".toml", ".md", ".html", ".sql", ".css", ".csv", ".yml", "/")
COMMAND = re.compile(r"\bwoonvrede ([a-z]+(?:-[a-z]+)*)(?: ([a-z]+))?")
TARGET = re.compile(r"`(?:\w+=\w+ )?make ([a-z-]+)`|^ {4}make ([a-z-]+)", re.MULTILINE)


def documents() -> Iterator[Path]:
    found = [*CHECKOUT.glob("*.md"), *CHECKOUT.glob("docs/**/*.md")]
    assert found
    yield from found


def files_in(text: str) -> list[str]:
    """Return the code spans that are the path of a file or folder."""
    spans = [span for span in SPAN.findall(text) if FILE.fullmatch(span)]
    return [span for span in spans if "/" in span and span.endswith(SUFFIXES)]


def is_there(name: str) -> bool:
    return any((place / name).exists() for place in PLACES)


def known_commands() -> set[str]:
    """Return the commands, and the groups of commands, as the help names them."""
    return set(re.findall(r"^    ([a-z-]+)(?: |$)", commands.parser().format_help(), re.MULTILINE))


def test_links_lead_somewhere() -> None:
    dead = [
        f"{page.name}: {link}"
        for page in documents()
        for link in LINK.findall(page.read_text())
        if not (page.parent / link).exists()
    ]
    assert dead == []


def test_files_that_are_named_exist() -> None:
    dead = [
        f"{page.name}: {name}"
        for page in documents()
        for name in files_in(page.read_text())
        if not is_there(name)
    ]
    assert dead == []


def test_commands_that_are_named_exist() -> None:
    known = known_commands()
    dead = [
        f"{page.name}: {command}"
        for page in documents()
        for span in SPAN.findall(page.read_text())
        for command, _ in COMMAND.findall(span)
        if command not in known
    ]
    assert dead == []


def test_targets_that_are_named_exist() -> None:
    makefile = (CHECKOUT / "Makefile").read_text()
    dead = [
        f"{page.name}: make {name}"
        for page in documents()
        for name in filter(None, (a or b for a, b in TARGET.findall(page.read_text())))
        if not re.search(rf"^{name}:", makefile, re.MULTILINE)
    ]
    assert dead == []


def test_names_are_recognised() -> None:
    text = (
        "See `casework/absent.py`, `records/`, `a / b`, `make`, [x](../y.md#z) and [w](mailto:w)."
    )
    assert files_in(text) == ["casework/absent.py", "records/"]
    assert not is_there("casework/absent.py")
    assert is_there("records/")
    assert LINK.findall(text) == ["../y.md"]
    assert COMMAND.findall("woonvrede account invite") == [("account", "invite")]
    assert TARGET.findall("`make demo-stop`\n    make test\n") == [("demo-stop", ""), ("", "test")]
