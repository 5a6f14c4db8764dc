# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two cities in one installation: nobody of the one sees, or is offered, anything of the other."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from html import unescape
from itertools import product

import pytest

from tests.access.rows import Connection
from tests.intake.reporting import FORM
from tests.story import CAST
from tests.world import START, signed_in, told
from woonvrede.access.accounts import invite
from woonvrede.access.actor import actors_of
from woonvrede.access.books import book
from woonvrede.access.refusals import Invalid
from woonvrede.access.session import acting
from woonvrede.agreement.book import Intervention
from woonvrede.intake.address import Address
from woonvrede.intake.register import NewReport, register
from woonvrede.jobs.demo import cast, story
from woonvrede.jobs.demo.read import demos
from woonvrede.jobs.demo.world import tell
from woonvrede.running.within import connected_as

UTRECHT, CITY = "utrecht-2019", "voorbeeldstad-2026"
PEOPLE = {UTRECHT: CAST, CITY: demos()[CITY].people}
OTHER = {UTRECHT: CITY, CITY: UTRECHT}
JUDGES = {UTRECHT: "lead", CITY: "planner"}
CASES = {UTRECHT: "severe_nuisance", CITY: "persistent_nuisance"}
MANAGERS = {UTRECHT: "manager", CITY: "companion"}
SOUND = NewReport(
    Address("9999 ZA", "7", "Havenkade", "Voorbeeldstad", "havenwijk"),
    "corporation",
    "woonbelang",
    dict.fromkeys(("keeps_going", "burdens_neighbours", "tried_before", "acute_danger"), "ja")
    | {"what_happens": "sound", "told": "Muziek in de nacht."},
)


@pytest.fixture
def cities(fresh_world: None) -> dict[str, list[story.Story]]:
    """In each city: a case in which everybody takes part, and a report that waits."""
    for people in PEOPLE.values():
        cast.make_cast(people, START)
    scenes = {scene.key: scene for scene in demos()[CITY].scenes}
    mine = [tell(scenes[key], story.Story(START)) for key in ("together", "reported")]
    return {UTRECHT: [told("execution"), told("reported")], CITY: mine}


def names_of(city: str) -> set[str]:
    """Return what the other city must not read: who takes part there, what they do, and where."""
    agreement = book(city)
    labels = set(agreement.labels["circles"].values())
    labels |= {each.label for each in agreement.interventions.values()}
    labels |= {f'value="{district.key}"' for district in agreement.districts}
    return labels


@pytest.mark.parametrize("city", [UTRECHT, CITY])
def test_no_page_tells_of_the_other_city(city: str, cities: dict[str, list[story.Story]]) -> None:
    ours, theirs = cities[city], cities[OTHER[city]]
    absent = names_of(OTHER[city]) | {each.report for each in theirs}
    absent |= {each.reference for each in theirs if each.reference}
    route = next(iter(book(OTHER[city]).interventions))
    district = book(OTHER[city]).districts[0].key
    pages = [
        "/mijn-werk/",
        "/casussen/",
        f"/casussen/?aanpak={route}&wijk={district}",
        f"/casussen/{ours[0].reference}/",
        f"/casussen/{ours[0].reference}/partijen/",
        "/meldingen/",
        f"/meldingen/?wijk={district}",
        f"/meldingen/{ours[1].report}/",
        "/meldingen/nieuw/",
        "/monitoring/",
    ]
    answered = 0
    for persona in (each for each in PEOPLE[city] if each.party):
        client = signed_in(persona.key)
        for page in pages:
            answer = client.get(page, follow=True)
            text = answer.content.decode()
            answered += answer.status_code == 200
            found = {name for name in absent if re.search(rf"(?<!\w){re.escape(name)}", text)}
            assert (persona.key, page, found) == (persona.key, page, set())
    assert answered > len(PEOPLE[city])


@pytest.mark.usefixtures("cities")
@pytest.mark.parametrize("city", [UTRECHT, CITY])
def test_each_city_reads_its_own_text_by_paragraph(city: str) -> None:
    client = signed_in(JUDGES[city])
    address = f"/overeenkomst/{city}/tekst/"
    assert f'href="{address}"' in client.get("/overeenkomst/").content.decode()
    answer = client.get(address)
    text = book(city).text
    assert text is not None
    shown = unescape(answer.content.decode())
    assert [each.label for each in text.sections if each.label not in shown] == []
    assert client.get(f"/overeenkomst/{OTHER[city]}/tekst/").status_code == 404


