# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
One case from the doorstep to the figures, in a real browser, with JavaScript and without, in the
words of each city.

The tests of the verbs prove each rule; this one that people can walk the whole way.
"""

import json
from collections.abc import Iterator

import pytest
from django.utils import timezone
from playwright.sync_api import Browser

from tests.stories.cities import TODAY, UTRECHT, VOORBEELDSTAD, City, Fills
from tests.stories.reader import Reader
from tests.support.world import command
from tests.world import START
from woonvrede.insight.period import period_of
from woonvrede.jobs.demo import cast

LEFT_OUT = 6  # pages that may be left empty, at most


@pytest.fixture(params=["with JavaScript", "without JavaScript"])
def reader(
    request: pytest.FixtureRequest, browser: Browser, served_demo: str, fresh_world: None
) -> Iterator[Reader]:
    scripts = request.param == "with JavaScript"
    context = browser.new_context(locale="nl-NL", java_script_enabled=scripts)
    yield Reader(context.new_page(), served_demo)
    context.close()


@pytest.mark.parametrize("city", [UTRECHT, VOORBEELDSTAD], ids=lambda city: city.agreement)
def test_from_the_doorstep_to_the_figures(reader: Reader, city: City) -> None:
    cast.make_cast(city.people, START)
    cast.offer_cast(city.people)
    case = _reported_and_opened(reader, city)
    _permission_in_two_clicks(reader, city, case)
    _worked_on(reader, city, case)
    _seen_by_who_may(reader, city, case)
    _closed_towards_the_next(reader, city, case)
    opened = _next_opened_and_ordered(reader, city, case)
    _nothing_else_came_along(reader, city, opened)
    _counted(reader, city)


def _reported_and_opened(reader: Reader, city: City) -> str:
    """The consultant reports twice; who judges is pointed to that, and follows the proposal."""
    reader.looks_as(city.consultant)
    report, again = _reported(reader, city), _reported(reader, city)

    reader.looks_as(city.coordinator)
    reader.opens(report)
    reader.reads(city.reason)
    reader.reads("Andere meldingen binnen 90 dagen")
    reader.reads("Zelfde woning")
    reader.reads(again.split("/")[2])
    reader.fills(route=city.route)
    reader.clicks("Besluit vastleggen")
    reader.reads(city.opened)
    case = reader.path

    reader.opens(again)
    reader.reads("Lopende casussen in deze woning")
    reader.picks(f"Voegen bij casus {case.split('/')[2]}")
    reader.clicks("Besluit vastleggen")
    assert reader.path == case
    return case


def _reported(reader: Reader, city: City) -> str:
    reader.opens("/meldingen/nieuw/")
    for answers in city.pages:
        reader.answers(**answers)
    reader.answers(resident_name="Loes Nepnaam")
    reader.answers(complainant_name="Kanarie Melder", complainant_knows="on")
    for _ in range(LEFT_OUT):
        if "controleren" not in reader.path:
            reader.clicks("Verder")
    reader.reads(city.judge)
    reader.clicks("Melding versturen")
    return reader.path


def _permission_in_two_clicks(reader: Reader, city: City, case: str) -> None:
    reader.clicks(city.ask)
    reader.reads(city.landlord_sees)
    reader.clicks(city.ask)
    reader.reads(city.waits)
    reader.looks_as(city.consultant)
    with reader.job("permission"):
        reader.clicks("Antwoord geven")
        reader.clicks(city.grant)
    reader.reads(city.granted)
    assert reader.path == case


def _worked_on(reader: Reader, city: City, case: str) -> None:
    """Somebody gets the case, who records, invites, and goes on stage by stage."""
    reader.looks_as(city.coordinator)
    reader.opens(case)
    reader.clicks(city.take_up)
    reader.picks(city.manager)
    reader.clicks(city.take_up)
    reader.looks_as(city.manager)
    reader.opens(f"{case}lijst/{city.register}/")
    reader.fills(**city.row)
    reader.clicks("Regel toevoegen")
    reader.opens(case)
    for party in city.guests:
        reader.opens(f"{case}partijen/")
        reader.picks(party)
        reader.clicks("Uitnodigen")
    reader.opens(f"{case}partijen/{city.leaves}/")
    reader.clicks("Deelname beëindigen")
    reader.looks_as(city.excluded)
    reader.opens(f"{case}buiten-de-casus/")
    reader.picks(city.excluded)
    reader.picks("familie")
    reader.clicks("Buiten de casus plaatsen")
    reader.looks_as(city.manager)
    reader.opens(case)
    for step, answers in city.work:
        reader.clicks(step)
        reader.fills(**answers)
        reader.clicks(step)
    reader.reads("kanarie-doel")


def _seen_by_who_may(reader: Reader, city: City, case: str) -> None:
    """The police see what the agreement gives; who has no part gets what is not there."""
    reader.looks_as(city.officer)
    assert reader.opens(case) == 200
    reader.reads("kanarie-voorval")
    reader.does_not_read("Kanarie Melder")
    reader.does_not_read("kanarie-toets")
    absent = []
    for who in city.absent:
        reader.looks_as(who)
        for path in (case, "/casussen/2026-2222-22/"):
            assert reader.opens(path) == 404
            absent.append(reader.page.locator("main").inner_text())
    assert len(set(absent)) == 1


def _closed_towards_the_next(reader: Reader, city: City, case: str) -> None:
    reader.looks_as(city.manager)
    reader.opens(case)
    reader.clicks(city.close)
    reader.fills(**city.closing)
    reader.clicks(city.close)
    reader.reads(city.result)


def _next_opened_and_ordered(reader: Reader, city: City, case: str) -> str:
    reader.looks_as(city.consultant)
    reader.opens(case)
    reader.clicks(city.accept)
    reader.clicks(city.accept)
    opened = reader.path
    assert opened != case
    reader.clicks(city.order)
    reader.fills(**_today(city.ordering))
    reader.clicks(city.order)
    reader.reads(city.ordered)
    return opened


def _nothing_else_came_along(reader: Reader, city: City, opened: str) -> None:
    for who in (city.consultant, city.executor):
        reader.looks_as(who)
        assert reader.opens(opened) == 200
        reader.reads("Loes Nepnaam")
        reader.does_not_read("anarie")


def _counted(reader: Reader, city: City) -> None:
    """The command and the page of each party say the same, and both what happened."""
    period = period_of(timezone.localdate(), months=city.months).name
    told: dict[str, int] = {}
    for party in city.reporters:
        told |= _commanded(party, period)
    assert {name: told[name] for name in city.counted} == city.counted
    shown: dict[str, int] = {}
    for who in (city.manager, city.consultant):
        reader.looks_as(who)
        reader.opens("/monitoring/")
        shown |= reader.figures()
    assert {name: shown[name] for name in told} == told
    reader.looks_as(city.manager)
    reader.opens("/monitoring/")
    reader.reads(city.figure)
    reader.reads("wacht op antwoord: 0")


def _commanded(party: str, period: str) -> dict[str, int]:
    done = command("report", "--party", party, "--period", period, "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    return {each["id"]: each["value"] for each in json.loads(done.stdout)["indicators"]}


def _today(answers: Fills) -> Fills:
    today = timezone.localdate().isoformat()
    return {key: today if value == TODAY else value for key, value in answers.items()}
