# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading the letters of a case as somebody in it does."""

import io

import pypdf

from tests.story import Story
from woonvrede.access.session import acting
from woonvrede.casework.letters.read import read_file
from woonvrede.casework.page.parts import LetterLine


def newest(story: Story, who: str) -> LetterLine:
    """Return the letter that somebody sees first."""
    return story.seen_by(who).letters[0]


def opened(story: Story, who: str) -> pypdf.PdfReader:
    """Return the newest letter as somebody opens it."""
    actor, number = story.as_(who), newest(story, who).number
    with acting(actor):
        pdf = read_file(story.reference, number, actor=actor, at=story.at)
    return pypdf.PdfReader(io.BytesIO(pdf))


def words(story: Story, who: str) -> str:
    """Return what stands on paper in the newest letter."""
    pages = opened(story, who).pages
    return " ".join("\n".join(page.extract_text() for page in pages).split())