@pytest.mark.parametrize("city", [UTRECHT, CITY])
def test_the_cases_and_reports_of_the_other_city_are_not_there(
    city: str, cities: dict[str, list[story.Story]]
) -> None:
    case, report = cities[OTHER[city]]
    pages = [f"/casussen/{case.reference}/", f"/meldingen/{report.report}/"]
    pages += [f"/casussen/{case.reference}/partijen/", "/casussen/2026-2222-22/"]
    for persona in (each for each in PEOPLE[city] if each.party):
        client = signed_in(persona.key)
        told_of = [client.get(page) for page in pages]
        assert [answer.status_code for answer in told_of] == [404] * len(pages)


@pytest.mark.parametrize(
    ("who", "city"), [("landlord", UTRECHT), ("owner", CITY)], ids=[UTRECHT, CITY]
)
def test_a_report_is_judged_under_the_agreement_of_who_reports(
    who: str, city: str, cities: dict[str, list[story.Story]]
) -> None:
    actor = cast.actor(who, START)
    with acting(actor):
        made = register(FORM if city == UTRECHT else SOUND, actor=actor, at=START)
    assert made.agreement == city
    assert made.proposed in book(city).interventions
    assert made.judge.key in book(city).circles


@pytest.mark.parametrize(
    ("differing", "field"),
    [
        ({"tenure": "social_rent"}, "tenure"),
        ({"landlord": "portaal"}, "landlord"),
        ({"address": replace(SOUND.address, district="overvecht")}, "district"),
    ],
    ids=["tenure", "landlord", "district"],
)
def test_a_word_of_the_other_city_is_no_word(
    differing: dict[str, object], field: str, cities: dict[str, list[story.Story]]
) -> None:
    actor = cast.actor("owner", START)
    with acting(actor), pytest.raises(Invalid) as refused:
        register(replace(SOUND, **differing), actor=actor, at=START)  # type: ignore[arg-type]
    assert field in refused.value.errors


def test_who_works_in_both_cities_goes_on_with_a_draft_in_its_own_alone(
    cities: dict[str, list[story.Story]], maintenance: Connection
) -> None:
    """The same account, and the same key in the address."""
    with connected_as("owner"):
        who, does = f"landlord@{cast.HOST}", ["tenant_manager"]
        account = invite(who, name="", party="woonbelang", functions=does, at=START)
    here, there = actors_of(account.pk, at=datetime.now(UTC))
    client, page, typed = signed_in("landlord"), "/meldingen/nieuw/sleutel/adres/", "Havenkade"
    sent = {"postcode": "9999 ZA", "number": "7", "town": "Utrecht", "district": "overvecht"}
    assert client.post(page, {**sent, "street": typed}).status_code == 302
    for actor, seen in ((here, True), (there, False)):
        session = client.session
        session["membership"] = actor.membership
        session.save()
        for address in (page, "/meldingen/nieuw/"):
            answer = client.get(address, follow=True)
            assert answer.status_code == 200
            assert (typed in answer.content.decode()) is seen, address
    other = {**sent, "street": "Kaai", "district": "havenwijk"}
    assert client.post(page, other).status_code == 302
    kept = "select party_id, answers ->> 'street' from records_draft order by id"
    assert maintenance.execute(kept).fetchall() == [
        (here.party, typed),
        (there.party, "Kaai"),
    ]


@pytest.mark.parametrize("city", [UTRECHT, CITY])
def test_nobody_of_the_other_city_is_invited_and_no_route_leads_there(
    city: str, cities: dict[str, list[story.Story]], maintenance: Connection
) -> None:
    case, report = cities[city]
    theirs = book(OTHER[city])
    manager = signed_in(MANAGERS[city])
    invited = {each.role for each in _route(city).invitations}
    for role, party in product(sorted(invited), sorted(theirs.circles)[:4]):
        answer = manager.post(f"/casussen/{case.reference}/partijen/", {"seat": f"{role}.{party}"})
        assert answer.status_code >= 400
    judge = signed_in(JUDGES[city])
    for route in theirs.interventions:
        sent = {"route": route, "reason": "Omdat het kan.", "version": "1"}
        assert judge.post(f"/meldingen/{report.report}/", sent).status_code >= 400
    parties = "select distinct p.key from records_involvement i join records_party p on p.id = "
    seated = maintenance.execute(
        parties + "i.party_id join records_case c on c.id = i.case_id where c.reference = %s",
        [case.reference],
    )
    assert {key for (key,) in seated} <= book(city).circles.keys()
    asked = "select decided from records_report where reference = %s"
    assert maintenance.execute(asked, [report.report]).fetchall() == [("",)]


def _route(city: str) -> Intervention:
    """Return the intervention of the case in which everybody takes part."""
    return book(city).interventions[CASES[city]]
