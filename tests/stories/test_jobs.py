# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
What a police officer (P7) and a worker of a team (P5) do most, as they do it, counted (domain §6);
and the table of it, which tells of no other jobs than the stories do.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ViewportSize

from tests.stories.jobs import BEGIN, DOC, END, JOBS, without_waiting
from tests.stories.reader import Reader
from tests.story import CAST, Story
from tests.support.screen import SIDEWAYS
from tests.world import told
from woonvrede.jobs.demo import cast

SEEN = (
    {"postcode": "3561zz", "number": "7", "street": "Lindeplein", "district": "overvecht"},
    {"tenure": "unknown"},
    {"pollution": "nee"},
    {"kind_of_problem": "noise_audio"},
    {"structural": "ja"},
    {"serious_harm": "ja"},
    {"both_willing": "nee"},
    {"contra_indications": "nee"},
    {"earlier_approaches": "nee"},
    {"acute_danger": "nee"},
    {"description": "Elke nacht harde muziek. Buren slapen niet."},
)
POLLUTED = (
    {"postcode": "3561zz", "number": "9", "street": "Lindeplein", "district": "overvecht"},
    {"tenure": "unknown"},
    {"pollution": "ja"},
    {"pollution_serious": "ja"},
    {"only_pollution": "ja"},
    {"acute_danger": "nee"},
    {"description": "De gang staat vol en het stinkt."},
)


@pytest.fixture
def story(people: None) -> Story:
    """A case in which police and team take part, and the team has a task."""
    cast.offer_cast(CAST)
    return told("execution")


@pytest.fixture
def reader(
    request: pytest.FixtureRequest, browser: Browser, served_demo: str, story: Story
) -> Iterator[Reader]:
    on_a_phone = ViewportSize(width=390, height=844)
    size = on_a_phone if request.param == "on a phone" else ViewportSize(width=1280, height=900)
    touch = size is on_a_phone
    context = browser.new_context(locale="nl-NL", viewport=size, has_touch=touch, is_mobile=touch)
    yield Reader(context.new_page(), served_demo)
    context.close()


@pytest.mark.parametrize("reader", ["on a phone"], indirect=True)
def test_an_officer_reports_and_reads_what_came_of_it(reader: Reader, story: Story) -> None:
    reader.looks_as("Wim Voorbeeld")
    with reader.job("who-leads"):
        reader.clicks("Casussen")
        reader.clicks("Lindeplein 112")
    for words in ("Casper Voorbeeld", "Koptelefoon na tien uur, wekelijks contact."):
        reader.reads(words)
    assert reader.page.evaluate(SIDEWAYS) <= 0
    reader.clicks("Mijn werk")
    with reader.job("report-p7"):
        _reports(reader, SEEN)
    assert reader.page.evaluate(SIDEWAYS) <= 0
    reader.looks_as("Cora Voorbeeld")
    reader.clicks("Beoordelen")
    reader.fills(route="severe_nuisance")
    reader.clicks("Besluit vastleggen")
    reader.looks_as("Wim Voorbeeld")
    with reader.job("heard-p7"):
        reader.clicks("Meldingen")
        reader.reads("Beoordeeld op")
        reader.reads("Aanpak extreme woonoverlast")


@pytest.mark.parametrize("reader", ["at a desk"], indirect=True)
def test_a_worker_of_a_team_does_what_is_asked_and_reports(reader: Reader, story: Story) -> None:
    reader.looks_as("Bas Voorbeeld")
    with reader.job("asked"):
        reader.clicks("Samen op huisbezoek gaan")
        reader.clicks("Klaar")
    assert not reader.may_click("Klaar")
    reader.clicks("Mijn werk")
    with reader.job("report-p5"):
        _reports(reader, POLLUTED)
    reader.clicks("Meldingen")
    reader.reads("Wacht op Gemeente, Expertisecentrum Woonhygiëne")


def test_the_table_tells_of_the_jobs_in_the_stories_alone() -> None:
    counted = DOC.read_text(encoding="utf-8").partition(BEGIN)[2].partition(END)[0]
    rows = [row.split(" | ")[:3] for row in counted.splitlines()[2:]]
    assert rows == [[f"| {job.who}", job.what, job.hand.on] for job in JOBS.values()]
    stories = "".join(
        file.read_text(encoding="utf-8") for file in Path(__file__).parent.glob("t*.py")
    )
    assert [key for key in JOBS if f'.job("{key}")' not in stories] == []
    row = "| a | b | c | 1 | 2 | 3 | 0.4 | 5 |  |\n"
    assert without_waiting(row) == row.replace("0.4", "{}")


def _reports(reader: Reader, pages: tuple[dict[str, str], ...]) -> None:
    reader.clicks("Nieuwe melding doen")
    for answers in pages:
        reader.answers(**answers)
    reader.clicks("Overslaan en de melding controleren")
    reader.clicks("Melding versturen")
    reader.reads("Op deze pagina leest u straks wat er is besloten.")
