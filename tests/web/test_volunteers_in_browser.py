# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The register and the choice of a duo in a real browser: for every eye, and on a phone."""

import pytest
from django.utils.timezone import localdate
from playwright.sync_api import Browser, ViewportSize

from tests.support.screen import SIDEWAYS, faults, seen_by
from tests.support.volunteers import AGREED, LEAD, everybody, sought

ASKS = {"nuisance_main": "noise_audio", "language": "turkish", "availability": "weekday_evening"}


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_nothing_keeps_anybody_out(
    browser: Browser, served: str, fresh_world: None, width: int
) -> None:
    everybody(localdate())
    running, story = sought(), sought(**ASKS)
    running.step(LEAD, "assign_mediator", **AGREED, pair=running.pair(LEAD, "mediator", "partner"))
    screen = ViewportSize(width=width, height=800)
    with seen_by(browser, served, LEAD, viewport=screen) as page:
        for path in ("/vrijwilligers/", "/vrijwilligers/nieuw/"):
            page.goto(path)
            assert (path, faults(page), page.evaluate(SIDEWAYS)) == (path, [], 0)
        page.goto("/vrijwilligers/")
        page.locator("main tbody a").first.click()
        page.fill("[name=hours]", "nul")
        page.locator("main form .actions button").click()
        assert (faults(page), page.evaluate(SIDEWAYS)) == ([], 0)
        page.goto(f"/casussen/{story.reference}/stap/assign_mediator/")
        page.locator("details.help summary").first.click()
        assert (faults(page), page.evaluate(SIDEWAYS)) == ([], 0)
    with seen_by(browser, served, "mediator", viewport=screen) as page:
        page.goto(f"/casussen/{running.reference}/")
        assert (faults(page), page.evaluate(SIDEWAYS)) == ([], 0)
