# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Letters in a story that is written down as data."""

from typing import Literal

from .story import Story
from .told import Deed, Given, typed


class Letter(Deed):
    """
    Make a letter for whom comes first, and say by which ``way`` it goes out, if it does: ``post``
    puts it on the list, ``posted`` also in the post.
    """

    does: Literal["letter"]
    letter: str
    given: Given = {}
    way: Literal["post", "posted", "handed", ""] = ""

    def take(self, story: Story) -> None:
        """Let it happen."""
        story.letter(self.who, self.letter, self.way, **typed(self.given, story))
