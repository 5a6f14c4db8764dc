# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Monitoring, as a page: a party's own figures, each with the way to what is behind it."""

import re

import pytest
from django.test import Client

from tests import story as steps
from tests.support.neighbours import SERIOUS
from tests.web.cost import MOST_QUERIES, cost
from tests.world import START, signed_in, told

pytestmark = pytest.mark.usefixtures("people")

HALF = "?periode=2026-H1"


def page(client: Client, path: str = f"/monitoring/{HALF}") -> str:
    """Return a page with its white space put together."""
    answer = client.get(path)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_figures_their_parts_and_the_answer_beside_them() -> None:
    told("closed")
    shown = page(signed_in("lead"))
    assert "Cijfers van 1 januari tot en met 30 juni 2026" in shown
    assert re.search(r"Laatste Kans Beleid</th>.{0,200}waarvan gestart: 0, niet gestart: 0", shown)
    assert "wacht op antwoord: 1" in shown
    assert re.search(r'aria-label="januari 0, februari 0, maart 1, april 0, mei 0, juni 0', shown)


def test_a_number_leads_to_what_is_behind_it() -> None:
    story = told("closed")
    client = signed_in("lead")
    assert f'href="/monitoring/EW-6/{HALF}"' in page(client)
    behind = page(client, f"/monitoring/EW-6/{HALF}")
    assert f'href="/casussen/{story.reference}/"' in behind
    assert "Lindeplein 112" in behind


def test_how_much_is_out_of_sight_is_never_told() -> None:
    """The words are the same whether or not there is more."""
    told("closed")
    words = "Er kunnen casussen of meldingen meetellen die hier niet staan."
    nothing = page(signed_in("mediation_lead"), f"/monitoring/EW-6/{HALF}")
    assert words in nothing
    assert "Er is hier niets dat u mag zien." in nothing
    assert "Lindeplein" not in nothing
    assert words in page(signed_in("lead"), f"/monitoring/EW-6/{HALF}")


def test_reports_without_a_decision_must_be_mended_first() -> None:
    told("reported")
    assert "Nog niet beoordeelde meldingen: 1." in page(signed_in("lead"))
    assert "Nog niet beoordeelde" not in page(signed_in("landlord"))


def test_what_waits_counts_from_january_beside_a_figure_of_the_year() -> None:
    """Of the health service, in the second half of the year; there it says since when."""
    steps.reported(steps.Story(START, steps.Words(answers=SERIOUS)))
    shown = page(signed_in("hygiene_expert"), "/monitoring/?periode=2026-H2")
    assert "Nog niet beoordeelde meldingen vanaf 1 januari: 1." in shown


def test_only_who_judges_is_sent_to_the_reports() -> None:
    told("reported")
    judges, does_not = page(signed_in("lead")), page(signed_in("manager"))
    assert "Beoordeel deze eerst" in judges
    assert 'href="/meldingen/">naar de meldingen' in judges
    assert "Nog niet beoordeelde meldingen: 1." in does_not
    assert "Een collega die meldingen beoordeelt, moet dat eerst doen." in does_not
    assert 'href="/meldingen/">naar de meldingen' not in does_not


def test_behind_a_number_by_reporting_party_each_line_names_it() -> None:
    told("closed")
    client = signed_in("lead")
    assert 'data-label="Gemeld door">Portaal<' in page(client, f"/monitoring/EW-2/{HALF}")
    assert "Gemeld door" not in page(client, f"/monitoring/EW-1/{HALF}")


def test_the_way_to_the_period_before_and_after() -> None:
    shown = page(signed_in("lead"))
    assert 'href="?periode=2025-H2"' in shown
    assert 'href="?periode=2026-H2"' in shown


def test_a_volunteer_sees_no_figures() -> None:
    """Domain §4.7."""
    assert "<table" not in page(signed_in("mediator"))
    assert "<table" in page(signed_in("mediation_lead"))


def test_who_reports_nothing_is_told_why_the_page_is_empty() -> None:
    told("closed")
    shown = page(signed_in("police"))
    assert "Voor u staan hier geen cijfers" in shown
    assert "<table" not in shown


@pytest.mark.parametrize(
    "path",
    [
        "/monitoring/?periode=2999-H1",
        "/monitoring/?periode=nonsense",
        "/monitoring/LKB-1/",
        "/monitoring/nonsense/",
        "/monitoring/EW-1/?periode=nonsense",
    ],
)
def test_what_is_not_there_is_absent(path: str) -> None:
    assert signed_in("lead").get(path).status_code == 404


def test_it_costs_the_same_with_few_and_with_many_cases() -> None:
    story = told("closed")
    client = signed_in("lead")
    paths = (f"/monitoring/{HALF}", f"/monitoring/EW-1/{HALF}")
    few = [cost(client, path) for path in paths]
    for _ in range(3):
        steps.screening(steps.Story(story.at))
    assert [cost(client, path) for path in paths] == few
    assert max(few) <= MOST_QUERIES
