# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""A row of a register is corrected by a new version; the former stays in the history."""

import re
from typing import Any

import psycopg
import pytest

from tests.story import Story
from tests.support.case_form import at, done, hidden_in, send, words
from tests.world import signed_in, told
from woonvrede.casework.notes.row import add_row
from woonvrede.casework.people.invite import invite

pytestmark = pytest.mark.usefixtures("people")

ACTION = {"action": "Brief sturen", "party": "portaal", "due": "2026-04-01"}


@pytest.fixture
def story(people: None) -> Story:
    """A case in execution with one action."""
    story = told("execution")
    story.do("manager", add_row, story.reference, "actions", given=ACTION)
    return story


def form_of_row(page: str, register: str) -> str:
    """Return the address at which a row of a register is corrected."""
    found = re.search(rf'href="([^"]*lijst/{register}/\d+/)"', page)
    assert found
    return found.group(1)


def actions(page: str) -> str:
    """Return the table of actions."""
    table = page[page.index('aria-label="Lijst: Acties"') :]
    return table[: table.index("</table>")]


def test_one_click_says_that_an_action_is_done(
    story: Story, maintenance: "psycopg.Connection[Any]"
) -> None:
    client = signed_in("manager")
    page = words(client.get(at(story)))
    url = form_of_row(page, "actions")
    button = re.search(
        rf'<form class="tick" method="post" action="{url}">(.*?)</form>', page, re.DOTALL
    )
    assert button
    assert ">Gedaan<" in button.group(1)
    done(client.post(url, {**hidden_in(button.group(1)), "done": "ja"}), story)
    after = words(client.get(at(story)))
    assert re.search(r'data-label="Gedaan">Ja<', actions(after))
    assert "Brief sturen" in actions(after)
    assert ">Gedaan<" not in actions(after).split("<tbody>")[1].replace('data-label="Gedaan"', "")
    assert "Regel gewijzigd in Acties." in after
    rows = maintenance.execute(
        "select values ->> 'done', until is null from records_entry where key = 'actions'"
        " order by id"
    ).fetchall()
    assert rows == [(None, False), ("true", True)]


def test_a_row_is_corrected_and_a_column_is_emptied(story: Story) -> None:
    client = signed_in("manager")
    url = form_of_row(words(client.get(at(story))), "actions")
    page = words(client.get(url))
    assert "Brief sturen</textarea>" in page
    missing = send(client, url, action="", due="2-4-2026", party="portaal")
    assert missing.status_code == 400
    assert "Vul in: Actie" in words(missing)
    done(send(client, url, action="Brief brengen", due="2-4-2026", party="portaal"), story)
    url = form_of_row(words(client.get(at(story))), "actions")
    done(send(client, url, done="ja"), story)
    url = form_of_row(words(client.get(at(story))), "actions")
    done(send(client, url, done=""), story)
    shown = actions(words(client.get(at(story))))
    assert "Brief brengen" in shown
    assert "2 april 2026" in shown
    assert 'class="unticked">\N{EN DASH}<' in shown


def test_who_comes_second_loses_nothing(story: Story) -> None:
    client = signed_in("manager")
    url = form_of_row(words(client.get(at(story))), "actions")
    form = hidden_in(words(client.get(url)))
    story.facts("manager", "approach", goal="Stil na tien uur.")
    answer = client.post(url, {**form, "done": "ja"})
    assert answer.status_code == 409
    again = words(answer)
    assert "Deze casus is intussen gewijzigd" in again
    assert "Brief sturen</textarea>" in again  # what one click did not send stays as it was
    done(client.post(url, {**hidden_in(again.split("<form", 2)[-1]), "done": "ja"}), story)
    gone = client.post(url, {**form, "action": "Mijn versie"})
    assert gone.status_code == 409
    assert "intussen vervangen" in words(gone)
    assert "Mijn versie" in words(gone)


def test_nothing_changed_is_no_correction(story: Story) -> None:
    client = signed_in("manager")
    url = form_of_row(words(client.get(at(story))), "actions")
    answer = send(client, url, **ACTION)
    assert answer.status_code == 400
    assert "U hebt niets gewijzigd." in words(answer)


def test_who_may_not_write_it_corrects_nothing(story: Story) -> None:
    url = form_of_row(words(signed_in("manager").get(at(story))), "actions")
    landlord = signed_in("landlord")
    assert url not in words(landlord.get(at(story)))
    for answer in (landlord.get(url), landlord.post(url, {"done": "ja"})):
        assert answer.status_code == 409
        assert "andere partij" in words(answer)
    assert signed_in("other_landlord").get(url).status_code == 404


def test_only_the_police_correct_what_they_provided_and_it_reaches_the_same() -> None:
    """Wpg art. 20: the decision names who receives, also of the corrected words."""
    story = told("plan")
    assert "lijst/police_provisions/" not in words(signed_in("manager").get(at(story)))
    police = signed_in("police")
    url = form_of_row(words(police.get(at(story))), "police_provisions")
    assert signed_in("manager").get(url).status_code == 409
    done(send(police, url, content="Ga met drie personen."), story)
    assert "Ga met drie personen." in words(signed_in("manager").get(at(story)))
    for nobody in ("landlord", "social_team"):
        assert "drie personen" not in words(signed_in(nobody).get(at(story)))


def test_nobody_changes_what_another_party_wrote() -> None:
    """The executor and the social team both write goals (agreement §3.3), and see each other's."""
    story = told("execution")
    story.step("manager", "close", close_reason="nuisance_continues", next_trajectory="last_chance")
    story.step("landlord", "accept_hand_over")
    story.reference = story.seen_by("landlord").links[0].reference
    story.step("landlord", "give_order", order_number="1", order_date="2026-02-20")
    story.do("executor", invite, story.reference, "social_team", "buurtteam_sociaal")
    story.step("executor", "start_research")
    goal = {"goal": "Ritme vinden.", "score": "score_2", "scored_on": "2026-02-21"}
    story.do("executor", add_row, story.reference, "goals", given=goal)
    url = form_of_row(words(signed_in("executor").get(at(story))), "goals")
    team = signed_in("social_team")
    page = words(team.get(at(story)))
    assert "Ritme vinden." in page
    assert url not in page
    for answer in (team.get(url), team.post(url, {"goal": "Niets."})):
        assert answer.status_code == 409
        assert "van een andere organisatie" in words(answer)


def test_a_row_of_another_register_or_case_is_not_there(story: Story) -> None:
    client = signed_in("manager")
    url = form_of_row(words(client.get(at(story))), "actions")
    assert client.get(url.replace("actions", "incidents")).status_code == 404
    for number in ("999999", "9" * 30):
        assert client.get(at(story, f"lijst/actions/{number}/")).status_code == 404
        assert client.post(at(story, f"lijst/actions/{number}/")).status_code == 404
