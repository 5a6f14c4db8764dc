# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The signed text by paragraph: what it says in our words, beside what says it as data."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..book import Agreement, Section
from .references import Entries, Reference, entries_of, reference
from .signed import Number


@dataclass(frozen=True)
class Said:
    """
    One paragraph: in our own words, in the signed ones where an installation has them, and the
    entries that say the same, or why there are none.  Without ``says`` only the signed text has it.
    """

    number: int
    says: str
    signed: str
    references: tuple[Reference, ...]
    not_modelled: str
    assumed: bool
    note: str


@dataclass(frozen=True)
class Chapter:
    """
    One section of the text; ``whole`` is all that was signed in it, where its paragraphs cannot be
    laid beside ours one by one.
    """

    anchor: str
    source: str
    label: str
    paragraphs: tuple[Said, ...]
    whole: tuple[str, ...] = ()


@dataclass(frozen=True)
class TextPage:
    """The whole text; ``signed`` says whether this installation has the signed one."""

    agreement: str
    chapters: tuple[Chapter, ...]
    signed: bool


def text_page(agreement: Agreement, signed: Mapping[Number, str]) -> TextPage:
    """Return the text of an agreement, and beside each paragraph the signed one if it is there."""
    known = agreement.text.sections if agreement.text else ()
    sources = [section.source for section in known]
    entries = entries_of(agreement)
    chapters = [
        _chapter(at, each, agreement, entries, signed) for at, each in enumerate(known, start=1)
    ]
    for source in dict.fromkeys(source for source, _ in signed if source not in sources):
        at = len(chapters) + 1
        chapters.append(Chapter(f"sections.{at}", source, "", tuple(_only(source, (), signed))))
    return TextPage(agreement.key, tuple(chapters), signed=bool(signed))


def _chapter(
    at: int,
    section: Section,
    agreement: Agreement,
    entries: Entries,
    signed: Mapping[Number, str],
) -> Chapter:
    whole = _whole(section, signed)
    beside = {} if whole else signed
    said = tuple(
        Said(
            number=each.number,
            says=each.says,
            signed=beside.get((section.source, each.number), ""),
            references=tuple(reference(name, agreement, entries) for name in each.entries),
            not_modelled=each.not_modelled,
            assumed=each.assumed,
            note=each.note,
        )
        for each in section.paragraphs
    )
    numbers = tuple(each.number for each in said)
    more = _only(section.source, numbers, beside)
    return Chapter(f"sections.{at}", section.source, section.label, (*said, *more), whole)


def _whole(section: Section, signed: Mapping[Number, str]) -> tuple[str, ...]:
    """
    Return all signed words of a section that has more or fewer paragraphs than ours: from the
    first that differs on, each would stand beside another than its own.
    """
    words = tuple(words for (source, _), words in signed.items() if source == section.source)
    return words if len(words) != section.length else ()


def _only(source: str, told: tuple[int, ...], signed: Mapping[Number, str]) -> tuple[Said, ...]:
    """Return the paragraphs that the signed text has and the folder has not."""
    return tuple(
        Said(number, "", words, (), "", assumed=False, note="")
        for (section, number), words in signed.items()
        if section == source and number not in told
    )
