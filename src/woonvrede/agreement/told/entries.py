# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
The entries of an agreement as words: one section per word of the language, one telling per entry.

Page, print, file and command show the same tellings.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..book import Agreement, Entry, Indicator, Intervention, Keyed, Move, Stage, Text
from ..places import HEAD, named
from .sayings import SAID
from .sayings.together import TOGETHER
from .scope import Scope
from .titles import HEADINGS, title

Line = tuple[str, str]
FEW, SOME, SHORT = 3, 5, 60  # terms that fit beside the name in a table; more if they are short


@dataclass(frozen=True)
class Told:
    """One entry: by which name others find it (``anchor``), what it says, and on what it rests."""

    anchor: str
    title: str
    mark: str
    lines: tuple[Line, ...]
    source: str
    assumed: bool
    note: str

    @property
    def said(self) -> dict[str, str]:
        """What it says, by term."""
        return dict(self.lines)


@dataclass(frozen=True)
class Section:
    """All entries of one word of the language; ``terms`` are what any of them says."""

    word: str
    heading: str
    entries: tuple[Told, ...]
    terms: tuple[str, ...]

    @property
    def narrow(self) -> bool:
        """Does it fit in a table?"""
        if len(self.terms) <= FEW:
            return True
        said = (words for each in self.entries for _, words in each.lines)
        return len(self.terms) <= SOME and all(len(words) <= SHORT for words in said)

    @property
    def rows(self) -> tuple[tuple[Told, tuple[Line, ...]], ...]:
        """Each entry with a value for every term, for a table."""
        return tuple(
            (each, tuple((term, each.said.get(term, "")) for term in self.terms))
            for each in self.entries
        )


def head(of: Agreement | Intervention, scope: Scope) -> Told:
    """Tell the head of a file."""
    return tell(of, HEAD, scope)


def sections(of: Agreement | Intervention, scope: Scope) -> dict[str, Section]:
    """Tell every entry of a file, by the word it belongs to."""
    found = {word: tuple(_entries(of, word, scope)) for word in type(of).model_fields}
    return {
        word: Section(
            word,
            HEADINGS.get(word, word),
            entries,
            _terms(of, word, entries),
        )
        for word, entries in found.items()
        if entries
    }


def tell(entry: Entry, name: str, scope: Scope, mark: str = "") -> Told:
    """Tell one entry, by the name under which ``places`` has it."""
    return Told(
        anchor=anchor(name),
        title=title(entry, scope),
        mark=mark,
        lines=tuple(_lines(entry, scope)),
        source=entry.source,
        assumed=entry.assumed,
        note=entry.note,
    )


def anchor(name: str) -> str:
    """
    Return where on its page an entry stands.

    >>> anchor("moves.close"), anchor("grants 3 (landlord)"), anchor("registers.a.columns.b")
    ('moves.close', 'grants.3', 'registers.a')
    """
    first = re.sub(r" \([^)]*\)", "", name).replace(" ", ".")
    return ".".join(first.split(".")[:2])


def _entries(of: Agreement | Intervention, word: str, scope: Scope) -> Iterator[Told]:
    value = getattr(of, word)
    if isinstance(value, Text):
        return  # it has a page of its own
    if isinstance(value, Entry):
        yield tell(value, word, scope)
    elif isinstance(value, tuple):
        for number, entry in enumerate(value, start=1):
            if isinstance(entry, Entry):
                mark = _mark(entry, number, scope)
                yield tell(entry, named(word, number, entry), scope, mark)


def _terms(of: Agreement | Intervention, word: str, entries: tuple[Told, ...]) -> tuple[str, ...]:
    """Return what any of these entries says, in the order of the language."""
    found = dict.fromkeys(term for each in entries for term, _ in each.lines)
    value = getattr(of, word)
    kind = type(value if isinstance(value, Entry) else value[0])
    known = dict.fromkeys(term for term, _ in SAID.get(kind, {}).values())
    return tuple(term for term in {**known, **found} if term in found)


def _mark(entry: Entry, number: int, scope: Scope) -> str:
    """Return by what the diagram, or the report, calls an entry."""
    if isinstance(entry, Stage):
        return scope.letter(entry.key)
    if isinstance(entry, Indicator):
        return entry.key
    return str(number) if isinstance(entry, Move) else ""


def _lines(entry: Entry, scope: Scope) -> Iterator[Line]:
    said = SAID.get(type(entry), {})
    above = Keyed if isinstance(entry, Keyed) else Entry
    for word in type(entry).model_fields:
        value = getattr(entry, word)
        if word in above.model_fields or (word not in said and _is_entries(value)):
            continue
        term, say = said.get(word, (word, _plainly))
        if text := say(scope, value):
            yield term, text
    if together := TOGETHER.get(type(entry)):
        term, say = together
        if text := say(scope, entry):
            yield term, text


def _is_entries(value: object) -> bool:
    """Is this told in a section of its own?"""
    if isinstance(value, dict):
        value = tuple(value.values())
    members = value if isinstance(value, tuple) else (value,)
    return any(isinstance(each, Entry) for each in members)


def _plainly(_: Scope, value: object) -> str:
    """Say a word that has no line of its own yet."""
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value or "")
