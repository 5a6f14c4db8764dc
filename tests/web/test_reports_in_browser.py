# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages of reports in a real browser: for every eye, on a small screen, without JavaScript."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.intake.reporting import OTHER_HOUSE, answered, decided, report
from tests.story import HOUSE, OWN
from tests.support.report_form import NEEDED
from tests.support.screen import SIDEWAYS, faults, seen_by
from woonvrede.intake.decide import Decision
from woonvrede.records.report import Report

pytestmark = pytest.mark.usefixtures("people")

SMALL = {"viewport": {"width": 320, "height": 700}}
KEY = "/meldingen/nieuw/een-sleutel/"


def fill(page: Page) -> None:
    """Fill in what is needed of a new report, one page after another."""
    page.goto(f"{KEY}adres/")
    for _, given in NEEDED:
        for name, value in given.items():
            field = page.locator(f"[name={name}]")
            if field.first.evaluate("field => field.tagName") == "BUTTON":
                page.locator(f"[name={name}][value='{value}']").click()
                break
            if field.first.get_attribute("type") == "radio":
                page.check(f"[name={name}][value='{value}']")
            elif field.evaluate("field => field.tagName") == "SELECT":
                field.select_option(value)
            else:
                field.fill(value)
        else:
            page.get_by_role("button", name="Verder").click()


def a_fault(page: Page, made: Report) -> None:
    page.goto(f"/meldingen/{made.reference}/")
    page.get_by_role("button", name="Besluit vastleggen").click()
    expect(page.locator(".faults")).to_be_focused()


def a_conflict(page: Page, made: Report) -> None:
    page.goto(f"/meldingen/{made.reference}/")
    page.get_by_label("Woonhygiëne").check()
    page.get_by_label("Uitleg").fill("Vuil tot in de gang.")
    decided("lead", made.reference, Decision("severe_nuisance", OWN))
    page.get_by_role("button", name="Besluit vastleggen").click()
    expect(page.get_by_role("heading", name="Wat er nu staat")).to_be_visible()


def a_page(address: str) -> Callable[[Page, Report], object]:
    return lambda page, made: page.goto(address.format(made.reference))


STATES: dict[str, Callable[[Page, Report], object]] = {
    "waiting": a_page("/meldingen/"),
    "none found": a_page("/meldingen/?wijk=west"),
    "our own, none": a_page("/meldingen/?lijst=onze"),
    "to judge": a_page("/meldingen/{}/"),
    "fault": a_fault,
    "conflict": a_conflict,
    "decided": a_page("/meldingen/{}/"),
}


def test_nothing_keeps_anybody_out(browser: Browser, served: str) -> None:
    decided("lead", report(complainant_address=OTHER_HOUSE).reference, Decision("severe_nuisance"))
    report(address=OTHER_HOUSE, complainant_address=HOUSE)
    made = report("police", answers=answered(acute_danger="ja", contra_indications="ja"))
    with seen_by(browser, served, "lead", **SMALL) as page:
        for name, reach in STATES.items():
            reach(page, made)
            assert faults(page) == [], name
            assert page.evaluate(SIDEWAYS) == 0, name


def test_a_new_report_keeps_nobody_out(browser: Browser, served: str) -> None:
    with seen_by(browser, served, "landlord", **SMALL) as page:
        fill(page)
        for where in ("adres", "woning", "structural", "description", "melder", "controleren"):
            page.goto(f"{KEY}{where}/")
            assert faults(page) == [], where
            assert page.evaluate(SIDEWAYS) == 0, where
        page.goto(f"{KEY}description/")
        page.fill("[name=description]", "")
        page.get_by_role("button", name="Verder").click()
        expect(page.locator(".faults")).to_be_focused()
        assert faults(page) == []
        assert page.title().startswith("Fout: ")


def test_without_javascript_a_report_is_made_and_judged(browser: Browser, served: str) -> None:
    with seen_by(browser, served, "landlord", java_script_enabled=False) as page:
        fill(page)
        page.get_by_role("link", name="Overslaan en de melding controleren").click()
        expect(
            page.get_by_role("heading", name="Voorstel: Aanpak extreme woonoverlast")
        ).to_be_visible()
        page.get_by_role("button", name="Melding versturen").click()
        expect(page.get_by_text("Uw melding is verstuurd.")).to_be_visible()
        report_page = page.url
    with seen_by(browser, served, "lead", java_script_enabled=False) as page:
        page.goto(report_page)
        page.get_by_role("radio", name="Aanpak extreme woonoverlast").check()
        page.get_by_role("button", name="Besluit vastleggen").click()
        expect(page.get_by_text("Uw besluit is vastgelegd.")).to_be_visible()
        assert "/casussen/" in page.url
