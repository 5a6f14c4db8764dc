# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What somebody of the cast has on a screen: a real browser that is signed in, and its faults."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from playwright.sync_api import Browser, Page

from tests.world import signed_in
from woonvrede.running import places

AXE = places.CHECKOUT / "node_modules" / "axe-core" / "axe.min.js"
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@contextmanager
def seen_by(browser: Browser, served: str, who: str, **more: Any) -> Iterator[Page]:
    """A page in the browser of somebody who is signed in."""
    cookie = signed_in(who).cookies[settings.SESSION_COOKIE_NAME].value
    context = browser.new_context(locale="nl-NL", base_url=served, **more)
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": served}])
    yield context.new_page()
    context.close()


def faults(page: Page) -> list[str]:
    """Return what keeps somebody out, by the rules of WCAG 2.2 AA."""
    page.evaluate(AXE.read_text())
    found = page.evaluate(
        "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',"
        " 'best-practice']}).then(found => found.violations.map("
        "each => each.id + ' ' + each.nodes.map(node => node.target).join(' ')))"
    )
    return list(found)
