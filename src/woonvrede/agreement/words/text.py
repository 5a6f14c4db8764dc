# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The signed text itself, paragraph by paragraph, and where the agreement says the same as data."""

from .entry import Entry, Keys


class Paragraph(Entry):
    """
    One paragraph of the signed text in our own words, and the ``entries`` that say it as data, or
    why there are none.
    """

    number: int
    says: str
    entries: Keys = ()
    not_modelled: str = ""


class Section(Entry):
    """A section of the signed text, named by its ``source``, and of how many paragraphs it is."""

    label: str
    length: int
    paragraphs: tuple[Paragraph, ...]


class Text(Entry):
    """What ``text.toml`` holds: the sections, in the order of the signed text."""

    sections: tuple[Section, ...]
