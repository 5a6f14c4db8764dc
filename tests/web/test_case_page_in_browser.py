# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page of a case in a real browser: for every eye, every screen, and without JavaScript."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.story import Story
from tests.support.screen import SIDEWAYS, faults, seen_by
from tests.world import told
from woonvrede.casework.notes.row import add_row

pytestmark = pytest.mark.usefixtures("people")

ACTION = {"action": "Brief sturen", "party": "portaal", "due": "2026-04-01"}
SAVE = "main form .actions button"


def a_fault(page: Page, story: Story) -> None:
    page.goto(f"/casussen/{story.reference}/lijst/incidents/")
    page.fill("[name=happened_on]", "ergens in mei")
    page.click(SAVE)
    expect(page.locator(".faults")).to_be_focused()


def a_conflict(page: Page, story: Story) -> None:
    page.goto(f"/casussen/{story.reference}/gegevens/approach/")
    story.facts("manager", "approach", goal="Stil na tien uur.")
    page.fill("[name=goal]", "Stil na twaalf uur.")
    page.click(SAVE)
    expect(page.get_by_text("Wat er nu staat")).to_be_visible()


def a_form(more: str) -> Callable[[Page, Story], object]:
    return lambda page, story: page.goto(f"/casussen/{story.reference}/{more}")


STATES: dict[str, Callable[[Page, Story], object]] = {
    "filled": a_form(""),
    "step": a_form("stap/close/"),
    "step without questions": a_form("stap/start_aftercare/"),
    "facts": a_form("gegevens/approach/"),
    "note": a_form("notitie/"),
    "parties": a_form("partijen/"),
    "person": a_form("personen/"),
    "not theirs": a_form("lijst/police_provisions/"),
    "fault": a_fault,
    "conflict": a_conflict,
}


def test_nothing_keeps_anybody_out(browser: Browser, served: str) -> None:
    story = told("execution")
    story.do("manager", add_row, story.reference, "actions", given=ACTION)
    with seen_by(browser, served, "manager", viewport={"width": 320, "height": 700}) as page:
        for name, reach in STATES.items():
            reach(page, story)
            assert (name, faults(page)) == (name, [])
            assert (name, page.evaluate(SIDEWAYS)) == (name, 0)


def test_nothing_keeps_anybody_out_of_a_case_that_is_empty(browser: Browser, served: str) -> None:
    story = told("screening")
    with seen_by(browser, served, "lead") as page:
        page.goto(f"/casussen/{story.reference}/")
        expect(
            page.get_by_text("Hier is nog niets ingevuld.").locator("visible=true")
        ).to_have_count(2)
        assert faults(page) == []


def test_permission_is_two_clicks_without_javascript_and_by_keyboard(
    browser: Browser, served: str
) -> None:
    story = told("awaiting_permission")
    with seen_by(browser, served, "landlord", java_script_enabled=False) as page:
        page.goto(f"/casussen/{story.reference}/")
        page.get_by_role("button", name="Toestemming geven", exact=True).press("Enter")
        expect(page.get_by_text("Ja, toestemming gegeven")).to_be_visible()


def test_it_prints_what_stands_there_and_not_what_one_can_do(browser: Browser, served: str) -> None:
    story = told("execution")
    story.do("manager", add_row, story.reference, "actions", given=ACTION)
    with seen_by(browser, served, "manager") as page:
        page.goto(f"/casussen/{story.reference}/")
        expect(page.get_by_role("button", name="Brief sturen")).to_be_visible()
        page.emulate_media(media="print")
        for stands in ("Na elf uur is het stil.", "Samen op huisbezoek gaan", "Brief sturen"):
            expect(page.get_by_text(stands).first).to_be_visible()
        expect(page.get_by_text("Vertrouwelijk, alleen voor het doel")).to_be_visible()
        for gone in ("Nazorg starten", "Notitie schrijven", "Regel toevoegen", "Uitloggen"):
            expect(page.get_by_text(gone).first).to_be_hidden()
        for gone in ("De casus gaat", "Wijzigen", "Casus afsluiten"):
            assert not any(each.is_visible() for each in page.get_by_text(gone).all())
        expect(page.get_by_role("button")).to_have_count(0)
        assert "Gedaan?" in page.locator("#approach thead").inner_text()


def test_it_prints_no_steps_where_there_is_nothing_else_to_do(
    browser: Browser, served: str
) -> None:
    story = told("closed")
    with seen_by(browser, served, "lead") as page:
        page.goto(f"/casussen/{story.reference}/")
        expect(page.get_by_text("Nu aan zet")).to_be_visible()
        page.emulate_media(media="print")
        expect(page.get_by_text("Nu aan zet")).to_be_hidden()
        expect(page.get_by_text("Hoe het afliep")).to_be_visible()
