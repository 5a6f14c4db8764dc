# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was agreed in a real browser: on a small screen and a large one, and printed."""

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.support.screen import SIDEWAYS, faults, seen_by

pytestmark = pytest.mark.usefixtures("people")

ONE = "/overeenkomst/utrecht-2019/"
SEVERE = f"{ONE}severe_nuisance/"
PATHS = ("/overeenkomst/", SEVERE, f"{ONE}last_chance/", f"{ONE}aannames/", f"{ONE}tekst/")


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_keeps_anybody_out(browser: Browser, served: str, width: int) -> None:
    with seen_by(browser, served, "lead", viewport={"width": width, "height": 800}) as page:
        for path in PATHS:
            page.goto(path)
            assert (path, faults(page), page.evaluate(SIDEWAYS)) == (path, [], 0)


def test_the_drawing_is_seen_and_the_policy_refuses_nothing(browser: Browser, served: str) -> None:
    with seen_by(browser, served, "lead") as page:
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.goto(SEVERE)
        picture = page.get_by_role("img", name="Van boven naar beneden")
        assert picture.evaluate("image => image.complete && image.naturalWidth") > 300
        page.goto(f"{SEVERE}fasen.svg")
        expect(page.get_by_text("A. Screening", exact=True)).to_be_visible()
        assert [words for words in said if "Content Security Policy" in words] == []


def test_from_an_assumption_to_its_entry_by_keyboard(browser: Browser, served: str) -> None:
    with seen_by(browser, served, "lead") as page:
        page.goto(f"{ONE}aannames/")
        title = page.get_by_role("heading", name="extreme woonoverlast")
        severe = page.locator("section", has=title)
        steps = severe.locator("summary", has_text="Stappen")
        steps.focus()
        steps.press("Enter")
        page.get_by_role("link", name="Toestemming vragen aan de corporatie").press("Enter")
        expect(page.locator("[id='moves.ask_permission']")).to_be_in_viewport()


def test_on_a_phone_the_matrix_is_a_list_per_kind_of_data(browser: Browser, served: str) -> None:
    with seen_by(browser, served, "lead", viewport={"width": 320, "height": 800}) as page:
        page.goto(SEVERE)
        cell = page.locator(".matrix td", has_text="ziet B").first
        before = cell.evaluate("td => getComputedStyle(td, '::before').content")
        assert before == '"Verhuurder: "'
        assert page.locator(".matrix td.none").first.is_hidden()


def test_on_a_phone_the_assumptions_are_short_and_say_what_they_are(
    browser: Browser, served: str
) -> None:
    with seen_by(browser, served, "lead", viewport={"width": 390, "height": 800}) as page:
        page.goto(f"{ONE}aannames/")
        assert page.evaluate("document.documentElement.scrollHeight") < 8_000
        page.locator("summary", has_text="Wijken").click()
        expect(page.locator(".assumption", has_text="Overvecht").first).to_be_visible()


def test_on_a_phone_the_matrix_says_how_a_role_comes_in(browser: Browser, served: str) -> None:
    """§3.4: the heads of the columns are not there to say it."""
    for width, number in ((390, 1), (1280, 0)):
        with seen_by(browser, served, "lead", viewport={"width": width, "height": 800}) as page:
            page.goto(f"{ONE}eviction_prevention/")
            said = page.get_by_text("Buurtteam Jeugd en Gezin: pas na instemming, op uitnodiging")
            assert said.locator("visible=true").count() == number


def pages_of(printed: bytes) -> int:
    """Return of how many pages a printed file says that it is."""
    return max(int(number) for number in re.findall(rb"/Count (\d+)", printed))


@pytest.mark.parametrize(
    ("path", "most"), [(f"{ONE}eviction_prevention/", 14), (SEVERE, 16), (f"{ONE}aannames/", 26)]
)
def test_it_prints_on_few_pages(browser: Browser, served: str, path: str, most: int) -> None:
    with seen_by(browser, served, "lead") as page:
        page.goto(path)
        assert 1 < pages_of(page.pdf(format="A4", prefer_css_page_size=True)) <= most


@pytest.mark.parametrize("key", ["severe_nuisance", "neighbour_mediation"])
def test_on_paper_the_words_of_the_drawing_can_be_read(
    browser: Browser, served: str, key: str
) -> None:
    """The smallest, of 12 pixels in the file, also in the two drawings that are tallest."""
    paper = {"width": 680, "height": 1009}  # A4 within its margins
    with seen_by(browser, served, "lead", viewport=paper) as page:
        page.goto(f"{ONE}{key}/")
        page.emulate_media(media="print")
        drawing = page.get_by_role("img", name="Van boven naar beneden")
        width, height, natural, tall = drawing.evaluate(
            "it => [it.clientWidth, it.clientHeight, it.naturalWidth, it.naturalHeight]"
        )
        assert min(width / natural, height / tall) * 12 * 0.75 >= 6.5
        assert height < 1009
        bottom = drawing.evaluate("it => it.getBoundingClientRect().bottom")
        steps = page.locator(".drawn ol").evaluate("it => it.getBoundingClientRect().top")
        assert bottom <= steps


def test_on_paper_every_assumption_is_open(browser: Browser, served: str) -> None:
    with seen_by(browser, served, "lead") as page:
        page.goto(f"{ONE}aannames/")
        page.emulate_media(media="print")
        assert page.locator(".assumption").locator("visible=true").count() > 200


def test_it_prints_with_everything_and_without_the_frame(browser: Browser, served: str) -> None:
    with seen_by(browser, served, "lead") as page:
        page.goto(SEVERE)
        page.emulate_media(media="print")
        expect(page.get_by_role("img", name="Van boven naar beneden")).to_be_visible()
        expect(page.get_by_role("heading", name="Wie mag wat zien")).to_be_visible()
        expect(page.get_by_role("navigation", name="Hoofdmenu")).to_be_hidden()
