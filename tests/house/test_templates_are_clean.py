# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Templates hold no style and no script, so that the content security policy can forbid both."""

import re
from html.parser import HTMLParser
from pathlib import Path

WEB = Path(__file__).parents[2] / "src/woonvrede/web"
TAG = re.compile(r"{%.*?%}|{#.*?#}", re.DOTALL)
DATA = "application/json"  # a script of this type is read, never run


class Faults(HTMLParser):
    """Collect whatever the policy would refuse."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(TAG.sub(" ", text))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "style" or "style" in given:
            self.found.append(f"{tag}: style")
        if tag == "script" and "src" not in given and given.get("type") != DATA:
            self.found.append("script without src")
        self.found += [
            f"{tag}: {name}" for name in given if re.fullmatch(r"(hx-)?on[a-z:-]+", name)
        ]
        self.found += [f"{tag}: {value}" for value in given.values() if _runs(value)]


def _runs(value: str | None) -> bool:
    return (value or "").strip().lower().startswith("javascript:")


def test_templates_hold_no_style_and_no_script() -> None:
    paths = sorted((WEB / "templates").rglob("*.html"))
    assert paths
    faults = {path.name: Faults(path.read_text()).found for path in paths}
    assert not {name: found for name, found in faults.items() if found}


FORM = re.compile(r'<form method="post"(?! action=)')


def test_every_form_says_where_it_is_sent() -> None:
    """
    Else it is sent to the address with its "#inhoud", for who used the link that skips to the
    content; and with that the browser gives no focus to what was filled in wrongly.
    """
    paths = sorted((WEB / "templates").rglob("*.html"))
    assert [path.name for path in paths if FORM.search(path.read_text())] == []
    assert FORM.search('<form method="post" novalidate>')


def test_style_and_script_are_noticed() -> None:
    assert Faults('<p style="color:red">').found == ["p: style"]
    assert Faults("<style>p {}</style>").found == ["style: style"]
    assert Faults("<script>go()</script>").found == ["script without src"]
    assert Faults('<button onclick="go()" hx-on:click="go()">').found == [
        "button: onclick",
        "button: hx-on:click",
    ]
    assert Faults('<a href="javascript:go()">').found == ["a: javascript:go()"]
    assert Faults('<script type="application/json">{}</script>').found == []


def test_nothing_is_marked_safe() -> None:
    paths = sorted(WEB.rglob("*.html")) + sorted(WEB.rglob("*.py"))
    risky = re.compile(r"\|\s*safe\b|mark_safe|autoescape off")
    assert [path.name for path in paths if risky.search(path.read_text())] == []


def test_our_stylesheets_stay_small() -> None:
    sheets = sorted((WEB / "static/woonvrede").glob("*.css"))
    assert sheets
    assert sum(len(sheet.read_text().splitlines()) for sheet in sheets) <= 430
    assert len((WEB / "static/woonvrede/woonvrede.js").read_text().splitlines()) <= 60
