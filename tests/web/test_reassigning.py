# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Giving several cases to another colleague: each by its own step, and a summary (§3.2)."""

import re
from html import escape, unescape
from typing import Any

import psycopg
import pytest
from django.test import Client

from tests.story import Story
from tests.support.many import multiply, reference_of
from tests.web.cost import MOST_QUERIES, cost
from tests.world import actor, signed_in, told
from woonvrede.access.refusals import Refused
from woonvrede.web.manners import new_key

pytestmark = pytest.mark.usefixtures("people")

PATH = "/casussen/toewijzen/"
CHOSEN = re.compile(r'type="hidden" name="casus" value="([^"]+)"')
HIDDEN = re.compile(r'type="hidden" name="([^"]+)" value="([^"]*)"')
TICK = re.compile(r'type="checkbox" name="casus" value="([^"]+)"')


def number_of(who: str) -> str:
    return str(actor(who).account)


def many(story: Story, to: "psycopg.Connection", more: int = 2) -> list[str]:
    """Return the references of this case and of some like it."""
    multiply(to, story.reference, more)
    return [story.reference, *map(reference_of, range(1, more + 1))]


def chosen(client: Client, references: list[str]) -> list[str]:
    """Return the cases with their versions, as the page that asks for a colleague holds them."""
    asked = "&".join(f"casus={each}" for each in references)
    answer = client.get(f"{PATH}?{asked}")
    assert answer.status_code == 200
    return CHOSEN.findall(answer.content.decode())


def give(client: Client, cases: list[str], to: str, **more: str) -> Any:
    answer: Any = client.post(PATH, {"casus": cases, "colleague": to, **more})
    return answer


def said(answer: Any) -> str:
    """Return what a page says, without its tags."""
    shown = answer.content.decode().split("<main")[1]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", shown)).split())


def holders(to: "psycopg.Connection") -> dict[str, str]:
    rows = to.execute(
        "select c.reference, a.name from records_involvement i join records_case c on"
        " c.id = i.case_id join records_account a on a.id = i.account_id"
        " where i.role = 'case_manager' and i.until is null"
    ).fetchall()
    return dict(rows)


def test_who_leads_ticks_cases_and_gives_them_to_a_colleague(
    maintenance: "psycopg.Connection",
) -> None:
    story = told("execution")
    references = many(story, maintenance)
    client = signed_in("lead")
    assert set(TICK.findall(client.get("/casussen/").content.decode())) == set(references)
    cases = chosen(client, references[:2])
    assert [each.split(":")[0] for each in cases] == references[:2]
    answer = give(client, cases, number_of("other_manager"))
    assert answer.status_code == 200
    assert "Gelukt 2 casussen zijn nu van Carlijn Voorbeeld." in said(answer)
    assert holders(maintenance) == {
        references[0]: "Carlijn Voorbeeld",
        references[1]: "Carlijn Voorbeeld",
        references[2]: "Casper Voorbeeld",
    }
    told_of = "select count(*) from records_event where kind = 'Assigned' and case_id = any(%s)"
    ids = "select array_agg(id) from records_case where reference = any(%s)"
    (cases_of,) = maintenance.execute(ids, [references[1:]]).fetchone() or ([],)
    assert maintenance.execute(told_of, [cases_of]).fetchone() == (1,)


def test_the_page_says_which_and_who_has_them_now() -> None:
    story = told("execution")
    shown = said(signed_in("lead").get(f"{PATH}?casus={story.reference}"))
    assert "Deze casus krijgt een andere collega: Lindeplein 112" in shown
    assert "Nu van Casper Voorbeeld" in shown
    assert "Carlijn Voorbeeld" in shown


def test_what_could_not_be_done_is_told_with_why(maintenance: "psycopg.Connection") -> None:
    """One was changed meanwhile, one is closed, one is not there; the rest is done."""
    story = told("execution")
    references = many(story, maintenance, 3)
    client = signed_in("lead")
    cases = chosen(client, references)
    change = "update records_case set {} where reference = %s"
    maintenance.execute(change.format("version = version + 1").encode(), [references[1]])
    maintenance.execute(change.format("stage = 'screening'").encode(), [references[2]])
    maintenance.execute(change.format("party_ids = '{}'").encode(), [references[3]])
    answer = give(client, cases, number_of("other_manager"))
    words = said(answer)
    assert "Voor een deel gelukt 1 casus is nu van Carlijn Voorbeeld." in words
    assert f"{references[1]} : Deze casus is intussen gewijzigd." in words
    assert f"{references[2]} : Dit mag alleen in een andere fase" in words
    assert "1 casus bestaat niet, of ziet u niet meer." in words
    assert references[3] not in words
    assert {name for ref, name in holders(maintenance).items() if ref != references[0]} == {
        "Casper Voorbeeld"
    }
    refusals = maintenance.execute(
        "select action, cardinality(case_ids) from records_reading where refused order by id"
    ).fetchall()
    assert refusals == [("refused:case-list-reassign", 1)] * 2


def test_who_cannot_have_a_case_is_said_per_case(maintenance: "psycopg.Connection") -> None:
    """A colleague who works in another district would not see it."""
    story = told("execution")
    maintenance.execute(
        "update records_membership set districts = '{zuid}' where account_id = %s",
        [int(number_of("other_manager"))],
    )
    client = signed_in("lead")
    answer = give(client, chosen(client, [story.reference]), number_of("other_manager"))
    assert "Niet gelukt Er ging geen casus naar Carlijn Voorbeeld." in said(answer)
    assert "Deze collega kan deze casus niet krijgen." in said(answer)
    assert set(holders(maintenance).values()) == {"Casper Voorbeeld"}


