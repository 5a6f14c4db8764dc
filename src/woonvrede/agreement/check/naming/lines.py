# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""On which line of its file an entry begins, as far as a search of the text can tell."""

import re

# An entry as a fault names it: by its key, else by its number in the list.
NAMED = re.compile(r"(?P<word>\w+)(?:\.(?P<key>\S+)| (?P<number>\d+)(?: \([^)]*\))?)")


def line_of(text: str, entry: str) -> int:
    """
    Return the line of ``moves.close`` or ``grants 10 (police)`` in the text of a file, counted from
    1; 0 for what stands in another entry, in a file without line breaks between its entries, or
    in words that nobody writes so.

    >>> line_of('[[grants]]\\nrole = "a"\\n[[grants]]\\nrole = "b"\\n', "grants 2 (b)")
    3
    """
    named = NAMED.fullmatch(entry)
    if named is None:
        return 0
    heads = [found.start() for found in re.finditer(rf"(?m)^\[\[{named['word']}\]\]", text)]
    if named["number"]:
        number = int(named["number"])
        return _line(text, heads[number - 1]) if number <= len(heads) else 0
    key = rf"""\bkey\s*=\s*["']{re.escape(named["key"])}["']"""
    for head in heads:
        if re.match(rf"\[\[\w+\]\](?:\n(?!\[\[).*)*?\n{key}", text[head:]):
            return _line(text, head)
    listed = re.search(rf"(?ms)^{named['word']}\s*=\s*\[$.*?^\]", text)
    found = re.search(key, listed[0]) if listed else None
    return _line(text, listed.start() + found.start()) if listed and found else 0


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1
