# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
One case from the doorstep to the half-year figures, in a real browser, with JavaScript and without.

The tests of the verbs prove each rule; this one that people can walk the whole way.
"""

from collections.abc import Iterator

import pytest
from django.utils import timezone
from playwright.sync_api import Browser

from tests.stories.reader import Reader
from tests.story import CAST
from woonvrede.access.books import book
from woonvrede.access.session import acting_as_system
from woonvrede.insight.count import count
from woonvrede.insight.period import period_of
from woonvrede.jobs.demo import cast

CONSULTANT, COORDINATOR, MANAGER = "Koen Voorbeeld", "Cora Voorbeeld", "Casper Voorbeeld"
TEAM, OFFICER, EXECUTOR = "Bas Voorbeeld", "Wim Voorbeeld", "Teun Voorbeeld"
UNINVOLVED, EXCLUDED, FORMER = "Bente Voorbeeld", "Karin Voorbeeld", "Chantal Voorbeeld"

LEFT_OUT = 6  # pages that may be left empty, at most
PAGES = (
    {"postcode": "3561zz", "number": "112-a", "street": "Lindeplein", "town": "Utrecht"}
    | {"district": "overvecht"},
    {"tenure": "social_rent:portaal"},
    {"kind_of_problem": "noise_audio", "description": "Muziek in de nacht: kanarie-melding."},
    {"structural": "ja", "serious_harm": "ja", "acute_danger": "nee"},
    {"both_willing": "nee", "contra_indications": "nee"},
    {"earlier_approaches": "nee", "rent_debt_eviction": "nee", "pollution": "nee"},
)


@pytest.fixture(params=["with JavaScript", "without JavaScript"])
def reader(
    request: pytest.FixtureRequest, browser: Browser, served_demo: str, people: None
) -> Iterator[Reader]:
    cast.offer_cast(CAST)
    scripts = request.param == "with JavaScript"
    context = browser.new_context(locale="nl-NL", java_script_enabled=scripts)
    yield Reader(context.new_page(), served_demo)
    context.close()


def test_from_the_doorstep_to_the_figures(reader: Reader) -> None:
    case = _reported_and_opened(reader)
    _permission_in_two_clicks(reader, case)
    _worked_on(reader, case)
    _seen_by_who_may(reader, case)
    _closed_towards_last_chance(reader, case)
    opened = _last_chance_opened_and_ordered(reader, case)
    _nothing_else_came_along(reader, opened)
    _counted(reader)


def _reported_and_opened(reader: Reader) -> str:
    """The corporation's consultant reports; U Centraal follows the proposal."""
    reader.looks_as(CONSULTANT)
    reader.opens("/meldingen/nieuw/")
    for answers in PAGES:
        reader.fills(**answers)
        reader.clicks("Verder")
    reader.fills(resident_name="Loes Nepnaam")
    reader.clicks("Verder")
    reader.fills(complainant_name="Kanarie Melder", complainant_knows="on")
    reader.clicks("Verder")
    for _ in range(LEFT_OUT):
        if "controleren" not in reader.path:
            reader.clicks("Verder")
    reader.reads("U Centraal")
    reader.clicks("Melding versturen")
    report = reader.path

    reader.looks_as(COORDINATOR)
    reader.opens(report)
    reader.reads("De overlast komt steeds terug")
    reader.fills(route="severe_nuisance")
    reader.clicks("Besluit vastleggen")
    reader.reads("Screening")
    return reader.path


def _permission_in_two_clicks(reader: Reader, case: str) -> None:
    reader.clicks("Toestemming vragen aan de corporatie")
    reader.reads("Verhuurder ziet dan")
    reader.clicks("Toestemming vragen aan de corporatie")
    reader.reads("Wacht op toestemming")
    reader.looks_as(CONSULTANT)
    reader.clicks("Antwoord geven")
    reader.clicks("Toestemming geven")
    reader.reads("Toestemming gegeven door Portaal")
    assert reader.path == case


