# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages of the register and of choosing two, and requests that were forged past them."""

import pytest
from django.utils.timezone import localdate

from tests.story import CAST
from tests.support.case_form import at, hidden_in, send, words
from tests.support.volunteers import AGREED, DEMO, LEAD, change, everybody, found_for, sought
from tests.web.cost import MOST_QUERIES, cost
from tests.world import START, signed_in
from woonvrede.casework.volunteers.candidates import EXPIRED, INVOLVED
from woonvrede.casework.volunteers.pairing import NO_REASON
from woonvrede.jobs.demo import cast
from woonvrede.jobs.demo.city.draw import crowd
from woonvrede.jobs.demo.city.read import cities

SOUND = {
    "languages": ["dutch"],
    "training": "basic",
    "trained_until": "31-12-2027",
    "availability": ["saturday"],
    "hours": "8",
    "state": "active",
    "street": "Geheime Laan",
    "area": "3511",
}
NEAR, LAPSED, IN_STREET = "volunteer_elif", "volunteer_gerrit", "volunteer_dirk"


@pytest.fixture(autouse=True)
def world(fresh_world: None) -> None:
    everybody(localdate())


@pytest.mark.parametrize("who", [each.key for each in CAST if each.party])
def test_the_register_is_there_for_who_keeps_it_alone(who: str) -> None:
    client = signed_in(who)
    status = 200 if who == LEAD else 404
    assert client.get("/vrijwilligers/").status_code == status
    assert client.get("/vrijwilligers/nieuw/").status_code == status
    menu = words(client.get("/mijn-werk/"))
    assert ('href="/vrijwilligers/"' in menu) is (who == LEAD)


def test_a_forged_change_of_the_register_finds_nothing() -> None:
    number = _number("Vera Voorbeeld")
    for who in ("mediator", "lead", "landlord"):
        for path in ("nieuw/", f"{number}/", f"{number}/weg/"):
            answer = signed_in(who).post(f"/vrijwilligers/{path}", {**SOUND, "version": "1"})
            assert (who, path, answer.status_code) == (who, path, 404)
    assert len(_lines()) == len(DEMO.others) + 1


def test_what_was_typed_stays_and_each_fault_is_told() -> None:
    client, number = signed_in(LEAD), _number("Vera Voorbeeld")
    wrong = {**SOUND, "area": "12", "hours": "negen", "languages": []}
    answer = send(client, f"/vrijwilligers/{number}/", **wrong)
    page = words(answer)
    assert answer.status_code == 400
    assert "Vul de vier cijfers van de postcode in, zoals 3511." in page
    assert "Vul een heel getal in, van 1 tot en met 80." in page
    assert "Kies minstens één taal." in page
    assert 'value="negen"' in page


def test_a_home_that_was_saved_is_not_shown_again() -> None:
    client, number = signed_in(LEAD), _number("Vera Voorbeeld")
    assert send(client, f"/vrijwilligers/{number}/", **SOUND).status_code == 302
    for path in (f"/vrijwilligers/{number}/", "/vrijwilligers/"):
        page = words(client.get(path))
        assert "Geheime Laan" not in page
        assert "3511" not in page.replace("zoals 3511", "").replace("Bijvoorbeeld 3511", "")


def test_who_saves_second_reads_what_stands_by_now_beside_what_they_typed() -> None:
    client, path = signed_in(LEAD), f"/vrijwilligers/{_number('Vera Voorbeeld')}/"
    opened = hidden_in(words(client.get(path)))
    assert send(client, path, **SOUND).status_code == 302
    answer = client.post(path, {**opened, **SOUND, "hours": "12", "availability": ["sunday"]})
    page = words(answer)
    assert answer.status_code == 409
    assert 'value="12"' in page
    now = page.partition("Wat er nu staat")[2].partition("</section>")[0]
    assert [said in now for said in ("<dd>8</dd>", "<dd>Zaterdag</dd>")] == [True, True]
    assert now.count("<dd>") == 2  # of a home nothing, and not what is the same


