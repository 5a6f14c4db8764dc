# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page of one case: what stands on it, for whom, and what it costs to make."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.access import rows
from tests.story import Story, Words, reported
from tests.support.neighbours import LIGHT, hygiene, to_team
from tests.support.ways import intend, measure
from tests.world import actor, signed_in, told
from woonvrede.access.session import acting
from woonvrede.casework.notes.row import add_row
from woonvrede.casework.notes.write import write_note
from woonvrede.casework.people.add import add_person
from woonvrede.casework.people.invite import invite
from woonvrede.casework.people.newcomer import NewPerson
from woonvrede.casework.tasks.give import give_task
from woonvrede.intake.decide import Decision, decide

pytestmark = pytest.mark.usefixtures("people")

MOST_QUERIES = 12
NOT_COUNTED = ("BEGIN", "COMMIT")


def page(client: Client, reference: str, more: str = "") -> str:
    """Return the page of a case in words."""
    answer = client.get(f"/casussen/{reference}/{more}")
    assert answer.status_code == 200
    return answer.content.decode()


def cost(client: Client, reference: str, more: str = "") -> int:
    """Return how many questions to the database a page takes, once everything is warm."""
    page(client, reference, more)
    with CaptureQueriesContext(connection) as asked:
        page(client, reference, more)
    return sum(query["sql"] not in NOT_COUNTED for query in asked.captured_queries)


def filled(story: Story, times: int) -> None:
    """Let the case manager write a lot."""
    manager = actor("manager", story.at)
    with acting(manager):
        for number in range(times):
            moment = story.at + timedelta(minutes=number)
            incident = {
                "happened_on": "2026-02-14",
                "nuisance": "noise_audio",
                "observed_by": "neighbour",
            }
            add_row(story.reference, "incidents", actor=manager, at=moment, given=incident)
            write_note(story.reference, "working_notes", "Gebeld.", actor=manager, at=moment)


def crowded(story: Story, times: int, to: rows.Connection) -> None:
    """Let there be many people and tasks, more parties, and reports that join the case."""
    for number in range(times):
        for role in ("alleged_causer", "complainant"):
            story.do("manager", add_person, story.reference, NewPerson(role, f"Naam {number}"))
        title, due = f"Taak {number}", story.at.date() + timedelta(days=9)
        story.do("manager", give_task, story.reference, title, "portaal", due)
    for role, party in (("care", "lister"), ("youth_team", "lokalis")):
        story.do("manager", invite, story.reference, role, party)
    for _ in range(3):
        joining = reported(Story(story.at, story.words)).report
        decision = Decision("severe_nuisance", "", story.reference)
        story.do("lead", decide, joining, decision, version=1)
    found = to.execute(
        "select (select count(*) from records_report r where r.case_id = c.id),"
        " cardinality(c.party_ids) from records_case c where reference = %s",
        [story.reference],
    ).fetchone()
    assert found is not None
    assert found[0] == 4
    assert found[1] > 5


def test_a_page_costs_the_same_with_few_and_with_many_around_it(
    maintenance: rows.Connection,
) -> None:
    story = told("execution")
    clients = {who: signed_in(who) for who in ("lead", "manager", "landlord", "police")}
    few = {who: cost(client, story.reference) for who, client in clients.items()}
    crowded(story, 15, maintenance)
    many = {who: cost(client, story.reference) for who, client in clients.items()}
    assert few == many
    assert max(many.values()) <= MOST_QUERIES


def test_a_page_costs_the_same_with_few_and_with_many_entries_and_with_many_entries() -> None:
    story = told("execution")
    clients = {who: signed_in(who) for who in ("lead", "manager", "landlord")}
    few = {who: cost(client, story.reference) for who, client in clients.items()}
    filled(story, 150)  # each time an entry of two kinds, and an event of each
    many = {who: cost(client, story.reference) for who, client in clients.items()}
    assert few == many
    assert max(many.values()) <= MOST_QUERIES


@pytest.mark.parametrize("stage", ["screening", "awaiting_permission", "closed"])
def test_a_page_costs_as_much_where_a_colleague_could_be_chosen(stage: str) -> None:
    story = told(stage)
    assert cost(signed_in("lead"), story.reference) <= MOST_QUERIES


