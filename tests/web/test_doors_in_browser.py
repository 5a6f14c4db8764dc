# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
The doors of the house in a real browser: signing in, second factors, for whom one acts, and what
one meets when something goes wrong; for every eye, on a small screen, and by keyboard.
"""

import pytest
from django.http import HttpResponse
from django.template.loader import render_to_string
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.support.screen import SIDEWAYS, faults, seen_by
from tests.web.sign_in import people as door

pytestmark = pytest.mark.usefixtures("people")

SMALL = {"width": 320, "height": 700}
TO_ANYBODY = ("/inloggen/", "/inloggen/gesloten/", "/uitnodiging/1-x/", "/uitnodiging/klaar/")
OF_ONES_OWN = (
    "/beveiliging/",
    "/beveiliging/app/",
    "/beveiliging/passkeys/",
    "/beveiliging/passkeys/nieuw/",
    "/beveiliging/herstelcodes/nieuw/",
    "/uitloggen/",
)
MISHAPS = {"400": {}, "403_csrf": {}, "500": {"reference": "0a1b2c3d"}, "503": {}, "held_up": {}}


def hindrances(page: Page) -> tuple[list[str], int]:
    """Return what keeps somebody out of a page, and how far it is wider than the screen."""
    return faults(page), page.evaluate(SIDEWAYS)


@pytest.fixture
def outside(browser: Browser, served: str) -> Page:
    """A small screen of somebody who is not signed in."""
    small = ViewportSize(width=320, height=700)
    return browser.new_context(locale="nl-NL", base_url=served, viewport=small).new_page()


@pytest.mark.parametrize("path", TO_ANYBODY)
def test_nothing_keeps_anybody_out_before_signing_in(outside: Page, path: str) -> None:
    answer = outside.goto(path)
    assert answer is not None
    assert answer.status == 200
    assert hindrances(outside) == ([], 0)


def test_nothing_keeps_anybody_out_of_signing_in_with_a_code(outside: Page) -> None:
    """The password, a wrong one, the code, and a wrong one."""
    account = door.somebody("roos", "portaal", "politie")
    door.with_two_factors(account)
    for password in ("niet dit", door.PASSWORD):
        outside.goto("/inloggen/")
        outside.get_by_label("E-mailadres").fill(account.email)
        outside.get_by_label("Wachtwoord").fill(password)
        outside.get_by_role("button", name="Inloggen", exact=True).click()
        outside.wait_for_load_state()
        assert (outside.url, *hindrances(outside)) == (outside.url, [], 0)
    assert outside.url.endswith("/inloggen/code/")
    outside.locator("main [name=code]").fill("000000")
    outside.locator("main form button").first.click()
    outside.wait_for_load_state()
    assert (outside.url, *hindrances(outside)) == (outside.url, [], 0)


@pytest.mark.parametrize("path", OF_ONES_OWN)
def test_nothing_keeps_anybody_out_of_their_own_security(
    browser: Browser, served: str, path: str
) -> None:
    with seen_by(browser, served, "lead", viewport=SMALL) as page:
        answer = page.goto(path)
        assert answer is not None
        assert answer.status == 200
        assert hindrances(page) == ([], 0)


@pytest.mark.parametrize("parties", [(), ("portaal", "politie")])
def test_nothing_keeps_anybody_out_of_choosing_for_whom_they_act(
    browser: Browser, served: str, parties: tuple[str, ...]
) -> None:
    door.somebody("roos", *parties)
    with seen_by(browser, served, "roos", viewport=SMALL) as page:
        page.goto("/wie-bent-u/")
        assert page.url.endswith("/wie-bent-u/")
        assert hindrances(page) == ([], 0)


@pytest.mark.parametrize("name", MISHAPS)
def test_nothing_keeps_anybody_out_when_something_goes_wrong(outside: Page, name: str) -> None:
    body = HttpResponse(render_to_string(f"errors/{name}.html", MISHAPS[name])).content
    outside.route("**/mis/", lambda to: to.fulfill(content_type="text/html", body=body))
    outside.goto("/mis/")
    expect(outside.get_by_role("heading", level=1)).to_be_visible()
    assert hindrances(outside) == ([], 0)


@pytest.mark.parametrize("path", ["/bestaat-niet/", "/casussen/2026-2222-22/"])
def test_nothing_keeps_anybody_out_of_what_is_not_there(
    browser: Browser, served: str, path: str
) -> None:
    with seen_by(browser, served, "lead", viewport=SMALL) as page:
        answer = page.goto(path)
        assert answer is not None
        assert answer.status == 404
        assert hindrances(page) == ([], 0)


def test_by_keyboard_one_skips_to_the_form_and_sends_it(browser: Browser, served: str) -> None:
    """The first stop skips what stands above; after it come the fields, in the order they stand."""
    with seen_by(browser, served, "landlord") as page:
        page.goto("/meldingen/nieuw/een-sleutel/adres/")
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="Naar de inhoud")).to_be_focused()
        page.keyboard.press("Enter")
        names = page.locator("main form :is(input, select):visible").evaluate_all(
            "found => found.map(each => each.name)"
        )
        reached: list[str] = []
        while len(reached) < 30 and names[-1] not in reached:
            page.keyboard.press("Tab")
            reached.append(page.evaluate("document.activeElement.name || ''"))
        assert [name for name in reached if name] == names
        page.keyboard.press("Enter")
        expect(page.locator(".faults")).to_be_focused()
