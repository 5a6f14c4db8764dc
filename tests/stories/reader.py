# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Somebody behind a screen, in plain words: what they click, fill in and read."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.stories.jobs import Count, tell

# How long the last page took, from the click until all of it was there, in seconds.
WAITED = "() => performance.getEntriesByType('navigation')[0].duration / 1000"
KIND = "e => e.tagName === 'INPUT' ? e.type : e.tagName.toLowerCase()"
LISTED = 2  # clicks: a list is opened, and something in it chosen
TAKEN = 3  # clicks: a camera is opened, its button pressed, and the photo kept


class Reader:
    """A person of the demo's cast at a time, in one real browser, whose clicks are counted."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.count = Count()
        self._busy = False  # with a form that is not sent yet
        self._counting = False
        page.set_default_timeout(10_000)

    @contextmanager
    def job(self, key: str) -> Iterator[None]:
        """Count what one of the jobs takes, from the page on which this person is."""
        before, self._counting, self._busy = copy(self.count), True, False
        yield
        self._counting = False
        tell(key, self.count.since(before))

    def looks_as(self, name: str) -> None:
        """Go on as somebody else of the cast."""
        self.page.goto(f"{self.address}/inloggen/")
        self.page.locator("aside.demo summary").click()
        self.page.get_by_role("button", name=name).click()
        expect(self.page.locator(".bar")).to_contain_text(name)

    def opens(self, path: str) -> int:
        """Go to an address; return the status of the answer."""
        assert not self._counting, "nobody types an address: a job goes by clicks"
        answer = self.page.goto(f"{self.address}{path}")
        assert answer is not None
        return answer.status

    def clicks(self, words: str) -> None:
        """Click the one link or button with these words."""
        self._goes_on(self._clickable(words).first)

    def may_click(self, words: str) -> bool:
        """Is there a link or button with these words?"""
        return self._clickable(words).count() > 0

    def fills(self, **answers: str) -> None:
        """
        Fill in fields by their name in the form; a choice by its key.  What stands there already
        is left alone.
        """
        for name, answer in answers.items():
            field = self.page.locator(f"main [name='{name}']").first
            kind = field.evaluate(KIND)
            if kind in ("radio", "button"):
                field = self.page.locator(f"main [name='{name}'][value='{answer}']")
            if kind == "button":
                self._goes_on(field)
            elif kind in ("checkbox", "radio"):
                if not field.is_checked():
                    field.check()
                    self._did(clicks=1)
            elif field.input_value() == answer:
                continue
            elif kind == "select":
                field.select_option(answer)
                self._did(clicks=LISTED)
            else:
                field.fill(answer)
                self._did(clicks=1, characters=len(answer), texts=1)

    def answers(self, **answers: str) -> None:
        """Fill in a page of a report, and go on: by its button, where its answers are none."""
        pages = self.count.pages
        self.fills(**answers)
        if self.count.pages == pages:
            self.clicks("Verder")

    def picks(self, words: str) -> None:
        """Pick the one option with these words, in a list or beside a round button."""
        listed = self.page.locator("main option").filter(has_text=words)
        if listed.count():
            choice = self.page.locator("main select").filter(has=listed)
            choice.select_option(label=listed.first.inner_text())
            self._did(clicks=LISTED)
        else:
            self.chooses(self.page.locator("main label").filter(has_text=words))

    def chooses(self, option: Locator) -> None:
        """Choose the first of these."""
        option.first.click()
        self._did(clicks=1)

    def photographs(self, photo: Any) -> None:
        """Take a photo for the one field that asks it."""
        self.page.locator("input[type=file]").set_input_files(photo)
        self._did(clicks=TAKEN)

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
        # Between what is seen and what is only heard a browser may put a space.
        said = re.escape(words).replace(":", r"\s*:")
        whole = re.compile(rf"^\s*{said}(\s|:|$)")
        main = self.page.locator("main, header")
        return main.get_by_role("button", name=whole).or_(main.get_by_role("link", name=whole))

    def _goes_on(self, to: Locator) -> None:
        """Click, and wait for the page.  Who sends what they filled in does not think again."""
        self.count.clicks += 1
        self.count.pages += 1
        self.count.thoughts += not self._busy
        self._busy = False
        with self.page.expect_navigation():
            to.click()
        self.count.waited += self.page.evaluate(WAITED)

    def _did(self, **what: int) -> None:
        for name, more in what.items():
            setattr(self.count, name, getattr(self.count, name) + more)
        self.count.thoughts += 1
        self._busy = True