def test_a_linked_case_is_told_and_written_down(maintenance: rows.Connection) -> None:
    story = told("closed")
    closed = story.reference
    story.step("landlord", "accept_hand_over")
    (linked,) = story.seen_by("landlord").links
    client = signed_in("landlord")
    assert cost(client, closed) <= MOST_QUERIES
    assert linked.reference in page(client, closed)
    told_of = maintenance.execute(
        "select c.reference, categories from records_reading join records_case c"
        " on c.id = any(case_ids) where action = 'case:links' order by records_reading.id desc"
    ).fetchone()
    assert told_of == (linked.reference, ["process"])


def test_a_form_costs_no_more_than_the_page() -> None:
    story = told("execution")
    forms = ("stap/close/", "gegevens/approach/", "lijst/actions/", "notitie/", "personen/")
    finishing = re.findall(r"taken/\d+/klaar/", page(signed_in("manager"), story.reference))
    assert finishing
    for more in (*forms, *finishing, "partijen/", "partijen/police/politie/", "taken/"):
        assert cost(signed_in("manager"), story.reference, more) <= MOST_QUERIES, more
    for more in ("stap/reassign/", "buiten-de-casus/"):
        assert cost(signed_in("lead"), story.reference, more) <= MOST_QUERIES, more


def test_hidden_is_the_same_as_absent() -> None:
    story = told("plan")
    absent = signed_in("manager").get("/casussen/2026-AAAA-AA/")
    for who in ("other_landlord", "other_manager", "youth_team", "former_participant"):
        hidden = signed_in(who).get(f"/casussen/{story.reference}/")
        assert hidden.status_code == absent.status_code == 404
        assert "Deze pagina is er niet voor u" in hidden.content.decode()
        assert story.reference not in hidden.content.decode()


def test_the_corporation_finds_what_is_asked_of_it_on_top() -> None:
    story = told("awaiting_permission")
    shown = page(signed_in("landlord"), story.reference)
    assert "Antwoord van de corporatie" in shown
    assert shown.index(">Toestemming geven</button>") < shown.index("Melding van Portaal")
    assert "Harde muziek in de nacht" in shown


def test_a_long_note_is_folded_and_a_short_one_is_not() -> None:
    story = told("taken_up")
    for text in ("Kort.", "Lang. " * 110):
        story.note("manager", "working_notes", text)
    shown = page(signed_in("manager"), story.reference)
    assert '<article class="note"><p>Kort.</p>' in shown
    assert shown.count('<article class="note"><details>') == 1
    assert "Lees de hele notitie" in shown


def test_a_step_that_cannot_be_taken_yet_says_why_and_by_which_section() -> None:
    story = told("awaiting_permission")
    shown = page(signed_in("lead"), story.reference)
    assert "Kan nu niet: Er is nog geen toestemming gegeven. (§5)" in shown
    assert ">In behandeling nemen</a>" not in shown


def test_the_police_read_what_the_agreement_gives_them_and_no_more() -> None:
    story = told("execution", Words(texts={"police_content": "Twee personen."}))
    shown = page(signed_in("police"), story.reference)
    assert "Muziek tot vier uur in de nacht." in shown
    assert "Twee personen." in shown
    for hidden in ("Ans Fictief", "Bram Verzonnen", "Het patroon duurt al maanden", "sleutel"):
        assert hidden not in shown


@pytest.mark.parametrize("who", ["police", "landlord", "social_team"])
def test_whoever_takes_part_knows_who_else_does(who: str) -> None:
    """Who writes must know who reads (§2, §4; decision 0009), but not what care brings in."""
    story = told("execution")
    story.do("manager", invite, story.reference, "care", "lister")
    story.facts("social_team", "care", care_availability="Op dinsdag bereikbaar.")
    shown = page(signed_in(who), story.reference)
    parties = shown[shown.index("Regie en partijen") :]
    assert "<dt>Zorginstelling</dt><dd>Lister</dd>" in parties[: parties.index("</section>")]
    assert ("Op dinsdag bereikbaar." in shown) is (who == "social_team")


def test_each_kind_of_data_says_who_sees_it() -> None:
    story = told("execution")
    shown = page(signed_in("manager"), story.reference)
    notes = shown[shown.index('id="working_notes"') :]
    assert "Zichtbaar voor: Casemanager." in notes[: notes.index("</section>")]


