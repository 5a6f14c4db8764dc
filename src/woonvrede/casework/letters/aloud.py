# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is printed in a letter, as lines to be read aloud: what its template made, in its order."""

from collections.abc import Iterator
from typing import Any

SAME_LINE = {"text", "space", "sequence", "styled", "strong", "emph", "link", "box", "h"}
SIGNS = {"space": " ", "h": " ", "smartquote": '"', "linebreak": "\n", "parbreak": "\n"}
PARTS = ("term", "description", "body", "child", "children")


def lines_of(content: Any) -> tuple[str, ...]:
    """Return the lines of a tree of content, as Typst gives it."""
    found = (" ".join(line.split()) for line in "".join(_said(content)).split("\n"))
    return tuple(line for line in found if line)


def _said(content: Any) -> Iterator[str]:
    if isinstance(content, str):
        yield content
    if isinstance(content, list):
        for each in content:
            yield from _said(each)
    if not isinstance(content, dict):
        return
    kind = content.get("func", "")
    edge = "" if kind in SAME_LINE or kind in SIGNS else "\n"
    yield edge + SIGNS.get(kind, "")
    yield content.get("text", "") if kind == "text" else ""
    for part in PARTS:
        if part in content:
            yield from _said(content[part])
            yield ": " if part == "term" else ""
    yield edge