def _worked_on(reader: Reader, case: str) -> None:
    """A case manager is assigned, who records, invites, and carries the plan out."""
    reader.looks_as(COORDINATOR)
    reader.opens(case)
    reader.clicks("In behandeling nemen")
    reader.picks(MANAGER)
    reader.clicks("In behandeling nemen")
    reader.looks_as(MANAGER)
    reader.opens(f"{case}lijst/incidents/")
    reader.fills(happened_on="14-3-2026", nuisance="noise_audio", observed_by="neighbour")
    reader.fills(description="kanarie-voorval")
    reader.clicks("Regel toevoegen")
    reader.opens(case)
    for party in ("Buurtteams Sociaal", "Politie Midden-Nederland", "Lister"):
        reader.opens(f"{case}partijen/")
        reader.picks(party)
        reader.clicks("Uitnodigen")
    reader.opens(f"{case}partijen/care/lister/")
    reader.clicks("Deelname beëindigen")
    reader.looks_as(EXCLUDED)
    reader.opens(f"{case}buiten-de-casus/")
    reader.picks(EXCLUDED)
    reader.picks("familie")
    reader.clicks("Buiten de casus plaatsen")
    reader.looks_as(MANAGER)
    reader.opens(case)
    reader.clicks("Naar het plan")
    yes = ("structural", "serious_harm", "steps_tried", "more_parties")
    reader.fills(**{f"criterion_{name}": "ja" for name in yes})
    reader.fills(criteria_motivation="kanarie-toets")
    reader.clicks("Naar het plan")
    reader.clicks("Uitvoering starten")
    reader.fills(goal="kanarie-doel", agreements="kanarie-afspraak")
    reader.clicks("Uitvoering starten")
    reader.reads("kanarie-doel")


def _seen_by_who_may(reader: Reader, case: str) -> None:
    """The police see what the agreement gives; who has no part gets what is not there."""
    reader.looks_as(OFFICER)
    assert reader.opens(case) == 200
    reader.reads("kanarie-voorval")
    reader.does_not_read("Kanarie Melder")
    reader.does_not_read("kanarie-toets")
    absent = []
    for who in (UNINVOLVED, EXCLUDED, FORMER, EXECUTOR):
        reader.looks_as(who)
        for path in (case, "/casussen/2026-2222-22/"):
            assert reader.opens(path) == 404
            absent.append(reader.page.locator("main").inner_text())
    assert len(set(absent)) == 1


def _closed_towards_last_chance(reader: Reader, case: str) -> None:
    reader.looks_as(MANAGER)
    reader.opens(case)
    reader.clicks("Casus afsluiten")
    reader.fills(close_reason="nuisance_continues", next_trajectory="last_chance")
    reader.fills(approaches_tried="Een plan, zonder gevolg.")
    reader.clicks("Casus afsluiten")
    reader.reads("Niet succesvol afgerond")


def _last_chance_opened_and_ordered(reader: Reader, case: str) -> str:
    reader.looks_as(CONSULTANT)
    reader.opens(case)
    reader.clicks("Een laatste kans openen")
    reader.clicks("Een laatste kans openen")
    reader.clicks("Laatste Kans Beleid")
    opened = reader.path
    assert opened != case
    reader.clicks("Opdracht geven aan Het Vierde Huis")
    today = timezone.localdate().isoformat()
    reader.fills(order_number="1", order_date=today)
    reader.clicks("Opdracht geven aan Het Vierde Huis")
    reader.reads("Opdracht gegeven aan Het Vierde Huis")
    return opened


def _nothing_else_came_along(reader: Reader, opened: str) -> None:
    for who in (CONSULTANT, EXECUTOR):
        reader.looks_as(who)
        assert reader.opens(opened) == 200
        reader.reads("Loes Nepnaam")
        reader.does_not_read("anarie")


def _counted(reader: Reader) -> None:
    """The page and the count say the same, and both what happened."""
    agreement, period = book("utrecht-2019"), period_of(timezone.localdate(), months=6)
    with acting_as_system("test"):
        found = {
            figure.id: figure.value
            for party in ("u_centraal", "portaal")
            for figure in count(party, agreement, period).indicators
        }
    names = ("EW-1", "EW-2", "EW-3", "EW-4", "EW-5", "EW-6", "LKB-1")
    assert [found[name] for name in names] == [1, 1, 1, 1, 0, 1, 1]
    reader.looks_as(MANAGER)
    reader.opens("/monitoring/")
    reader.reads("Niet succesvol afgeronde casussen en hun vervolg")
    reader.reads("wacht op antwoord: 0")
