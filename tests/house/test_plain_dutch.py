# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What people read is plain Dutch: no officialese, in templates or in the agreement's words."""

import re
from collections.abc import Iterator
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]
TEMPLATES = CHECKOUT / "src/woonvrede/web/templates"
OFFICIALESE = re.compile(
    r"\b(indien|reeds|dient te|dienen te|middels|betreffende|tevens|teneinde)\b", re.IGNORECASE
)
# What a template keeps from its readers.
UNREAD = re.compile(r"{#.*?#}|{% comment %}.*?{% endcomment %}", re.DOTALL)


def officialese(text: str) -> list[str]:
    """Return the words of a template that nobody says aloud."""
    return [found.group(1).lower() for found in OFFICIALESE.finditer(UNREAD.sub("", text))]


def templates() -> Iterator[Path]:
    found = sorted(TEMPLATES.rglob("*.html"))
    assert found, "no templates where they should be"
    yield from found


def test_templates_speak_plainly() -> None:
    faults = {path.name: words for path in templates() if (words := officialese(path.read_text()))}
    assert not faults


def test_sentences_in_python_speak_plainly() -> None:
    sources = sorted((CHECKOUT / "src").rglob("*.py"))
    faults = {path.name: words for path in sources if (words := officialese(path.read_text()))}
    assert not faults


def test_officialese_is_noticed() -> None:
    assert officialese("<p>Indien u reeds belde, dient te volgen</p>") == [
        "indien",
        "reeds",
        "dient te",
    ]
    assert officialese("{# indien #}<p>Als u al belde</p>") == []
