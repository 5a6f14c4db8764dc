# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Mijn werk, as a page: every line leads somewhere, and many cost no more than few."""

import re

import psycopg
import pytest
from django.test import Client

from tests.support.many import multiply
from tests.web.cost import MOST_QUERIES, cost
from tests.world import signed_in, told
from woonvrede.casework.lists.worklist import Work

pytestmark = pytest.mark.usefixtures("people")

LINK = re.compile(r'href="(/(?:casussen|meldingen)/20[^"]*)"')


def page(client: Client) -> str:
    answer = client.get("/mijn-werk/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_report_is_one_click_from_its_judge() -> None:
    story = told("reported")
    shown = page(signed_in("lead"))
    assert LINK.findall(shown) == [f"/meldingen/{story.report}/"]
    assert "1 ding vraagt vandaag uw aandacht" in shown
    assert "Melding van Portaal" in " ".join(shown.split())
    assert '<span class="count">1<' in shown


def test_a_question_that_waited_too_long_is_told_so() -> None:
    story = told("awaiting_permission")
    shown = page(signed_in("landlord"))
    assert "Toestemming geven of weigeren" in shown
    assert "(te laat)" in shown
    assert LINK.findall(shown) == [f"/casussen/{story.reference}/"]


@pytest.mark.parametrize("kind", ["assigned", "invited"])
def test_a_role_keeps_its_capitals(kind: str) -> None:
    """Some roles are called after a party."""
    work = Work(kind, "Buurtteam Sociaal", "", None, late=False, reference="", title="")
    assert work.said.endswith(" als Buurtteam Sociaal")


def test_the_words_of_the_tile_agree_with_what_stands_below() -> None:
    """Nothing of ours is late, and that of others is not called on time."""
    told("awaiting_permission")
    shown = " ".join(page(signed_in("lead")).split())
    assert "te laat bij anderen: 1" in shown
    assert "alles op tijd" not in shown
    assert 'href="#wacht"' in shown
    assert "alles op tijd" in page(signed_in("police"))


@pytest.mark.parametrize(
    ("who", "number"),
    [("lead", 2), ("manager", 1), ("other_manager", 0), ("landlord", 1), ("police", 1)],
)
def test_the_number_of_running_cases_is_that_of_the_list_it_leads_to(who: str, number: int) -> None:
    for stage in ("execution", "considered", "closed", "awaiting_permission"):
        told(stage)
    client = signed_in(who)
    tile = re.search(
        r'href="(/casussen/[^"]*)"><small>Lopende[^<]*</small> <strong>(.*?)</strong>',
        page(client),
        re.DOTALL,
    )
    assert tile
    listed = client.get(tile.group(1)).content.decode()
    lines = re.findall(r'<th scope="row"><a [^>]*href="/casussen/', listed)
    assert (int(tile.group(2).split("#}")[-1]), len(lines)) == (number, number)


def test_every_line_leads_to_a_page_that_opens() -> None:
    told("execution")
    for who in ("lead", "manager", "social_team", "police", "landlord"):
        client = signed_in(who)
        for link in LINK.findall(page(client)):
            assert (who, link, client.get(link).status_code) == (who, link, 200)


def test_who_has_nothing_to_do_is_told_where_it_will_come() -> None:
    shown = page(signed_in("secretary"))
    assert "U hebt nu niets te doen" in shown
    assert LINK.findall(shown) == []


@pytest.mark.parametrize("who", ["lead", "landlord"])
def test_it_costs_the_same_with_few_and_with_many_cases(
    maintenance: "psycopg.Connection", who: str
) -> None:
    story = told("awaiting_permission")
    client = signed_in(who)
    few = cost(client, "/mijn-werk/")
    multiply(maintenance, story.reference, 150)
    assert cost(client, "/mijn-werk/") == few <= MOST_QUERIES


def test_what_is_many_is_not_counted_to_the_end(maintenance: "psycopg.Connection") -> None:
    story = told("awaiting_permission")
    multiply(maintenance, story.reference, 150)
    shown = page(signed_in("lead"))
    assert "99+" in shown
    assert "151" not in shown
    assert "Dit zijn de eerste 25." in shown


def test_it_only_answers_to_asking() -> None:
    assert signed_in("lead").post("/mijn-werk/").status_code == 405
