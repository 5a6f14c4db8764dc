# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""From the texts of a letter and what it may say to paragraphs, ready for paper or screen."""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from ...agreement.words.letters import PLACE

BETWEEN = re.compile(r"\n\s*\n")
ITEM = "- "


@dataclass(frozen=True)
class Paragraph:
    """Some lines of text, or the items of a list."""

    lines: tuple[str, ...]
    listed: bool = False

    def as_data(self) -> dict[str, Any]:
        """Return it as a template takes it."""
        return asdict(self)


def paragraphs(text: str, said: Mapping[str, str]) -> tuple[Paragraph, ...]:
    """
    Return the paragraphs of a block, filled in; a line or an item of which something is not known
    is left out, and a paragraph of which nothing is left.  One that is filled in as a whole may
    have paragraphs and lists of its own.

    >>> paragraphs("Dag {who}.\n\n- Op {day}\n- Om {hour}", {"who": "Aad", "day": "3 mei"})
    (Paragraph(lines=('Dag Aad.',), listed=False), Paragraph(lines=('Op 3 mei',), listed=True))
    """
    found: list[Paragraph] = []
    for part in BETWEEN.split(text.strip()):
        if whole := PLACE.fullmatch(part.strip()):
            found += paragraphs(said.get(whole[1], ""), {})
            continue
        lines = [line.strip() for line in part.splitlines() if line.strip()]
        listed = bool(lines) and all(line.startswith(ITEM) for line in lines)
        known = [line.removeprefix(ITEM) for line in lines if _is_known(line, said)]
        if known:
            filled = tuple(_fill(line, said) for line in known)
            found.append(Paragraph(filled if listed else (" ".join(filled),), listed))
    return tuple(found)


def line(text: str, said: Mapping[str, str]) -> str:
    """Return one line, such as a subject, filled in; what is not known is left open."""
    return " ".join(_fill(text, said).split())


def _is_known(text: str, said: Mapping[str, str]) -> bool:
    return all(said.get(key) for key in PLACE.findall(text))


def _fill(text: str, said: Mapping[str, str]) -> str:
    return PLACE.sub(lambda found: said.get(found[1], ""), text)
