# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
A copy of an agreement in which one entry, or one word of it, is left out or says something else.

An entry is named as in ``text.toml``: ``signatories.politie``, ``severe_nuisance/moves.close``, or
``last_chance`` for the head of an intervention.  Entries without a key go by their role, party or
intervention, and where there are more of those by a name that stands in one of them, such as a
stage: ``severe_nuisance/grants.case_lead.taken_up``.  Of several it is the first with that word.
"""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from tests.examples.words import Change
from woonvrede.agreement.places import SHARED

NAMED_BY = "key|role|party|to"


def changed_copy(folder: Path, change: Change, beside: Path) -> Path:
    """
    Return a copy of an agreement, below another folder, in which this is changed.

    :raises LookupError: if there is no such entry or word, or nothing would change
    """
    copy = beside / folder.name
    shutil.copytree(folder, copy)
    intervention, _, entry = change.entry.rpartition("/")
    if not intervention and "." not in entry:
        intervention, entry = entry, ""
    file = copy / (f"interventions/{intervention}.toml" if intervention else SHARED)
    text = file.read_text(encoding="utf-8")
    begin, end = _entry(text, entry, change.word)
    block = text[begin:end]
    changed = _changed(block, change)
    if changed == block:
        raise LookupError(f"{change.entry} says that already")
    file.write_text(text[:begin] + changed + text[end:], encoding="utf-8")
    return copy


def _changed(block: str, change: Change) -> str:
    if not change.word:
        return f"{change.instead}\n" if change.instead else ""
    found = list(re.finditer(rf"^{change.word} = .*\n", block, re.MULTILINE))
    if len(found) != 1:
        raise LookupError(f"{change.entry} has no word {change.word}")
    said = f"{change.word} = {change.instead}\n" if change.instead else ""
    return block[: found[0].start()] + said + block[found[0].end() :]


def _entry(text: str, entry: str, word: str) -> tuple[int, int]:
    """Return where an entry begins and ends; without a name it is the head of the file."""
    if not entry:
        return 0, text.index("\n[[")
    listed, name, *names = entry.split(".")
    places = list(_blocks(text, listed, name)) or list(_lines(text, listed, name))
    for begin, end in places:
        block = text[begin:end]
        if all(f'"{each}"' in block for each in names) and (not word or f"\n{word} = " in block):
            return begin, end
    raise LookupError(f"there is no entry {entry} with {word or 'anything'}")


def _blocks(text: str, listed: str, name: str) -> Iterator[tuple[int, int]]:
    """Yield the tables under headings of their own that go by a name."""
    named = re.compile(rf'\A\[\[{listed}\]\]\n(?:{NAMED_BY}) = "{name}"\n')
    begins = [found.start() for found in re.finditer(r"^\[\[", text, re.MULTILINE)]
    for begin, end in zip(begins, [*begins[1:], len(text)], strict=True):
        if named.match(text[begin:end]):
            yield begin, end


def _lines(text: str, listed: str, name: str) -> Iterator[tuple[int, int]]:
    """Yield the tables of a list with one on a line that go by a name."""
    begin = text.find(f"\n{listed} = [\n")
    end = text.find("\n]\n", begin)
    line = re.compile(rf'^  {{ (?:{NAMED_BY}) = "{name}".*\n', re.MULTILINE)
    for found in line.finditer(text, begin, end + 1) if begin >= 0 else ():
        yield found.start(), found.end()
