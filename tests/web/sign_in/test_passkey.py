# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""A passkey alone is two factors; the whole way in works with JavaScript off by an app's codes."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.web.sign_in import people


@pytest.fixture
def page_without_script(browser: Browser) -> Iterator[Page]:
    """A page in a browser that runs no JavaScript."""
    context = browser.new_context(locale="nl-NL", java_script_enabled=False)
    yield context.new_page()
    context.close()


def sign_in(page: Page, served: str, email: str) -> None:
    page.goto(f"{served}/inloggen/")
    page.get_by_label("E-mailadres").fill(email)
    page.get_by_label("Wachtwoord").fill(people.PASSWORD)
    page.get_by_role("button", name="Inloggen", exact=True).click()
    page.wait_for_url(lambda url: "/inloggen/" not in url)
    page.goto(f"{served}/beveiliging/")


def give_a_fingerprint_reader(page: Page) -> None:
    """Let the browser believe that this machine has one, and that the finger is right."""
    tools = page.context.new_cdp_session(page)
    tools.send("WebAuthn.enable")
    reader = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
    }
    tools.send("WebAuthn.addVirtualAuthenticator", {"options": reader})


def test_a_passkey_is_made_and_then_enough(page: Page, served: str) -> None:
    account = people.somebody("roos", "portaal", "politie")
    give_a_fingerprint_reader(page)
    sign_in(page, served, account.email)
    page.goto(f"{served}/beveiliging/passkeys/nieuw/")
    page.get_by_label("Hiermee wil ik zonder wachtwoord inloggen").check()
    page.get_by_role("button", name="Passkey toevoegen").click()
    page.get_by_role("heading", name="Uw herstelcodes").wait_for()
    page.get_by_role("button", name="Uitloggen").click()
    page.get_by_role("button", name="Inloggen met passkey").click()
    page.wait_for_url(lambda url: "/inloggen/" not in url)
    page.goto(f"{served}/wie-bent-u/")
    page.get_by_role("heading", name="Voor wie werkt u vandaag?").wait_for()


def test_a_passkey_that_fails_says_so(page: Page, served: str) -> None:
    page.goto(f"{served}/inloggen/")
    page.evaluate("() => { navigator.credentials.get = () => Promise.reject(new Error()); }")
    page.get_by_role("button", name="Inloggen met passkey").click()
    page.get_by_text("Het lukte niet met de passkey.").wait_for()


def test_without_javascript_an_app_with_codes_is_the_way(
    page_without_script: Page, served: str
) -> None:
    page = page_without_script
    sign_in(page, served, people.somebody("roos", "portaal", "politie").email)
    page.get_by_role("link", name="App instellen").click()
    page.get_by_text("Lukt het niet met de camera?").click()
    secret = page.locator("#secret").inner_text()
    page.get_by_label("Code").fill(people.code(secret))
    page.get_by_role("button", name="App instellen").click()
    page.get_by_role("heading", name="Uw herstelcodes").wait_for()
    page.goto(f"{served}/wie-bent-u/")
    page.get_by_role("heading", name="Voor wie werkt u vandaag?").wait_for()
