# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
A polluted dwelling from report to outcome, as the expert (P11), the team (P5) and the consultant
(P4) do it in a browser, and the hardest refusals: red to the team, and a photo to who may not see
it.
"""

import io
from collections.abc import Iterator, Mapping

import pytest
from PIL import Image
from playwright.sync_api import Browser

from tests.stories.cities import UTRECHT
from tests.stories.reader import Reader
from tests.world import START
from woonvrede.jobs.demo import cast

EXPERT, TEAM, CONSULTANT = "Hanna Voorbeeld", "Bas Voorbeeld", UTRECHT.consultant
REPORTED = {
    "postcode": "3561zz",
    "number": "112-a",
    "street": "Lindeplein",
    "town": "Utrecht",
    "district": "overvecht",
    "tenure": "social_rent:portaal",
    "rent_debt_eviction": "nee",
    "pollution": "ja",
    "pollution_serious": "ja",
    "only_pollution": "ja",
    "kind_of_problem": "hoarding",
    "acute_danger": "nee",
    "description": "De gang staat vol: kanarie-melding.",
    "resident_name": "Loes Nepnaam",
    "complainant_name": "Kanarie Melder",
    "complainant_knows": "on",
}
PAGES = 20


@pytest.fixture(params=["with JavaScript", "without JavaScript, on a phone"])
def reader(
    request: pytest.FixtureRequest, browser: Browser, served_demo: str, fresh_world: None
) -> Iterator[Reader]:
    scripts = request.param == "with JavaScript"
    size = {"width": 1280, "height": 900} if scripts else {"width": 390, "height": 844}
    context = browser.new_context(
        locale="nl-NL",
        java_script_enabled=scripts,
        viewport=size,  # type: ignore[arg-type]
    )
    cast.make_cast(UTRECHT.people, START)
    cast.offer_cast(UTRECHT.people)
    yield Reader(context.new_page(), served_demo)
    context.close()


def test_a_polluted_dwelling_from_report_to_outcome(reader: Reader) -> None:
    report = _reported(reader, REPORTED)
    case = _judged(reader, report)
    with reader.job("colour"):
        _triaged_in_one_screen(reader, "red", "De uitgang zit dicht.", "Huisbezoek plannen")
    reader.reads("De uitgang zit dicht.")
    _photographed(reader, case)
    reader.opens(case)
    reader.clicks("Vastleggen dat de melder bericht kreeg")
    reader.fills(reporter_informed_on="1-3-2026")
    reader.clicks("Vastleggen dat de melder bericht kreeg")
    reader.clicks("Aanpak starten")
    reader.fills(expert_part="lead", hygiene_plan="Eerst de vluchtweg vrij.")
    reader.clicks("Aanpak starten")
    with reader.job("costs"):
        reader.clicks("Aanvullen: Toestand van de woning")
        reader.fills(costs_agreed="250", costs_agreed_on="1-3-2026", paid_in_parts="ja")
        reader.clicks("Opslaan")
        reader.reads("€ 250,00")
    _triaged_in_one_screen(reader, "orange", "De gang is vrij.", "Ernst vastleggen")
    reader.clicks("Nazorg starten")
    reader.fills(re_inspection_on="1-12-2027")
    reader.clicks("Nazorg starten")
    reader.reads("Hercontrole doen")
    reader.clicks("Casus afsluiten")
    reader.fills(close_reason="solved", next_trajectory="none")
    reader.clicks("Casus afsluiten")
    reader.reads("Foto's gewist: 1.")
    assert reader.opens(f"{case}fotos/") == 200
    reader.reads("Er zijn nog geen foto's")

    reader.looks_as(CONSULTANT)
    reader.opens(report)
    reader.reads("Beoordeeld op")
    reader.does_not_read("De uitgang zit dicht.")
    assert reader.opens(case) == 404


def test_the_team_gets_what_is_light_asks_advice_and_passes_on_what_is_not(reader: Reader) -> None:
    report = _reported(reader, REPORTED | {"pollution_serious": "nee"})
    case = _judged(reader, report)
    _triaged_in_one_screen(reader, "red", "Toch acuut gevaar.", "Doorgeven aan het buurtteam")
    reader.reads("De situatie is rood.")
    assert reader.page.locator("main [name='reason']").input_value() == "Toch acuut gevaar."
    reader.fills(hygiene_class="green", reason="Rommelig, maar veilig.")
    reader.clicks("Doorgeven aan het buurtteam")
    reader.reads("Bij het buurtteam")

    reader.looks_as(TEAM)
    reader.opens(case)
    reader.does_not_read("Kanarie Melder")
    reader.does_not_read("/fotos/")
    assert reader.opens(f"{case}fotos/") == 404
    reader.opens(case)
    reader.clicks("Advies vragen aan het expertisecentrum")
    reader.fills(question="Hoe krijgen wij de gang vrij?")
    reader.clicks("Advies vragen aan het expertisecentrum")
    reader.looks_as(EXPERT)
    reader.opens(case)
    reader.reads("Hoe krijgen wij de gang vrij?")
    reader.clicks("Advies geven")
    reader.fills(advice="Begin bij de voordeur.")
    reader.clicks("Advies geven")
    reader.looks_as(TEAM)
    reader.opens(case)
    reader.reads("Begin bij de voordeur.")
    _triaged_in_one_screen(
        reader, "green", "Toch liever niet.", "Doorzetten naar het expertisecentrum"
    )
    reader.reads("Is de situatie groen, dan blijft de casus bij het buurtteam.")
    reader.opens(case)
    with reader.job("pass-on"):
        _triaged_in_one_screen(
            reader, "orange", "Er is ongedierte.", "Doorzetten naar het expertisecentrum"
        )
        reader.reads("Beoordeling")


def test_a_family_is_referred_outside_with_only_what_may_go_along(reader: Reader) -> None:
    report = _reported(reader, REPORTED)
    reader.looks_as(EXPERT)
    reader.opens(report)
    reader.clicks("Vroegsignalering van schulden")
    reader.reads("Nooit: De hoogte en de oorzaak van de schuld")
    reader.fills(send_alleged_causer="ja")
    reader.clicks("Verwijzing vastleggen")
    reader.reads("Zonder instemming kan het niet")
    reader.picks("Loes Nepnaam")
    reader.fills(consent_on="1-3-2026")
    reader.clicks("Verwijzing vastleggen")
    reader.reads("Tekst om door te geven")
    reader.reads("Loes Nepnaam")
    reader.does_not_read("kanarie-melding")
    reader.looks_as(CONSULTANT)
    reader.opens(report)
    reader.reads("Verwezen buiten deze overeenkomst")
    reader.does_not_read("Vroegsignalering")


def _reported(reader: Reader, answers: Mapping[str, str]) -> str:
    reader.looks_as(CONSULTANT)
    reader.opens("/meldingen/nieuw/")
    for _ in range(PAGES):
        if "controleren" in reader.path:
            break
        asked = reader.page.locator("main [name]").evaluate_all("all => all.map(e => e.name)")
        reader.answers(**{name: answers[name] for name in dict.fromkeys(asked) if name in answers})
    reader.clicks("Melding versturen")
    return reader.path


def _judged(reader: Reader, report: str) -> str:
    reader.looks_as(EXPERT)
    reader.opens(report)
    reader.fills(route="housing_hygiene")
    reader.clicks("Besluit vastleggen")
    return reader.path


def _triaged_in_one_screen(reader: Reader, colour: str, why: str, follows: str) -> None:
    """Choose a colour with what belongs to it beside it, say why, and what follows."""
    reader.clicks(follows)
    reader.reads("Stank, ongedierte of kamers die niet te gebruiken zijn.")
    reader.fills(hygiene_class=colour, reason=why)
    reader.clicks(follows)


def _photographed(reader: Reader, case: str) -> None:
    reader.opens(case)
    made = io.BytesIO()
    Image.new("RGB", (900, 600), "olive").save(made, "JPEG")
    photo = {"name": "IMG_1.jpg", "mimeType": "image/jpeg", "buffer": made.getvalue()}
    with reader.job("photo"):
        reader.clicks("Foto's (0)")
        reader.photographs(photo)
        reader.clicks("Foto opslaan")
        reader.reads("De foto is opgeslagen.")
    shown = reader.page.locator("main .photos img")
    shown.scroll_into_view_if_needed()
    reader.page.wait_for_function("() => document.querySelector('.photos img').naturalWidth > 0")
    bad = {"name": "x.jpg", "mimeType": "image/jpeg", "buffer": b"\xff\xd8\xff geen foto"}
    reader.photographs(bad)
    reader.clicks("Foto opslaan")
    reader.reads("Deze foto kan niet worden geopend.")
