# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a template of the texts of letters receives: words and keys, never a record."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class TextLine:
    """A letter of which somebody can write the texts, and from when which version holds."""

    key: str
    label: str
    version: str


@dataclass(frozen=True)
class TextGroup:
    """The letters of one intervention."""

    label: str
    lines: tuple[TextLine, ...]


@dataclass(frozen=True)
class Block:
    """One block: its name in the form, what it is called, its text, and what fills in there."""

    name: str
    label: str
    text: str
    must: tuple[str, ...]


@dataclass(frozen=True)
class Version:
    """A version that somebody wrote."""

    number: int
    since: str
    by: str
    at: str


@dataclass(frozen=True)
class EditPage:
    """
    The texts of one letter: what may be filled in (with what that is), the blocks in the order on
    paper, who wrote which versions, and, once somebody looks, pictures (PNG, base64) with made-up
    content, or what is wrong.
    """

    key: str
    label: str
    of: str
    fillable: tuple[tuple[str, str], ...]
    blocks: tuple[Block, ...]
    versions: tuple[Version, ...]
    newest: int
    shown: int
    today: str
    pages: tuple[str, ...] = ()
    faults: Mapping[str, str] = field(default_factory=dict)
