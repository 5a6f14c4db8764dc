# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Lists and figures in a real browser: filled and empty, on a small screen, and printed."""

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.support.screen import SIDEWAYS, faults, seen_by
from tests.world import told

pytestmark = pytest.mark.usefixtures("people")

PATHS = (
    "/mijn-werk/",
    "/casussen/",
    "/casussen/?wijk=west",
    "/casussen/?stand=afgesloten&volgorde=oudste&regie-bij=portaal",
    "/casussen/filters/?termijn=te-laat",
    "/casussen/excel/",
    "/casussen/toewijzen/",
    "/monitoring/?periode=2026-H1",
    "/monitoring/EW-1/?periode=2026-H1",
)
SMALL = {"width": 320, "height": 700}


def test_nothing_keeps_anybody_out(browser: Browser, served: str) -> None:
    told("awaiting_permission")
    told("closed")
    told("reported")
    for size in (SMALL, {"width": 1280, "height": 900}):
        with seen_by(browser, served, "lead", viewport=size) as page:
            for path in PATHS:
                page.goto(path)
                assert (path, faults(page), page.evaluate(SIDEWAYS)) == (path, [], 0)


def test_nothing_keeps_anybody_out_where_there_is_nothing(browser: Browser, served: str) -> None:
    with seen_by(browser, served, "police", viewport=SMALL) as page:
        for path in ("/mijn-werk/", "/casussen/", "/monitoring/"):
            page.goto(path)
            assert (path, faults(page), page.evaluate(SIDEWAYS)) == (path, [], 0)


LINES = """button => {
    const text = document.createRange();
    text.selectNodeContents(button);
    return text.getClientRects().length;
}"""


@pytest.mark.parametrize("who", ["lead", "mediator"])
def test_a_button_of_one_word_stays_on_one_line(browser: Browser, served: str, who: str) -> None:
    with seen_by(browser, served, who, viewport=SMALL) as page:
        page.goto("/mijn-werk/")
        button = page.get_by_role("button", name="Uitloggen")
        assert button.evaluate(LINES) == 1
        assert page.evaluate(SIDEWAYS) == 0


ARROW = "select => [getComputedStyle(select).appearance, getComputedStyle(select).backgroundImage]"


@pytest.mark.parametrize("width", [390, 1280])
def test_a_list_to_choose_from_does_not_look_like_a_field_to_type_in(
    browser: Browser, served: str, width: int
) -> None:
    """It has an arrow: ours, or in colours of the reader's own that of the browser."""
    told("reported")
    with seen_by(browser, served, "lead", viewport={"width": width, "height": 800}) as page:
        for path in ("/meldingen/", "/casussen/", "/meldingen/nieuw/een-sleutel/adres/"):
            page.emulate_media(forced_colors="none")
            page.goto(path)
            appearance, image = page.get_by_label("Wijk").evaluate(ARROW)
            assert (path, appearance, image.count("gradient")) == (path, "none", 2)
            page.emulate_media(forced_colors="active")
            assert page.get_by_label("Wijk").evaluate(ARROW) == ["auto", "none"]


def test_filters_work_without_javascript(browser: Browser, served: str) -> None:
    told("execution")
    with seen_by(browser, served, "manager", java_script_enabled=False) as page:
        page.goto("/casussen/")
        page.get_by_label("Wijk").select_option("west")
        page.get_by_role("button", name="Casussen filteren").press("Enter")
        expect(page.get_by_text("Geen casussen gevonden")).to_be_visible()
        page.get_by_role("link", name="bekijk al uw lopende casussen").click()
        expect(page.get_by_role("link", name="Lindeplein 112")).to_be_visible()