def test_it_says_why_one_sees_this() -> None:
    story = told("execution")
    shown = page(signed_in("landlord"), story.reference)
    why = shown[shown.index("Waarom zie ik dit?") :]
    assert "Verhuurder" in why
    assert "Een gerechtvaardigd belang" in why
    assert "Niet voor u: " in why


def test_older_events_lie_behind_a_link() -> None:
    story = told("execution")
    filled(story, 40)
    client = signed_in("manager")
    newest = page(client, story.reference)
    assert "Casus geopend" not in newest
    older = re.search(r'href="[^"]*(\?voor=[^"#]+)', newest)
    steps = 0
    while older:
        shown = page(client, story.reference, older.group(1))
        assert "Nieuwste gebeurtenissen" in shown
        older, steps = re.search(r'href="[^"]*(\?voor=[^"#]+)[^"]*">Oudere', shown), steps + 1
    assert "Casus geopend" in shown
    assert steps >= 2


def test_a_moment_that_is_none_shows_the_newest_events() -> None:
    story = told("screening")
    client = signed_in("lead")
    for said in ("gisteren", "2026-03-02", "2026-03-02T10:00:00"):
        assert "Casus geopend" in page(client, story.reference, f"?voor={said}")


def bar(story: Story, who: str) -> list[tuple[str, str, str]]:
    """Return the stages above a case: label, state, and what is said of it unless it is now."""
    shown = page(signed_in(who), story.reference)
    ticks = shown[shown.index('class="stages"') :].split("</ol>")[0]
    steps = story.seen_by(who).bar
    for step in steps:
        shows = rf'class="{step.state}"[^>]*>(<span.*</span>)?{step.label}(</li>| <)'
        assert re.search(shows, ticks)
    return [(each.label, each.state, "" if each.state == "now" else each.note) for each in steps]


def test_a_stage_that_was_passed_over_is_not_ticked() -> None:
    owned = told("taken_up", Words(tenure="owner_occupied", landlord=""))
    assert ("Wacht op toestemming", "later", "overgeslagen") in bar(owned, "manager")


def test_a_case_that_was_not_taken_up_shows_no_stages_it_never_had() -> None:
    shown = bar(told("rejected"), "lead")
    assert shown[-1] == ("Niet in behandeling", "now", "")
    assert all(state == "done" and not note for _, state, note in shown[:-1])


def test_a_visit_that_nobody_made_is_not_ticked() -> None:
    """§3.5: what is light goes from the first judgement straight to the team."""
    story = hygiene(answers=LIGHT)
    to_team(story)
    ways = [("Beoordeling", "done", ""), ("Bij het buurtteam", "now", "")]
    assert bar(story, "hygiene_expert") == ways
    visited = hygiene("visit")
    to_team(visited)
    assert ("Huisbezoek", "done", "") in bar(visited, "hygiene_expert")


def test_the_stage_in_which_a_measure_began_is_ticked_whoever_asked_for_it() -> None:
    """§3.2: a request and an own initiative begin in the same stage; a warning is not needed."""
    story = measure("weighing")
    intend(story)
    shown = bar(story, "adviser")
    assert shown[0] == ("Verzoek of eigen aanleiding", "done", "")
    assert ("Gewaarschuwd", "later", "overgeslagen") in shown
    story.step("adviser", "close", close_reason="no_measure", next_trajectory="none")
    assert [label for label, _, _ in bar(story, "adviser")] == [
        "Verzoek of eigen aanleiding",
        "Afweging",
        "Voornemen",
        "Afgesloten",
    ]


def test_a_linked_case_is_shown_to_who_knows_both() -> None:
    story = told("closed")
    client = signed_in("landlord")
    assert "Hoort bij" not in page(client, story.reference)
    story.step("landlord", "accept_hand_over")
    assert "Laatste Kans Beleid" in page(client, story.reference).split("Hoort bij")[1]
    assert "Hoort bij" not in page(signed_in("manager"), story.reference)


def test_every_form_on_the_page_has_a_key_of_its_own() -> None:
    story = told("awaiting_permission")
    due = datetime.now(UTC).date() + timedelta(days=3)
    story.do("lead", give_task, story.reference, "Bellen", "portaal", due)
    shown = page(signed_in("landlord"), story.reference)
    keys = re.findall(r'name="once" value="([^"]+)"', shown)
    assert len(keys) == len(set(keys)) == 2
