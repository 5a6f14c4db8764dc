# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Casussen, as a page: filters in the address, page after page by key."""

import re
from html import unescape

import psycopg
import pytest
from django.test import Client

from tests.support.many import multiply
from tests.web.cost import MOST_QUERIES, cost
from tests.world import signed_in, told

pytestmark = pytest.mark.usefixtures("people")

LINE = re.compile(r'<th scope="row"><a [^>]*href="/casussen/([^/"]+)/"')
NEXT = re.compile(r'rel="next" href="([^"]+)"')


def page(client: Client, more: str = "") -> str:
    answer = client.get(f"/casussen/{more}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_next_leads_through_all_pages_and_keeps_the_filters(
    maintenance: "psycopg.Connection",
) -> None:
    story = told("execution")
    multiply(maintenance, story.reference, 60)
    client, found = signed_in("manager"), []
    shown = page(client, "?aanpak=severe_nuisance&wijk=overvecht")
    for _ in range(2):
        found += LINE.findall(shown)
        following = unescape(NEXT.findall(shown)[0])
        assert "aanpak=severe_nuisance" in following
        assert "wijk=overvecht" in following
        shown = page(client, following)
        assert "Naar het begin" in shown
    found += LINE.findall(shown)
    assert NEXT.findall(shown) == []
    assert len(found) == len(set(found)) == 61


def test_the_address_holds_codes_and_no_serial_number(maintenance: "psycopg.Connection") -> None:
    story = told("execution")
    multiply(maintenance, story.reference, 40)
    shown = page(signed_in("lead"))
    following = unescape(NEXT.findall(shown)[0])
    assert re.fullmatch(r"\?na=(\d{4}-\d\d-\d\d|0)_2026-[0-9A-Z]{4}-[0-9A-Z]{2}", following)


def test_every_filter_stands_in_the_address_and_goes_along(
    maintenance: "psycopg.Connection",
) -> None:
    story = told("execution")
    multiply(maintenance, story.reference, 60)
    asked = "?regie-bij=u_centraal_casemanagement&partij=politie&volgorde=oudste&termijn=te-laat"
    shown = page(signed_in("lead"), asked)
    following = unescape(NEXT.findall(shown)[0])
    for each in asked[1:].split("&"):
        assert each in following
        value = each.split("=")[1]
        assert f'<option value="{value}" selected>' in shown
    assert '<details class="help" open>' in shown
    assert '<details class="help">' in page(signed_in("lead"), "?termijn=later")


def test_a_key_that_nobody_gave_begins_at_the_beginning() -> None:
    story = told("execution")
    client = signed_in("lead")
    for key in ("x", "2026-99-99_2026-AAAA-AA", "%00", "2026-01-01_2026-AAAA-AA"):
        assert (key, LINE.findall(page(client, f"?na={key}"))) == (key, [story.reference])


def test_empty_lists_say_why_and_what_to_do() -> None:
    told("execution")
    assert "U doet nu in geen enkele casus mee" in page(signed_in("other_landlord"))
    assert "Geen casussen gevonden" in page(signed_in("landlord"), "?wijk=west")
    assert "Geen casussen gevonden" in page(signed_in("landlord"), "?stand=afgesloten")


@pytest.mark.parametrize(
    ("who", "words"),
    [
        ("mediator", "zodra u die krijgt van de coördinator van U Centraal, buurtbemiddeling."),
        ("other_manager", "zodra u die krijgt van de coördinator van U Centraal, casemanagement."),
        ("lead", "Maakt u van een melding een casus, dan staat die hier."),
        ("debt_adviser", "zodra u die krijgt van de consulent van een corporatie."),
        ("secretary", "In uw functie krijgt u ook geen casussen."),
    ],
)
def test_who_has_no_case_is_told_of_whom_they_get_one_and_sent_in_no_circle(
    who: str, words: str
) -> None:
    client = signed_in(who)
    shown = main_of(page(client))
    assert words in shown
    assert ('href="/meldingen/"' in shown) == (who == "lead")
    for elsewhere in ("/meldingen/", "/mijn-werk/"):
        other = main_of(client.get(elsewhere).content.decode())
        assert (elsewhere, "Bekijk uw casussen" in other) == (elsewhere, False)


def main_of(shown: str) -> str:
    """Return what stands below the bar, with its white space put together."""
    return " ".join(shown.split("<main")[1].split())


def test_closed_cases_have_a_list_of_their_own() -> None:
    story = told("closed")
    client = signed_in("lead")
    assert LINE.findall(page(client)) == []
    assert LINE.findall(page(client, "?stand=afgesloten")) == [story.reference]


def test_it_costs_the_same_with_few_and_with_many_cases(
    maintenance: "psycopg.Connection",
) -> None:
    story = told("execution")
    client = signed_in("lead")
    few = cost(client, "/casussen/")
    multiply(maintenance, story.reference, 150)
    assert cost(client, "/casussen/") == few <= MOST_QUERIES
    following = unescape(NEXT.findall(page(client))[0])
    assert cost(client, f"/casussen/{following}") <= MOST_QUERIES
    everything = (
        "?aanpak=severe_nuisance&fase=execution&wijk=overvecht&rol=case_lead&termijn=te-laat"
        "&regie-bij=u_centraal_casemanagement&partij=politie&volgorde=nieuwste&regie=ons"
    )
    assert LINE.findall(page(client, everything))
    assert cost(client, f"/casussen/{everything}") == few
