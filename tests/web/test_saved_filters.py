# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Filters that people keep: their own, or shared within their circle, and with nobody else."""

import re
from html import unescape

import psycopg
import pytest
from django.test import Client

from tests.web.cost import MOST_QUERIES, cost
from tests.world import START, actor, signed_in, told
from woonvrede.access.accounts import invite
from woonvrede.access.refusals import Refused
from woonvrede.access.session import acting
from woonvrede.casework.lists.saved import MOST, save_filter, saved_for
from woonvrede.jobs.demo import cast
from woonvrede.running.within import connected_as

pytestmark = pytest.mark.usefixtures("people")

CODES = "?aanpak=severe_nuisance&termijn=te-laat"
AWAY = re.compile(r'action="(/casussen/filters/\d+/weg/)"')


def keep(client: Client, name: str, shared: str = "nee", codes: str = CODES) -> int:
    answer = client.post(f"/casussen/filters/{codes}", {"name": name, "shared": shared})
    return answer.status_code


def chips(client: Client) -> list[tuple[str, str]]:
    """Return address and name of every filter that stands above somebody's list."""
    shown = client.get("/casussen/").content.decode()
    found = re.search(r'<ul class="chips" aria-label="Bewaarde filters">.*?</ul>', shown, re.DOTALL)
    return re.findall(r'href="([^"]+)"[^>]*>([^<]+)<', unescape(found[0])) if found else []


def test_a_filter_is_kept_under_a_name_and_leads_back_to_its_list() -> None:
    told("execution")
    client = signed_in("lead")
    assert chips(client) == []
    assert keep(client, "Onze  late\x00 zaken") == 302
    assert chips(client) == [(f"/casussen/{CODES}", "Onze late zaken")]
    shown = client.get(f"/casussen/{CODES}").content.decode()
    assert 'aria-current="true">Onze late zaken' in shown


def test_what_is_kept_is_codes_of_the_agreement_alone(maintenance: "psycopg.Connection") -> None:
    told("execution")
    client = signed_in("lead")
    asked = "?aanpak=severe_nuisance&fase=Jan+Jansen&partij=Jansen&zoek=Jansen&na=Jansen&stand=x"
    assert keep(client, "Een filter", codes=asked) == 302
    kept = maintenance.execute("select codes from records_savedfilter").fetchall()
    assert kept == [("aanpak=severe_nuisance",)]


def test_a_shared_filter_is_for_the_circle_and_thrown_away_by_its_maker() -> None:
    told("execution")
    with connected_as("owner"):
        invite(
            f"tweede@{cast.HOST}",
            name="Tweede Voorbeeld",
            party=actor("lead").party_key,
            functions=list(actor("lead").functions),
            at=START,
        )
    lead, elsewhere = signed_in("lead"), signed_in("landlord")
    keep(lead, "Van mij")
    keep(lead, "Van ons", "ja")
    colleague = signed_in("tweede")
    assert [name for _, name in chips(lead)] == ["Van mij", "Van ons"]
    assert [name for _, name in chips(colleague)] == ["Van ons"]
    assert chips(elsewhere) == []
    away = AWAY.findall(lead.get("/casussen/filters/").content.decode())
    assert len(away) == 2
    for other in (colleague, elsewhere):
        assert AWAY.findall(other.get("/casussen/filters/").content.decode()) == []
        assert [other.post(each).status_code for each in away] == [404, 404]
    assert [lead.post(each).status_code for each in away] == [302, 302]
    assert chips(lead) == chips(colleague) == []


def test_a_name_is_asked_and_for_whom_and_each_fault_says_what() -> None:
    client = signed_in("lead")
    for name, shared, words in (
        ("", "nee", "Geef het filter een naam."),
        ("x" * 61, "nee", "Gebruik ten hoogste 60 tekens."),
        ("111222333", "nee", "burgerservicenummer"),
        ("Goed", "", "Kies voor wie het filter is."),
    ):
        answer = client.post(f"/casussen/filters/{CODES}", {"name": name, "shared": shared})
        assert (name, answer.status_code) == (name, 400)
        assert words in answer.content.decode()
    assert keep(client, "Goed") == 302
    answer = client.post(f"/casussen/filters/{CODES}", {"name": "Goed", "shared": "nee"})
    assert "U hebt al een filter met deze naam." in answer.content.decode()


def test_there_is_room_for_twenty() -> None:
    lead = actor("lead")
    with acting(lead):
        for number in range(MOST):
            save_filter(f"{number}", "", shared="nee", actor=lead, at=START)
    with pytest.raises(Refused, match="al 20 filters"), acting(lead):
        save_filter("meer", "", shared="nee", actor=lead, at=START)
    with acting(lead):
        assert len(saved_for(lead)) == MOST


def test_it_costs_the_same_with_few_and_with_many() -> None:
    told("execution")
    client = signed_in("lead")
    paths = ("/casussen/", f"/casussen/filters/{CODES}")
    few = [cost(client, path) for path in paths]
    for number in range(MOST):
        keep(client, str(number), "ja")
    assert [cost(client, path) for path in paths] == few
    assert max(few) <= MOST_QUERIES
