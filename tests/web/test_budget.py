# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every page's budget: at most twelve questions, and as many with 10,000 cases as with 10."""

import re
from collections.abc import Iterable, Mapping
from html import unescape

import pytest
from django.test import Client
from django.urls import resolve

from tests.oracle.read_urls import answers
from tests.story import CAST
from tests.support.city import UTRECHT
from tests.support.neighbours import hygiene, mediation, picture
from tests.support.report_form import ADDRESS
from tests.support.ways import eviction, with_all_guests
from tests.web.cost import MOST_QUERIES, cost
from tests.world import signed_in, told
from woonvrede.casework.photos.add import add_photo
from woonvrede.jobs.demo import cast
from woonvrede.jobs.demo.crowded.grow import grow

FEW, MANY = 10, 10_000
WHO = (
    "lead",
    "manager",
    "landlord",
    "hygiene_expert",
    "mediation_lead",
    "functional_manager",
)
LINK = re.compile(r'(?:href|action)="(/[^"#]*)"')
BEGUN = "/meldingen/nieuw/begonnen/"
FIGURE = "/monitoring/EW-1/?periode=2026-H1"
NOT_CLICKED = {"monitoring-excel"}  # a file
# What was agreed holds no cases; its own test is stricter.
AGREED = "agreement"

Pages = Mapping[tuple[str, str], str]


@pytest.mark.usefixtures("people")
def test_a_page_costs_the_same_with_ten_and_with_ten_thousand_cases() -> None:
    told("closed")
    told("reported")
    reference = told("execution").reference
    # In a case of this kind nobody needs to agree; in one about debts they do.
    asked, agreed = eviction("joint_intake"), with_all_guests(eviction("joint_intake"))
    consents = [f"/casussen/{each.reference}/instemming/youth_team/" for each in (asked, agreed)]
    ahead = [f"/casussen/{reference}/", f"/casussen/toewijzen/?casus={reference}"]
    ahead += [
        f"/casussen/{mediation('assigned').reference}/stap/reassign/",
        "/vrijwilligers/nieuw/",
    ]
    ahead += [consents[0], f"{consents[1]}intrekken/"]
    dirty = hygiene("visit")
    dirty.do("hygiene_expert", add_photo, dirty.reference, picture())
    ahead += [f"/casussen/{dirty.reference}/fotos/"]
    clients = {who: signed_in(who) for who in WHO}
    clients["landlord"].post(f"{BEGUN}adres/", ADDRESS)
    cast.offer_cast(CAST)
    list(grow(FEW, [UTRECHT]))
    reached = {who: _reached(client, ahead) for who, client in clients.items()}
    pages = {(who, name): path for who in WHO for name, path in reached[who].items()}
    few = _costs(clients, pages)
    list(grow(MANY, [UTRECHT]))
    assert _costs(clients, pages) == few
    assert {page: cost for page, cost in few.items() if cost > MOST_QUERIES} == {}
    assert {name for _, name in pages} | NOT_CLICKED >= _all_pages()


def _costs(clients: Mapping[str, Client], pages: Pages) -> dict[tuple[str, str], int]:
    return {(who, name): cost(clients[who], path) for (who, name), path in pages.items()}


def _reached(client: Client, begin: Iterable[str]) -> dict[str, str]:
    """Return by name the first page of each kind to which somebody can click on."""
    found: dict[str, str] = {}
    ahead = ["/mijn-werk/", *begin, FIGURE, f"{BEGUN}adres/", f"{BEGUN}controleren/"]
    while ahead:
        path = ahead.pop(0)
        name = _name(path)
        if name in found or name in NOT_CLICKED or name.startswith(AGREED):
            continue
        answer = client.get(path)
        if answer.status_code == 200:
            found[name] = path
            ahead += _links(answer.content.decode(errors="replace"))
    return found


def _links(page: str) -> Iterable[str]:
    return (link for link in map(unescape, LINK.findall(page)) if not link.startswith("/static/"))


def _name(path: str) -> str:
    return resolve(path.partition("?")[0]).url_name or ""


def _all_pages() -> set[str]:
    """Return by name the pages that show somebody something of a case, a report or a figure."""
    return {
        each.url
        for each, answer in answers().items()
        if each.method == "GET"
        and answer.right != "account"
        and 200 in answer.statuses["entitled"]
        and not each.url.startswith(AGREED)
    }