def test_somebody_is_taken_out() -> None:
    client, number = signed_in(LEAD), _number("Vera Voorbeeld")
    assert client.post(f"/vrijwilligers/{number}/weg/").status_code == 302
    assert "Vera Voorbeeld" not in words(client.get("/vrijwilligers/"))
    assert client.get(f"/vrijwilligers/{number}/").status_code == 404


def test_a_forged_pair_is_refused_by_what_the_page_says() -> None:
    story, client = sought(), signed_in(LEAD)
    step = at(story, "stap/assign_mediator/")
    page = words(client.get(step))
    free = story.as_("mediator").account
    forged = [
        (IN_STREET, {}, INVOLVED),
        (LAPSED, {}, EXPIRED),
        (NEAR, {}, NO_REASON),
        (NEAR, {"despite": "   "}, NO_REASON),
        ("manager", {"despite": "x"}, "Kies een duo uit de lijst."),
    ]
    for who, more, sentence in forged:
        key = ".".join(map(str, sorted((free, story.as_(who).account))))
        assert (who == NEAR) or f'value="{key}"' not in page
        answer = client.post(step, {**hidden_in(page), **AGREED, "pair": key, **more})
        assert (who, answer.status_code) == (who, 400)
        assert sentence in words(answer)
    assert story.seen_by(LEAD).stage == "Intake"


def test_where_no_two_can_there_is_no_button_but_the_way_to_the_register() -> None:
    story, client = sought(), signed_in(LEAD)
    for each in DEMO.everybody:
        if each.volunteer:
            change(each.key, state="paused")
    page = words(client.get(at(story, "stap/assign_mediator/")))
    main = page.partition("<main")[2]
    assert "Er zijn nu geen twee vrijwilligers die deze casus samen kunnen doen." in main
    assert 'href="/vrijwilligers/"' in main
    assert "<form" not in main


def test_a_volunteer_reads_nothing_of_who_else_there_was() -> None:
    story = sought()
    story.step(LEAD, "assign_mediator", **AGREED, pair=story.pair(LEAD, "mediator", "partner"))
    page = words(signed_in("mediator").get(at(story)))
    assert "Voor u op pad gaat" in page
    assert "Victor Voorbeeld" in page
    assert "Vlierhof 7" in page  # where who complains lives
    for each in DEMO.others:
        assert each.key == "partner" or each.name not in page
    assert signed_in("mediator").get(at(story, "stap/reassign/")).status_code == 409
    assert "Voor u op pad gaat" not in words(signed_in(LEAD).get(at(story)))


def test_with_a_whole_city_of_volunteers_a_page_asks_no_more() -> None:
    story, client = sought(), signed_in(LEAD)
    number = _number("Vera Voorbeeld")
    pages = [
        at(story, "stap/assign_mediator/"),
        "/vrijwilligers/",
        "/vrijwilligers/nieuw/",
        f"/vrijwilligers/{number}/",
    ]
    few = [cost(client, page) for page in pages]
    more = [each for each in crowd(dict(cities())["utrecht-2019"]) if each.volunteer]
    keeper = next(each for each in DEMO.people if each.key == LEAD)
    cast.make_cast([keeper, *more], START, today=localdate())
    assert len(_lines()) > 50
    assert [cost(client, page) for page in pages] == few
    assert max(few) <= MOST_QUERIES
    assert len(found_for(story).pairs) == 24


def _lines() -> list[str]:
    page = words(signed_in(LEAD).get("/vrijwilligers/"))
    return [part.partition("/")[0] for part in page.split('href="/vrijwilligers/')[1:]
            if part[0].isdigit()]  # fmt: skip


def _number(name: str) -> str:
    page = words(signed_in(LEAD).get("/vrijwilligers/"))
    before = page.partition(f">{name}<")[0]
    return before.rpartition('href="/vrijwilligers/')[2].partition("/")[0]
