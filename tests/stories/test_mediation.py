# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
A quarrel between neighbours in a real browser: from the report to its outcome, and to a door that
stays shut (§3.1, §5).

The tests of the verbs prove each rule; these that a coordinator and a volunteer can walk the way.
"""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Browser

from tests.stories.cities import UTRECHT
from tests.stories.reader import Reader
from tests.support.volunteers import everybody
from woonvrede.jobs.demo import cast

KOEN, MIRJAM, VERA = "Koen Voorbeeld", "Mirjam Voorbeeld", "Vera Voorbeeld"
PAIR = "main .option--pair"
QUARREL = {"structural": "nee", "serious_harm": "nee", "both_willing": "ja"}


@pytest.fixture
def reader(browser: Browser, served_demo: str, fresh_world: None) -> Iterator[Reader]:
    everybody(timezone.localdate())
    cast.offer_cast(UTRECHT.people)
    context = browser.new_context(locale="nl-NL")
    yield Reader(context.new_page(), served_demo)
    context.close()


def test_from_the_report_to_the_outcome(reader: Reader) -> None:
    """A corporation reports, neighbours talk and are called, and the corporation hears of it."""
    report = _reported(reader)
    case = _taken_up(reader, report)
    _talked(reader, case)
    _looked_after(reader, case)
    _closed(reader, case)
    reader.looks_as(KOEN)
    with reader.job("heard-p4"):
        reader.clicks("Meldingen")
        reader.reads("Afgerond: opgelost op")
    reader.opens(report)
    reader.reads("Afgerond: opgelost")
    for hidden in ("Stil na tien uur", "gesprek met beide buren", "Naar casus"):
        reader.does_not_read(hidden)
    assert reader.opens(case) == 404


def test_nobody_is_asked_a_fourth_time(reader: Reader) -> None:
    """Three attempts without an answer: the page says to close, and no form says otherwise."""
    report = _reported(reader)
    case = _taken_up(reader, report)
    _first_talk(reader, case)
    for days in (6, 3, 1):
        reader.opens(f"{case}lijst/attempts/")
        reader.fills(tried_on=_day(days), how="visit", result="no_answer")
        reader.clicks("Regel toevoegen")
    reader.opens(case)
    reader.reads("Er is 3 keer geprobeerd, zonder antwoord.")
    assert not reader.may_click("Regel toevoegen")
    reader.opens(f"{case}lijst/attempts/")
    reader.fills(tried_on=_day(0), how="phone", result="appointment")
    reader.clicks("Regel toevoegen")
    reader.reads("Vraag het niet nog een keer")
    reader.looks_as(MIRJAM)
    reader.opens(case)
    reader.clicks("Afsluiten: geen antwoord van de andere buur")
    reader.fills(judgement_a="not_solved", next_trajectory="landlord")
    reader.clicks("Afsluiten: geen antwoord van de andere buur")
    reader.reads("Niet succesvol bemiddeld")
    reader.looks_as(KOEN)
    reader.opens(report)
    reader.reads("Gestopt zonder oplossing")
    reader.does_not_read("Geen contact gekregen")


def _reported(reader: Reader) -> str:
    reader.looks_as(KOEN)
    with reader.job("report-p4"):
        reader.clicks("Nieuwe melding doen")
        for answers in UTRECHT.pages:
            reader.answers(**{key: QUARREL.get(key, answer) for key, answer in answers.items()})
        reader.answers(resident_name="Loes Nepnaam")
        reader.answers(complainant_name="Bram Verzonnen", complainant_knows="on")
        reader.clicks("Overslaan en de melding controleren")
        reader.clicks("Melding versturen")
    return reader.path


def _taken_up(reader: Reader, report: str) -> str:
    """The coordinator follows the proposal, calls, and finds two volunteers."""
    reader.looks_as(MIRJAM)
    with reader.job("triage"):
        reader.clicks("Beoordelen")
        reader.reads("Kan een buurtteam dit ook?")
        reader.fills(route="neighbour_mediation")
        reader.clicks("Besluit vastleggen")
    case = reader.path
    reader.clicks("Een duo aanwijzen")
    reader.fills(suitable="ja", nuisance_main="noise_audio")
    reader.chooses(reader.page.locator(PAIR, has_text=VERA))
    reader.clicks("Een duo aanwijzen")
    reader.reads("alleen in overleg")
    reader.opens(case)
    with reader.job("duo"):
        reader.clicks("Een duo aanwijzen")
        reader.fills(suitable="ja", nuisance_main="noise_audio", summary="Muziek op zondag.")
        reader.fills(referral_agreed="ja", referral_agreed_on=_day(1))
        reader.chooses(reader.page.locator(PAIR, has_text=VERA))
        reader.clicks("Een duo aanwijzen")
        reader.reads("Bemiddelaars gevonden")
    return case


def _first_talk(reader: Reader, case: str) -> None:
    reader.looks_as(VERA)
    reader.opens(case)
    reader.does_not_read("kanarie-melding")
    reader.clicks("Gesprek met de eerste buur starten")
    reader.clicks("Gesprek met de eerste buur starten")
    reader.clicks("De andere buur benaderen")
    reader.fills(approach_agreed="ja", talk_a_on=_day(30))
    reader.clicks("De andere buur benaderen")


def _talked(reader: Reader, case: str) -> None:
    _first_talk(reader, case)
    reader.clicks("Bemiddeling starten")
    reader.fills(answer_b="talk")
    reader.clicks("Bemiddeling starten")
    reader.opens(f"{case}gegevens/mediation/")
    reader.fills(agreements="Stil na tien uur")
    reader.clicks("Opslaan")
    reader.reads("Willen beide buren hun afspraken op papier")
    reader.fills(agreements_wanted="ja")
    reader.clicks("Opslaan")
    reader.reads("Stil na tien uur")


def _looked_after(reader: Reader, case: str) -> None:
    reader.clicks("Nazorg starten")
    reader.fills(mediation_form="talk", mediation_on=_day(20))
    reader.clicks("Nazorg starten")
    reader.opens(f"{case}gegevens/mediation/")
    reader.fills(aftercare_on=_day(15), aftercare_a="kept", aftercare_b="kept")
    reader.clicks("Opslaan")
    reader.reads("Bel de buren niet eerder dan")
    reader.fills(aftercare_on=_day(0))
    reader.clicks("Opslaan")


def _closed(reader: Reader, case: str) -> None:
    reader.looks_as(MIRJAM)
    reader.opens(case)
    reader.clicks("Bemiddeling afsluiten")
    reader.fills(mediation_held="ja", judgement_a="solved", judgement_b="solved")
    reader.fills(close_reason="solved_mediation", next_trajectory="none")
    reader.clicks("Bemiddeling afsluiten")
    reader.reads("Succesvol bemiddeld")
    reader.clicks("Monitoring")
    assert reader.figures()["BB-2"] == 1


def _day(ago: int) -> str:
    return (timezone.localdate() - timedelta(days=ago)).isoformat()
