# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
A duo for neighbours, in a real browser: the coordinator finds two who fit, and the volunteer does
the rest on a phone, at the door (§3.1; domain §6, P1 and P2).
"""

from collections.abc import Iterator

import pytest
from django.utils.timezone import localdate
from playwright.sync_api import Browser, ViewportSize, expect

from tests.stories.reader import Reader
from tests.support.screen import SIDEWAYS
from tests.support.volunteers import DEMO, everybody, sought
from woonvrede.jobs.demo import cast

PHONE = ViewportSize(width=390, height=844)
ASKS = {"nuisance_main": "noise_audio", "language": "turkish", "availability": "weekday_evening"}
LARGE = 24  # pixels: what a finger needs, WCAG 2.5.8


@pytest.fixture
def case(fresh_world: None) -> str:
    """Return the address of a case for which two are sought, in a world with a dozen volunteers."""
    everybody(localdate())
    cast.offer_cast(DEMO.people)
    return f"/casussen/{sought(**ASKS).reference}/"


@pytest.fixture(params=["with JavaScript", "without JavaScript"])
def scripts(request: pytest.FixtureRequest) -> bool:
    return bool(request.param == "with JavaScript")


@pytest.fixture
def desk(browser: Browser, served_demo: str, scripts: bool) -> Iterator[Reader]:
    context = browser.new_context(locale="nl-NL", java_script_enabled=scripts)
    yield Reader(context.new_page(), served_demo)
    context.close()


@pytest.fixture
def phone(browser: Browser, served_demo: str, scripts: bool) -> Iterator[Reader]:
    context = browser.new_context(
        locale="nl-NL", java_script_enabled=scripts, viewport=PHONE, has_touch=True
    )
    yield Reader(context.new_page(), served_demo)
    context.close()


def test_a_duo_is_found_and_goes_out(desk: Reader, phone: Reader, case: str) -> None:
    desk.looks_as("Mirjam Voorbeeld")
    _sees_what_stands_still(desk)
    _keeps_the_register(desk)
    _cannot_choose_who_may_not(desk, case)
    _says_why_somebody_near_is_chosen(desk, case)
    _replaces_one(desk, case)
    phone.looks_as("Vera Voorbeeld")
    _sees_where_and_with_whom(phone, case)
    _asks_for_help(phone)
    _records_a_talk(phone, case)
    _opens_no_more_than_their_own(phone)


def _sees_what_stands_still(desk: Reader) -> None:
    with desk.job("still"):
        desk.clicks("Casussen")
        desk.clicks("Staat het langst stil")
        desk.reads("dagen geleden")


def _keeps_the_register(desk: Reader) -> None:
    desk.clicks("Vrijwilligers")
    desk.reads("Opleiding verlopen")
    desk.reads("Pauze")
    desk.clicks("Carla Vrijwilliger")
    desk.fills(hours="nul")
    desk.clicks("Opslaan")
    desk.reads("Vul een heel getal in, van 1 tot en met 80.")
    desk.fills(hours="12")
    desk.clicks("Opslaan")
    desk.reads("De gegevens zijn opgeslagen.")


def _cannot_choose_who_may_not(desk: Reader, case: str) -> None:
    desk.opens(case)
    desk.clicks("Een duo aanwijzen")
    desk.reads("Wat deze casus vraagt")
    desk.reads("Victor Voorbeeld spreekt Turks.")
    shown = desk.page.locator(".option--pair")
    assert 0 < shown.count() <= 24
    expect(shown.filter(has_text="Dirk")).to_have_count(0)
    out = desk.page.locator("section:has(#niet)")
    expect(out).to_contain_text("Dirk Vrijwilliger")
    expect(out).to_contain_text("Woont te dichtbij, kent iemand in deze casus")
    expect(out).to_contain_text("De opleiding is verlopen.")


def _says_why_somebody_near_is_chosen(desk: Reader, case: str) -> None:
    for more in desk.page.locator("details.help").all():
        more.evaluate("each => each.open = true")
    desk.chooses(desk.page.locator(".option--pair", has_text="woont in dezelfde buurt"))
    desk.clicks("Een duo aanwijzen")
    desk.reads("Schrijf op waarom u toch dit duo kiest")
    desk.fills(despite="Zij kent deze buren niet, en niemand anders kan.")
    desk.clicks("Een duo aanwijzen")
    desk.reads("Bemiddelaars gevonden")
    desk.reads("Zij kent deze buren niet, en niemand anders kan.")
    assert desk.path == case


def _replaces_one(desk: Reader, case: str) -> None:
    desk.opens(case)
    desk.clicks("Het duo wijzigen")
    desk.reads("doet deze casus al.")
    desk.chooses(desk.page.locator(".option--pair", has_text="Vera Voorbeeld"))
    desk.clicks("Het duo wijzigen")
    desk.reads("Vera Voorbeeld")
    desk.opens(f"{case}gegevens/mediation/")
    desk.fills(safety_note="Er is een grote hond.", appointment="Donderdag om 19.30 uur.")
    desk.clicks("Opslaan")


def _sees_where_and_with_whom(phone: Reader, case: str) -> None:
    """Address, time, partner and what to mind, before anything else and without scrolling on."""
    with phone.job("visit"):
        phone.clicks("Bekijken")
    assert phone.path == case
    first = phone.page.locator("section:has(#op-pad)")
    for words in ("Lindeplein 112", "Vlierhof 7", "Donderdag om 19.30 uur.", "grote hond"):
        expect(first).to_contain_text(words)
    expect(first).to_contain_text("Samen met")
    box = first.bounding_box()
    assert box
    assert box["y"] < PHONE["height"]
    assert phone.page.evaluate(SIDEWAYS) <= 0
    phone.does_not_read("Zij kent deze buren niet")
    phone.does_not_read("in dezelfde buurt")


def _asks_for_help(phone: Reader) -> None:
    with phone.job("help"):
        phone.clicks("Taak geven")
        phone.fills(title="Kunt u mij bellen over deze casus?")
        phone.clicks("Taak geven")
    phone.reads("Kunt u mij bellen")


def _records_a_talk(phone: Reader, case: str) -> None:
    """Two minutes, few clicks, and nothing that is too small for a thumb."""
    phone.clicks("Gesprek met de eerste buur starten")
    phone.clicks("Gesprek met de eerste buur starten")
    with phone.job("result"):
        phone.clicks("De andere buur benaderen")
        _has_room_for_a_thumb(phone)
        phone.fills(approach_agreed="ja", talk_a_on=localdate().isoformat())
        phone.clicks("De andere buur benaderen")
        phone.reads("Gesprek met de andere buur")
        phone.clicks("Aanvullen: Bemiddeling")
        phone.fills(next_step="Wij bellen donderdag. De andere buur krijgt eerst een brief.")
        phone.clicks("Opslaan")
    assert phone.path == case


def _has_room_for_a_thumb(phone: Reader) -> None:
    buttons = phone.page.locator("main form .option:visible, main form button:visible")
    heights = buttons.evaluate_all("all => all.map(each => each.getBoundingClientRect().height)")
    assert heights
    assert min(heights) >= LARGE


def _opens_no_more_than_their_own(phone: Reader) -> None:
    assert phone.opens("/vrijwilligers/") == 404
    phone.opens("/casussen/")
    assert phone.page.locator("main tbody tr").count() == 1
