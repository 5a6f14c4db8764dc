# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
The signed text, which an installation may lay beside the folder of its agreement.

A line that begins with § begins a section: ``§3.2`` and, after a space, what it is called.  Empty
lines stand between paragraphs, which are numbered from 1 in each section.  A subheading and a list
belong to one paragraph with what they lead to or follow: no empty line stands between them.
"""

import re
from collections.abc import Iterator

SECTION = re.compile(r"(\xa7\S*?)[.:]?(\s|$)")
Number = tuple[str, int]


def signed_paragraphs(text: str) -> dict[Number, str]:
    """
    Return each paragraph by its section and number; what stands before the first section is left.

    >>> signed_paragraphs("Titel\\n\\n§1 Wie\\nEen.\\nNog een.\\n\\nTwee.\\n§2\\nDrie.")
    {('§1', 1): 'Een.\\nNog een.', ('§1', 2): 'Twee.', ('§2', 1): 'Drie.'}
    """
    found: dict[Number, str] = {}
    section, number = "", 0
    for block in _blocks(text):
        if begun := SECTION.match(block):
            section, number = begun[1], 0
        elif section:
            number += 1
            found[section, number] = block
    return found


def _blocks(text: str) -> Iterator[str]:
    """Yield each heading, and each run of lines between headings and empty lines."""
    lines: list[str] = []
    for line in (*map(str.strip, text.splitlines()), ""):
        if line and not SECTION.match(line):
            lines.append(line)
            continue
        if lines:
            yield "\n".join(lines)
        lines = []
        if line:
            yield line