def test_who_has_a_case_already_does_not_get_it_again(maintenance: "psycopg.Connection") -> None:
    """Neither among several nor by the step of the case itself, and nothing says that they did."""
    story = told("execution")
    client = signed_in("lead")
    count = "select count(*) from records_event where kind = 'Assigned'"
    before = maintenance.execute(count).fetchone()
    answer = give(client, chosen(client, [story.reference]), number_of("manager"))
    assert "Niet gelukt Er ging geen casus naar Casper Voorbeeld." in said(answer)
    assert f"{story.reference} : Deze casus is al van deze collega." in said(answer)
    with pytest.raises(Refused, match="al van deze collega"):
        story.step("lead", "reassign", colleague=number_of("manager"))
    assert maintenance.execute(count).fetchone() == before
    assert set(holders(maintenance).values()) == {"Casper Voorbeeld"}


def test_the_way_back_leads_to_the_list_as_it_was_filtered() -> None:
    """In codes that the list offers, and no others."""
    story = told("execution")
    client = signed_in("lead")
    here = "aanpak=severe_nuisance&regie=ons"
    back = f'href="/casussen/?{escape(here)}"'
    shown = client.get(f"/casussen/?{here}&wijk=nergens").content.decode()
    form = shown.split(f'action="{PATH}"')[1].split("</form>")[0]
    assert dict(HIDDEN.findall(form)) == {"aanpak": "severe_nuisance", "regie": "ons"}
    asked = client.get(f"{PATH}?casus={story.reference}&{here}&wijk=nergens").content.decode()
    assert asked.count(back) == 2
    assert f'action="{PATH}?{escape(here)}"' in asked
    assert client.get(f"{PATH}?{here}").content.decode().count(back) == 2
    given = {"casus": CHOSEN.findall(asked), "colleague": number_of("other_manager")}
    answer = client.post(f"{PATH}?{here}", given)
    assert "1 casus is nu van Carlijn Voorbeeld." in said(answer)
    assert answer.content.decode().count(back) == 2


def test_the_same_click_twice_gives_them_once(maintenance: "psycopg.Connection") -> None:
    story = told("execution")
    client, key = signed_in("lead"), new_key()
    cases = chosen(client, many(story, maintenance))
    count = "select count(*) from records_event where kind = 'Assigned'"
    before = maintenance.execute(count).fetchone()
    answers = [give(client, cases, number_of("other_manager"), once=key) for _ in range(2)]
    assert said(answers[0]) == said(answers[1])
    assert "3 casussen zijn nu van Carlijn Voorbeeld." in said(answers[1])
    after = maintenance.execute(count).fetchone()
    assert before is not None
    assert after == (before[0] + 3,)


def test_without_a_colleague_nothing_is_done(maintenance: "psycopg.Connection") -> None:
    story = told("execution")
    client = signed_in("lead")
    cases = chosen(client, [story.reference])
    for to in ("", "nobody", number_of("landlord"), number_of("police")):
        answer = give(client, cases, to)
        assert (to, answer.status_code) == (to, 400)
        assert "Kies de collega die deze casussen krijgt." in answer.content.decode()
        assert CHOSEN.findall(answer.content.decode()) == cases
    assert set(holders(maintenance).values()) == {"Casper Voorbeeld"}


@pytest.mark.parametrize("who", ["manager", "landlord", "police"])
def test_who_assigns_nobody_has_nothing_to_tick_and_no_page(who: str) -> None:
    story = told("execution")
    client = signed_in(who)
    assert TICK.findall(client.get("/casussen/").content.decode()) == []
    assert client.get(f"{PATH}?casus={story.reference}").status_code == 404
    assert give(client, [f"{story.reference}:1"], number_of("manager")).status_code == 404


def test_what_is_typed_by_hand_breaks_nothing() -> None:
    story = told("execution")
    client = signed_in("lead")
    to = number_of("other_manager")
    assert give(client, [], to).status_code == 400
    long = "9" * 4301  # longer than Python reads
    for cases in (["x"], [":"], [story.reference], ["\x00:1"], [f"{story.reference}\x00:1"]):
        assert (cases, give(client, cases, to).status_code) == (cases, 200)
    for version in ("x", "\x00", "-1", "٣", long, "9" * 18, "9" * 19):
        answer = give(client, [f"{story.reference}:{version}"], to)
        assert "Niet gelukt Er ging geen casus naar Carlijn Voorbeeld." in said(answer)
    for reference in ("%00", f"{story.reference}%00", long, "%F0%9F%8F%A0"):
        assert "U koos geen casus." in said(client.get(f"{PATH}?casus={reference}"))
    assert "U koos geen casus." in said(client.get(PATH))


def test_it_costs_the_same_with_one_and_with_many(maintenance: "psycopg.Connection") -> None:
    story = told("execution")
    client = signed_in("lead")
    one = cost(client, f"{PATH}?casus={story.reference}")
    asked = "&".join(f"casus={each}" for each in many(story, maintenance, 24))
    assert cost(client, f"{PATH}?{asked}") == one <= MOST_QUERIES
