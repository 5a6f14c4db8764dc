# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Take the pictures in the documents again: a real browser in a demo of its own."""

import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(CHECKOUT))

from playwright.sync_api import Page, ViewportSize, sync_playwright  # noqa: E402
from tests.support import demo  # noqa: E402
from tests.support.server import browser_program  # noqa: E402

IMAGES = CHECKOUT / "docs/images"
SIZE: ViewportSize = {"width": 1280, "height": 900}


@dataclass(frozen=True)
class Picture:
    """A file, through whose eyes, and how they come to what it shows."""

    name: str
    who: str
    go: Callable[[Page], object]


def _a_case(page: Page) -> None:
    page.goto("/casussen/")
    page.get_by_role("link", name="Lindeplein 112").first.click()


def _figures(page: Page) -> None:
    page.goto("/monitoring/")
    page.locator("tr", has_text="EW-6").first.scroll_into_view_if_needed()


PICTURES = (
    Picture("casus", "Casper Voorbeeld", _a_case),
    Picture("mijn-werk", "Cora Voorbeeld", lambda page: page.goto("/mijn-werk/")),
    Picture("monitoring", "Cora Voorbeeld", _figures),
)


def main() -> int:
    """Run the demo in a folder of its own, and look around in it."""
    IMAGES.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as state,
        demo.running(Path(state)) as running,
        sync_playwright() as playwright,
    ):
        program = browser_program()
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for picture in PICTURES:
            address = f"http://localhost:{running.port}"
            context = browser.new_context(base_url=address, viewport=SIZE, locale="nl-NL")
            _take(picture, context.new_page())
            context.close()
        browser.close()
    return 0


def _take(picture: Picture, page: Page) -> None:
    page.goto("/inloggen/")
    page.get_by_text("Kijk mee als").click()
    page.get_by_role("button", name=picture.who).click()
    picture.go(page)
    page.screenshot(path=IMAGES / f"{picture.name}.png", animations="disabled")
    print(f"docs/images/{picture.name}.png")


if __name__ == "__main__":
    sys.exit(main())
