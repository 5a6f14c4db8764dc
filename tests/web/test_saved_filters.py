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
from woonvrede.access.refusals import Refused
from woonvrede.access.session import acting
from woonvrede.casework.lists.saved import MOST, MOST_SHARED, save_filter, saved_for

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


def away(client: Client) -> list[str]:
    """Return the addresses at which somebody can throw filters away."""
    return AWAY.findall(client.get("/casussen/filters/").content.decode())


def names(client: Client) -> list[str]:
    return [name for _, name in chips(client)]


def test_a_shared_filter_is_for_the_circle_and_thrown_away_by_its_maker() -> None:
    told("execution")
    manager, colleague = signed_in("manager"), signed_in("other_manager")
    elsewhere = signed_in("landlord")
    keep(manager, "Van mij")
    keep(manager, "Van ons", "ja")
    assert names(manager) == ["Van mij", "Van ons"]
    assert names(colleague) == ["Van ons"]
    assert names(elsewhere) == []
    found = away(manager)
    assert len(found) == 2
    for other in (colleague, elsewhere):
        assert away(other) == []
        assert [other.post(each).status_code for each in found] == [404, 404]
    assert [manager.post(each).status_code for each in found] == [302, 302]
    assert chips(manager) == chips(colleague) == []


def test_who_speaks_for_the_circle_throws_away_what_is_shared_in_it_alone() -> None:
    """In Utrecht the coordinator, whom the others call (§2)."""
    told("execution")
    manager, lead = signed_in("manager"), signed_in("lead")
    keep(manager, "Van mij")
    keep(manager, "Van ons", "ja")
    own, shared = away(manager)
    assert away(lead) == [shared]
    assert "gedeeld door een collega" in lead.get("/casussen/filters/").content.decode()
    for other in ("mediation_lead", "landlord"):  # they speak for other circles
        assert away(signed_in(other)) == []
        assert signed_in(other).post(shared).status_code == 404
    assert [lead.post(own).status_code, lead.post(shared).status_code] == [404, 302]
    assert names(manager) == ["Van mij"]


@pytest.mark.parametrize(
    "gone",
    [
        "update records_membership set until = now() where account_id = %s",
        "update records_account set is_active = false where id = %s",
    ],
)
def test_what_somebody_shared_who_left_is_shown_to_who_can_throw_it_away_alone(
    gone: str, maintenance: "psycopg.Connection"
) -> None:
    told("execution")
    keep(signed_in("manager"), "Bij Ans Fictief", "ja")
    lead, colleague = signed_in("lead"), signed_in("other_manager")
    assert names(lead) == names(colleague) == ["Bij Ans Fictief"]
    maintenance.execute(gone.encode(), [actor("manager").account])
    assert names(lead) == names(colleague) == away(colleague) == []
    shown = lead.get("/casussen/filters/").content.decode()
    assert "gedeeld door iemand die hier niet meer werkt" in shown
    assert [lead.post(each).status_code for each in away(lead)] == [302]
    assert maintenance.execute("select from records_savedfilter").fetchall() == []


def test_a_circle_has_room_for_twenty_shared_ones(maintenance: "psycopg.Connection") -> None:
    told("execution")
    manager, colleague = signed_in("manager"), signed_in("other_manager")
    for number in range(MOST_SHARED // 2):
        assert keep(manager, f"{number}", "ja") == keep(colleague, f"{number}", "ja") == 302
    answer = colleague.post(f"/casussen/filters/{CODES}", {"name": "meer", "shared": "ja"})
    assert answer.status_code == 409
    assert "In uw organisatie zijn al 20 filters gedeeld." in answer.content.decode()
    assert keep(colleague, "meer") == 302
    assert keep(signed_in("landlord"), "elders", "ja") == 302
    leave = "update records_membership set until = now() where account_id = %s"
    maintenance.execute(leave.encode(), [actor("manager").account])
    assert keep(colleague, "weer", "ja") == 302


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
        assert len(saved_for(lead, at=START)) == MOST


def test_it_costs_the_same_with_few_and_with_many() -> None:
    told("execution")
    client = signed_in("lead")
    paths = ("/casussen/", f"/casussen/filters/{CODES}")
    few = [cost(client, path) for path in paths]
    for number in range(MOST):
        keep(client, str(number), "ja")
    assert [cost(client, path) for path in paths] == few
    assert max(few) <= MOST_QUERIES