def test_a_filter_is_kept_and_thrown_away_without_javascript(browser: Browser, served: str) -> None:
    told("execution")
    with seen_by(browser, served, "manager", java_script_enabled=False, viewport=SMALL) as page:
        page.goto("/casussen/")
        page.get_by_label("Eerste termijn").select_option("te-laat")
        page.get_by_role("button", name="Casussen filteren").press("Enter")
        page.get_by_role("link", name="Dit filter bewaren").press("Enter")
        page.get_by_label("Naam van het filter").fill("Wat te laat is")
        page.get_by_label("Voor iedereen van").press("Space")
        page.get_by_role("button", name="Filter bewaren").press("Enter")
        expect(page.get_by_text("Het filter is bewaard.")).to_be_visible()
        expect(page.get_by_role("link", name="Wat te laat is")).to_have_attribute(
            "aria-current", "true"
        )
        assert page.evaluate(SIDEWAYS) == 0
        page.get_by_role("link", name="een filter weggooien").press("Enter")
        page.get_by_role("button", name="Weggooien").press("Enter")
        expect(page.get_by_text("Het filter is weggegooid.")).to_be_visible()


def test_several_cases_are_given_to_a_colleague_without_javascript(
    browser: Browser, served: str
) -> None:
    told("execution")
    with seen_by(browser, served, "lead", java_script_enabled=False, viewport=SMALL) as page:
        page.goto("/casussen/")
        page.get_by_role("checkbox", name="Lindeplein 112").press("Space")
        page.get_by_role("button", name="Andere collega aanwijzen").press("Enter")
        page.get_by_label("Carlijn Voorbeeld").press("Space")
        assert page.evaluate(SIDEWAYS) == 0
        page.get_by_role("button", name="Collega aanwijzen").press("Enter")
        expect(page.get_by_text("1 casus is nu van Carlijn Voorbeeld.")).to_be_visible()
        assert page.evaluate(SIDEWAYS) == 0


def test_what_was_chosen_and_what_came_of_it_keeps_nobody_out(
    browser: Browser, served: str
) -> None:
    story = told("execution")
    with seen_by(browser, served, "lead", viewport=SMALL) as page:
        page.goto(f"/casussen/toewijzen/?casus={story.reference}")
        assert (faults(page), page.evaluate(SIDEWAYS)) == ([], 0)
        page.get_by_role("button", name="Collega aanwijzen").click()
        expect(page.get_by_role("alert").first).to_contain_text("Kies de collega")
        assert (faults(page), page.evaluate(SIDEWAYS)) == ([], 0)
        page.get_by_label("Carlijn Voorbeeld").check()
        page.get_by_role("button", name="Collega aanwijzen").click()
        expect(page.get_by_role("heading", name="Gelukt")).to_be_visible()
        assert (faults(page), page.evaluate(SIDEWAYS)) == ([], 0)


def test_a_list_is_taken_out_for_a_purpose(browser: Browser, served: str) -> None:
    told("execution")
    with seen_by(browser, served, "landlord", viewport=SMALL) as page:
        page.goto("/casussen/")
        page.get_by_role("link", name="Lijst downloaden voor Excel").click()
        page.get_by_role("button", name="Lijst downloaden").click()
        expect(page.get_by_role("alert").first).to_contain_text("Kies waarvoor")
        assert (faults(page), page.evaluate(SIDEWAYS)) == ([], 0)
        page.get_by_label("ernstige woonoverlast stoppen").check()
        page.get_by_label("Het werk verdelen").check()
        with page.expect_download() as waiting:
            page.get_by_role("button", name="Lijst downloaden").click()
        assert waiting.value.suggested_filename.startswith("casussen-")
        expect(page.get_by_text("Er ging iets mis")).to_have_count(0)
        expect(page.get_by_text("Kies waarvoor")).to_have_count(0)
        expect(page).to_have_title(re.compile("^Lijst downloaden"))
        assert (faults(page), page.evaluate(SIDEWAYS)) == ([], 0)


def test_figures_print_with_how_they_are_counted(browser: Browser, served: str) -> None:
    told("closed")
    with seen_by(browser, served, "lead") as page:
        page.goto("/monitoring/?periode=2026-H1")
        page.emulate_media(media="print")
        expect(page.get_by_text("Zo wordt geteld")).to_be_visible()
        expect(page.get_by_role("rowheader", name="Niet succesvol")).to_be_visible()
        expect(page.get_by_text("Een periode eerder")).to_be_hidden()
