# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Somebody behind a screen, in plain words: what they click, fill in and read."""

import re

from playwright.sync_api import Locator, Page, expect


class Reader:
    """A person of the demo's cast at a time, in one real browser."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        page.set_default_timeout(10_000)

    def looks_as(self, name: str) -> None:
        """Go on as somebody else of the cast."""
        self.page.goto(f"{self.address}/inloggen/")
        self.page.locator("aside.demo summary").click()
        self.page.get_by_role("button", name=name).click()
        expect(self.page.locator(".bar")).to_contain_text(name)

    def opens(self, path: str) -> int:
        """Go to an address; return the status of the answer."""
        answer = self.page.goto(f"{self.address}{path}")
        assert answer is not None
        return answer.status

    def clicks(self, words: str) -> None:
        """Click the one link or button with these words."""
        self._clickable(words).first.click()
        self.page.wait_for_load_state()

    def may_click(self, words: str) -> bool:
        """Is there a link or button with these words?"""
        return self._clickable(words).count() > 0

    def fills(self, **answers: str) -> None:
        """Fill in fields by their name in the form; a choice by its key."""
        for name, answer in answers.items():
            field = self.page.locator(f"main [name='{name}']").first
            kind = field.evaluate("e => e.tagName === 'INPUT' ? e.type : e.tagName.toLowerCase()")
            if kind == "checkbox":
                field.check()
            elif kind == "radio":
                self.page.locator(f"main [name='{name}'][value='{answer}']").check()
            elif kind == "select":
                field.select_option(answer)
            else:
                field.fill(answer)

    def picks(self, words: str) -> None:
        """Pick the one option with these words, in a list or beside a round button."""
        listed = self.page.locator("main option").filter(has_text=words)
        if listed.count():
            choice = self.page.locator("main select").filter(has=listed)
            choice.select_option(label=listed.first.inner_text())
        else:
            self.page.locator("main label").filter(has_text=words).first.click()

    def reads(self, words: str) -> None:
        """See these words on the page."""
        expect(self.page.locator("main")).to_contain_text(words)

    def figures(self) -> dict[str, int]:
        """Read the figures of this period, by their indicator."""
        rows = self.page.locator("main tr:has(th small)")
        found = rows.evaluate_all(
            "rows => rows.map(row => [row.querySelector('small').innerText,"
            " row.querySelector('[data-label=\"Deze periode\"]').innerText])"
        )
        return {key: int(value.split()[0]) for key, value in found}

    def does_not_read(self, words: str) -> None:
        """Find these words nowhere in the page, not even unseen."""
        assert words not in self.page.content()

    @property
    def path(self) -> str:
        """Where this person is."""
        return re.sub(r"^https?://[^/]+", "", self.page.url)

    def _clickable(self, words: str) -> Locator:
        whole = re.compile(rf"^\s*{re.escape(words)}(\s|:|$)")
        main = self.page.locator("main, header")
        return main.get_by_role("button", name=whole).or_(main.get_by_role("link", name=whole))
