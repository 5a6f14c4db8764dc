# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The forms of a case: done once, judged by the verb, and nothing typed is ever lost."""

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

import psycopg
import pytest

from tests.story import OWN, PATTERN, Story, Words, reported
from tests.support.case_form import at, done, hidden_in, send, words
from tests.support.neighbours import QUARREL
from tests.support.ways import JUDGED, eviction
from tests.world import START, signed_in, told
from woonvrede.access.books import book

pytestmark = pytest.mark.usefixtures("people")

CRITERIA = {
    "criterion_structural": "ja",
    "criterion_serious_harm": "ja",
    "criterion_steps_tried": "ja",
    "criterion_more_parties": "ja",
}
ASKED = [
    ("landlord", {}, True),
    ("landlord", {"referral_agreed": "nee"}, True),
    ("landlord", {"referral_agreed": "ja"}, True),
    ("landlord", {"referral_agreed": "ja", "referral_agreed_on": "2026-02-27"}, False),
    ("police", {}, False),
]
ACTIONS = (
    "stap/close/",
    "stap/grant_permission/",
    "gegevens/approach/",
    "lijst/incidents/",
    "notitie/",
    "partijen/",
    "partijen/police/politie/",
    "personen/",
    "taken/",
    "taken/1/klaar/",
    "buiten-de-casus/",
)


def test_the_corporation_gives_permission_in_two_clicks() -> None:
    story = told("awaiting_permission")
    client = signed_in("landlord")
    page = words(client.get(at(story)))  # one: open the task
    form = re.search(
        r'<form method="post" action="([^"]*grant_permission/)">(.*?)</form>', page, re.DOTALL
    )
    assert form
    done(client.post(form.group(1), hidden_in(form.group(2))), story)  # two
    after = words(client.get(at(story)))
    assert "De stap is gezet." in after
    assert "Ja, toestemming gegeven" in after


@pytest.mark.parametrize(("reporter", "answered", "must"), ASKED)
def test_what_a_step_cannot_do_without_is_not_called_optional(
    reporter: str, answered: dict[str, str], must: bool
) -> None:
    """§3.1: of what a corporation reported the resident must know, as long as nobody said so."""
    story = reported(Story(START, Words(reporter=reporter, answers=QUARREL)))
    story.route("mediation_lead", "neighbour_mediation")
    if answered:
        story.facts("mediation_lead", "criteria", **answered)
    page = words(signed_in("mediation_lead").get(at(story, "stap/assign_mediator/")))
    asked = "Weet de bewoner van de aanmelding, en is die het ermee eens?"
    for label in (asked, "Besproken met de bewoner op"):
        assert label in page
        assert (f"{label} (niet verplicht)" not in page) is must


def test_the_same_click_twice_does_one_thing() -> None:
    story = told("execution")
    client = signed_in("manager")
    form = hidden_in(words(client.get(at(story, "notitie/"))))
    typed = {**form, "category": "working_notes", "text": "Een keer gebeld."}
    for _ in range(2):
        done(client.post(at(story, "notitie/"), typed), story)
    assert words(client.get(at(story))).count("Een keer gebeld.") == 1


def test_what_is_missing_is_said_on_top_and_at_the_field_and_the_rest_is_kept() -> None:
    story = told("execution")
    client = signed_in("manager")
    answer = send(client, at(story, "stap/close/"), approaches_tried="Van alles geprobeerd.")
    page = words(answer)
    assert answer.status_code == 400
    assert "<title>Fout: " in page
    assert "Er ging iets mis. Controleer deze velden:" in page
    assert page.count("Kies een antwoord: Waarom sluit u deze casus?") == 2
    assert "Van alles geprobeerd." in page
    answer = send(
        client, at(story, "stap/close/"), close_reason="nuisance_ended", next_trajectory="none"
    )
    done(answer, story)
    assert "Succesvol afgerond" in words(client.get(at(story)))


def test_of_two_people_who_take_the_same_step_the_second_loses_nothing() -> None:
    story = told("awaiting_permission")
    story.step("landlord", "grant_permission")
    url = at(story, "stap/take_up/")
    first, second = signed_in("lead"), signed_in("lead")
    forms = [hidden_in(words(client.get(url))) for client in (first, second)]
    casper, carlijn = (str(story.as_(who).account) for who in ("manager", "other_manager"))
    done(first.post(url, {**forms[0], "colleague": casper}), story)
    answer = second.post(url, {**forms[1], "colleague": carlijn})
    assert answer.status_code == 409
    page = words(answer)
    mine, theirs = page.split("<h2>Wat u hebt ingevuld")[1].split("Wat er nu staat")
    assert "Carlijn Voorbeeld" in mine
    assert "In behandeling" in theirs
    assert "Casper Voorbeeld" in theirs


def test_what_cannot_be_for_this_dwelling_cannot_be_chosen() -> None:
    """§3.3: last chance is for dwellings of a corporation; an owner's page does not offer it."""
    for tenure, offered in (("social_rent", True), ("owner_occupied", False)):
        landlord = "portaal" if offered else ""
        story = told("taken_up", Words(tenure=tenure, landlord=landlord))
        page = words(signed_in("manager").get(at(story, "stap/close/")))
        assert ('value="last_chance"' in page) is offered
        assert 'value="none"' in page


def test_who_judged_a_report_reads_in_the_case_who_made_it() -> None:
    """Also before its maker takes part; who did not judge it is not told."""
    story = told("screening")
    assert [each.reporter for each in story.seen_by("lead").reports] == ["Portaal"]


def test_a_text_that_comes_second_stands_beside_the_one_that_came_first() -> None:
    story = told("execution")
    client = signed_in("manager")
    url = at(story, "gegevens/approach/")
    form = hidden_in(words(client.get(url)))
    story.facts("manager", "approach", goal="Stil na tien uur.", review_on="2026-12-01")
    answer = client.post(url, {**form, "goal": "Stil na twaalf uur.", "review_on": "1-12-2026"})
    assert answer.status_code == 409
    page = words(answer)
    mine, rest = page.split("<h2>Wat u hebt ingevuld")[1].split("Wat er nu staat")
    theirs, again = rest.split("<form", 1)
    assert "Stil na twaalf uur." in mine
    assert "Stil na tien uur." in theirs
    assert "Volgende bespreking" not in mine + theirs  # the same day, typed in another way
    assert "Stil na twaalf uur.</textarea>" in again
    done(client.post(url, {**hidden_in(again), "goal": "Stil na twaalf uur."}), story)
    assert "Stil na twaalf uur." in words(client.get(at(story)))


def test_who_comes_second_does_not_empty_what_they_never_touched() -> None:
    """A browser sends nothing of a question that nobody answered."""
    story = told("taken_up")
    client = signed_in("manager")
    url = at(story, "gegevens/criteria/")
    form = hidden_in(words(client.get(url)))
    story.facts("manager", "criteria", criterion_structural="ja")
    answer = client.post(url, {**form, "criteria_motivation": "Elke nacht."})
    assert answer.status_code == 409
    again = words(answer).split("<form", 2)[-1]
    kept = re.search(r'<input[^>]*name="criterion_structural"[^>]*value="ja"[^>]*>', again)
    assert kept
    assert "checked" in kept[0]
    assert "Elke nacht.</textarea>" in again


def test_what_somebody_typed_for_what_is_not_theirs_is_kept_too() -> None:
    story = told("execution")
    answer = signed_in("landlord").post(at(story, "gegevens/approach/"), {"goal": "Mijn doel."})
    assert answer.status_code == 409
    assert "Mijn doel." in words(answer)
    assert "andere partij" in words(answer)


@pytest.mark.parametrize("who", ["manager", "lead", "other_landlord"])
@pytest.mark.parametrize(
    "invented", ["stap/verzonnen/", "gegevens/verzonnen/", "lijst/verzonnen/", "taken/999/klaar/"]
)
def test_an_invented_name_is_the_same_as_an_absent_case(who: str, invented: str) -> None:
    story = told("awaiting_permission")
    client = signed_in(who)
    for answer in (client.get(at(story, invented)), client.post(at(story, invented))):
        assert answer.status_code == 404
        assert "Deze pagina is er niet voor u" in words(answer)


def test_who_knows_nothing_of_the_case_gets_the_same_from_every_form() -> None:
    story = told("execution")
    client = signed_in("other_landlord")
    for more in ACTIONS:
        for url in (at(story, more), f"/casussen/2026-AAAA-AA/{more}"):
            assert {client.get(url).status_code, client.post(url).status_code} == {404}, url


def test_leaving_a_case_leads_to_ones_own_work() -> None:
    story = told("execution")
    client = signed_in("social_team")
    answer = send(client, at(story, "partijen/social_team/buurtteam_sociaal/"))
    assert answer.headers["Location"] == "/mijn-werk/"
    assert "U ziet deze casus nu niet meer." in words(client.get("/mijn-werk/"))
    assert client.get(at(story)).status_code == 404


def test_who_steps_aside_sees_the_case_no_more() -> None:
    story = told("execution")
    client = signed_in("landlord")
    me = str(story.as_("landlord").account)
    answer = send(client, at(story, "buiten-de-casus/"), account=me, reason="own_address")
    assert answer.headers["Location"] == "/mijn-werk/"
    assert client.get(at(story)).status_code == 404


def test_only_who_leads_places_another_outside() -> None:
    story = told("execution")
    kim = str(story.as_("landlord").account)
    typed = {"account": kim, "reason": "family"}
    refused = send(signed_in("social_team"), at(story, "buiten-de-casus/"), **typed)
    assert refused.status_code == 409
    assert signed_in("landlord").get(at(story)).status_code == 200
    done(send(signed_in("lead"), at(story, "buiten-de-casus/"), **typed), story)
    assert signed_in("landlord").get(at(story)).status_code == 404


def test_an_owner_occupied_dwelling_is_not_forged_into_last_chance() -> None:
    story = told("execution", Words(tenure="owner_occupied", landlord=""))
    client = signed_in("manager")
    typed = {"close_reason": "nuisance_continues", "next_trajectory": "last_chance"}
    answer = send(client, at(story, "stap/close/"), **typed)
    assert answer.status_code == 409
    assert "Het gekozen vervolgtraject kan niet bij deze woning." in words(answer)
    assert "Afgesloten</h1>" not in words(client.get(at(story)))


def test_police_data_go_to_nobody_who_was_not_chosen() -> None:
    story = told("execution")
    client = signed_in("police")
    url = at(story, "lijst/police_provisions/")
    typed = {"article": "wpg_20", "decision": "V-2", "purpose": "Bezoek", "content": "Niet alleen."}
    answer = send(client, url, **typed)
    assert answer.status_code == 400
    assert "Kies voor welke organisaties dit bestemd is." in words(answer)
    done(send(client, url, **typed, recipients=["portaal"]), story)
    assert "Niet alleen." in words(signed_in("landlord").get(at(story)))
    assert "Niet alleen." not in words(signed_in("manager").get(at(story)))


def test_a_form_tells_beforehand_who_will_see_it() -> None:
    story = told("execution")
    client = signed_in("manager")
    note = words(client.get(at(story, "notitie/")))
    assert "Werkaantekeningen<small>Zichtbaar voor: Casemanager.</small>" in note
    invite = words(client.get(at(story, "partijen/")))
    assert "Lister<small>Zorginstelling" in invite
    assert "Ziet dan: " in invite
    closing = words(client.get(at(story, "stap/close/")))
    assert "Verhuurder (Portaal)" in closing  # in the stage that it leads to


def test_in_a_closed_case_the_corporation_writes_the_reason_it_declines_and_nothing_else() -> None:
    """§3.3: a step records what it asks; free words about how it ended are nobody's."""
    story = told("closed")
    client = signed_in("landlord")
    page = words(client.get(at(story)))
    assert "Notitie schrijven" not in page
    assert client.get(at(story, "notitie/")).status_code == 409
    note = client.post(at(story, "notitie/"), {"category": "outcome", "text": "Vrije woorden."})
    version = story.seen_by("landlord").version
    fact = {"hand_over_decline_reason": "other_measure", "version": version}
    for answer in (note, client.post(at(story, "gegevens/outcome/"), fact)):
        assert answer.status_code == 409
        assert "gesloten" in words(answer)
    assert "Vrije woorden." not in words(client.get(at(story)))
    reason = re.search(
        r'value="(\w+)"',
        words(client.get(at(story, "stap/decline_hand_over/"))).split(
            'name="hand_over_decline_reason"', 1
        )[1],
    )
    assert reason
    typed = {"hand_over_decline_reason": reason.group(1)}
    done(send(client, at(story, "stap/decline_hand_over/"), **typed), story)


def test_a_step_that_asks_nothing_says_first_what_happens_and_who_sees_it() -> None:
    """Rights hang on the stage, so what a step does to them is not undone by going back."""
    story = told("execution")
    client, url = signed_in("manager"), at(story, "stap/start_aftercare/")
    case = words(client.get(at(story)))
    assert f'<form method="post" action="{url}"' not in case
    assert f'href="{url}"' in case
    page = words(client.get(url))
    assert "De casus gaat naar de fase “Nazorg”." in page
    assert "<li>Politie ziet dan niet meer: Plan van aanpak.</li>" in page
    who = page[page.index("Wie ziet dit?") : page.index("Annuleren")]
    assert all(f"<li>{role}" in who for role in ("Casemanager", "Verhuurder", "Buurtteam"))
    assert ">Nazorg starten</button>" in who
    done(send(client, url), story)
    assert "Uitvoering naar Nazorg" in words(client.get(at(story)))


def test_a_step_says_whom_it_lets_in_and_whom_it_leaves_out() -> None:
    asking = words(signed_in("lead").get(at(told("screening"), "stap/ask_permission/")))
    assert "<li>Verhuurder ziet dan: " in asking
    closing = words(signed_in("manager").get(at(told("execution"), "stap/close/")))
    assert "<li>Politie ziet de casus dan niet meer.</li>" in closing
    assert "Verhuurder (Portaal) ziet dan ook: Afloop" in closing


def test_opening_a_last_chance_says_first_what_goes_along() -> None:
    """§3.3, §4: and nothing else does."""
    url = at(told("closed"), "stap/accept_hand_over/")
    page = words(signed_in("landlord").get(url))
    along = page[page.index("De nieuwe casus krijgt hieruit") :].split("</li>")
    agreed = book("utrecht-2019")
    carries = agreed.interventions["severe_nuisance"].carries
    carry = next(each for each in carries if each.to == "last_chance")
    arriving = [agreed.interventions["last_chance"].fact(key).label for key in carry.facts]
    assert arriving
    assert all(f"“{label}”" in along[0] for label in arriving)
    assert along[0].count("“") == len(arriving)
    assert along[0].endswith("Bewoner over wie gemeld is, Huisgenoot.")
    assert along[1].endswith("Wie die casus vanaf het begin ziet: Verhuurder.")


def test_an_order_waits_on_the_page_too_until_the_team_judged() -> None:
    """§3.4: corporation and team judge together; what each step brings in is named."""
    first = words(signed_in("landlord").get(at(eviction("registered"))))
    assert "Buurtteams Sociaal doet vanaf dan mee." in first
    story = eviction("joint_intake")
    client = signed_in("landlord")
    why = "Is gewone schuldhulp niet genoeg, volgens het buurtteam?”"
    for path in ("", "stap/give_order/"):
        assert f"Eerst moet “{why} met ja beantwoord zijn." in words(client.get(at(story, path)))
    story.step("social_team", "record_judgement", **{**JUDGED, "team_reasonable_chance": "nee"})
    assert "Eerst moet “Is er een redelijke kans van slagen, v" in words(client.get(at(story)))
    story.step("social_team", "record_judgement", **JUDGED)
    for path in ("", "stap/give_order/"):
        page = words(client.get(at(story, path)))
        assert "Eerst moet" not in page
        assert "Buurtteams Sociaal krijgt de opdracht." in page


def test_from_aftercare_a_case_goes_back_when_the_nuisance_begins_again() -> None:
    story = told("aftercare")
    client = signed_in("manager")
    assert "Terug naar uitvoering" in words(client.get(at(story)))
    done(send(client, at(story, "stap/back_to_execution/")), story)
    assert story.seen_by("manager").stage == "Uitvoering"
    assert [t.title for t in story.seen_by("manager").tasks].count("Einde van de nazorg") == 0


def test_the_form_of_the_plan_speaks_of_what_it_asks() -> None:
    page = words(signed_in("manager").get(at(told("execution"), "gegevens/approach/")))
    assert "acties" not in page[page.index("<h1>") : page.index("<form")]


def test_what_was_filled_in_can_be_emptied_and_the_history_keeps_it(
    maintenance: "psycopg.Connection[Any]",
) -> None:
    story = told("execution")
    client, url = signed_in("manager"), at(story, "gegevens/approach/")
    typed = {"review_on": "1-12-2026", "resident_informed_on": "3-3-2026"}
    done(send(client, url, **typed, strategy="care"), story)
    assert "1 december 2026" in words(client.get(at(story)))
    form = words(client.get(url))
    assert "Niet ingevuld" in form[form.index('name="strategy"') :]
    done(send(client, url, review_on="", strategy=""), story)
    page = words(client.get(at(story)))
    assert "1 december 2026" not in page
    assert "3 maart 2026" in page  # what was not sent stays
    assert "Leeggemaakt: Volgende bespreking." in page
    assert "Leeggemaakt: Strategie." in page
    kept = maintenance.execute(
        "select values ->> 'value', until is null from records_entry where key = 'review_on'"
        " order by id"
    ).fetchall()
    assert kept == [("2026-12-01", False), (None, False)]
    done(send(client, url, review_on="2-12-2026"), story)
    assert "2 december 2026" in words(client.get(at(story)))


def test_what_a_step_required_is_not_emptied_afterwards() -> None:
    story = told("execution")
    client, url = signed_in("manager"), at(story, "gegevens/approach/")
    answer = send(client, url, goal="  ", review_on="1-12-2026")
    assert answer.status_code == 400
    assert words(answer).count("Vul in: Doel") == 2
    assert "Na elf uur is het stil." in words(client.get(at(story)))


def test_a_step_takes_away_what_was_emptied_in_its_form() -> None:
    story = told("plan")
    story.facts("manager", "approach", review_on="2026-12-01", goal="Stil.", agreements="Rust.")
    client, url = signed_in("manager"), at(story, "stap/start_execution/")
    done(send(client, url, goal="Stil.", agreements="Rust.", review_on=""), story)
    assert "Leeggemaakt: Volgende bespreking." in words(client.get(at(story)))


def test_a_form_with_nothing_in_it_records_nothing() -> None:
    story = told("execution")
    answer = send(signed_in("manager"), at(story, "gegevens/outcome/"), approaches_tried="")
    assert answer.status_code == 400
    assert "Vul ten minste één antwoord in." in words(answer)


def test_a_party_is_invited_and_its_part_is_ended() -> None:
    story = told("execution")
    client = signed_in("manager")
    assert send(client, at(story, "partijen/")).status_code == 400
    done(send(client, at(story, "partijen/"), seat="youth_team.lokalis"), story)
    assert signed_in("youth_team").get(at(story)).status_code == 200
    done(send(client, at(story, "partijen/youth_team/lokalis/")), story)
    assert signed_in("youth_team").get(at(story)).status_code == 404


@pytest.mark.parametrize("who", ["lead", "landlord"])
def test_an_empty_form_says_what_is_missing_to_whoever_may_step_aside(who: str) -> None:
    story = told("plan")
    answer = send(signed_in(who), at(story, "buiten-de-casus/"), reason="family")
    page = words(answer)
    assert answer.status_code == 400
    assert page.count("Kies een persoon uit de lijst.") == 2  # on top and at the field
    assert "Kies een reden" not in page
    assert re.search(r'value="family"[^>]*checked', page)


def test_who_does_not_lead_places_nobody_else_outside() -> None:
    story = told("plan")
    client, url = signed_in("landlord"), at(story, "buiten-de-casus/")
    assert "Casper Voorbeeld" not in words(client.get(url))
    casper = str(story.as_("manager").account)
    answer = send(client, url, account=casper, reason="family")
    assert answer.status_code == 409
    assert "Alleen wie de regie heeft" in words(answer)
    assert signed_in("manager").get(at(story)).status_code == 200


def test_a_task_is_given_and_done() -> None:
    story = told("execution")
    client = signed_in("manager")
    url = at(story, "taken/")
    wrong = send(client, url, title="Sleutel halen", party="portaal", due="ooit")
    assert wrong.status_code == 400
    assert "Kies een dag vanaf vandaag." in words(wrong)
    assert "Sleutel halen" in words(wrong)
    assert send(client, url, title="x" * 201, party="portaal", due="ooit").status_code == 400
    soon = (datetime.now(UTC) + timedelta(days=5)).strftime("%d-%m-%Y")
    done(send(client, url, title="Sleutel halen", party="portaal", due=soon), story)
    landlord = signed_in("landlord")
    action = re.search(r'action="([^"]+/klaar/)"', words(landlord.get(at(story))))
    assert action
    assert "Sleutel halen" in words(landlord.get(action.group(1)))
    done(send(landlord, action.group(1)), story)
    assert "Taak klaar: Sleutel halen" in words(landlord.get(at(story)))


def test_somebody_is_added_with_how_they_may_be_reached() -> None:
    story = told("execution")
    client = signed_in("manager")
    url = at(story, "personen/")
    wrong = send(client, url, role="household", name="", email="geen adres", phone="0" * 31)
    assert wrong.status_code == 400
    assert "Vul een naam in." in words(wrong)
    assert "Dit is te lang" in words(wrong)
    typed = {"role": "household", "name": "Cas Bedacht", "channels": ["may_phone", "may_post"]}
    done(send(client, url, **typed), story)
    page = words(client.get(at(story)))
    assert "Cas Bedacht" in page
    assert "bellen mag · post mag" in page
    assert "Cas Bedacht" not in words(signed_in("landlord").get(at(story)))


def test_a_character_that_cannot_be_kept_breaks_nothing() -> None:
    story = told("execution")
    client = signed_in("manager")
    typed = {"category": "working_notes", "text": "Een\x00 twee."}
    done(send(client, at(story, "notitie/"), **typed), story)
    assert "Een twee." in words(client.get(at(story)))
    done(send(client, at(story, "gegevens/approach/"), goal="Stil\x00te."), story)


def test_a_wrong_version_changes_nothing() -> None:
    story = told("execution")
    client = signed_in("manager")
    for version in ("", "0", "-1", "een", "9" * 40):
        answer = client.post(at(story, "stap/start_aftercare/"), {"version": version})
        assert answer.status_code == 409


def test_a_form_notes_no_more_than_it_shows(maintenance: "psycopg.Connection[Any]") -> None:
    story = told("execution")
    client = signed_in("manager")
    client.get(at(story, "gegevens/approach/"))
    client.get(at(story, "notitie/"))
    client.get(at(story))
    rows = maintenance.execute(
        "select action, categories from records_reading where action in"
        " ('form:record:approach', 'form:note', 'case') order by id desc limit 3"
    ).fetchall()
    noted = {action: set(categories) for action, categories in rows}
    assert noted["form:record:approach"] == {"process", "dwelling", "approach"}
    assert noted["form:note"] == {"process", "dwelling"}
    assert noted["case"] > {"process", "dwelling", "approach", "working_notes", "police"}


def test_days_are_shown_and_read_as_people_write_them() -> None:
    story = told("execution")
    client = signed_in("manager")
    url = at(story, "gegevens/approach/")
    done(send(client, url, review_on="1 december 2026"), story)
    assert 'value="01-12-2026"' in words(client.get(url))
    assert "1 december 2026" in words(client.get(at(story)))
    assert date(2026, 12, 1).isoformat() not in words(client.get(at(story)))


def test_a_team_for_families_is_invited_after_somebody_agreed() -> None:
    """§3.4: and it is out at once when the consent is withdrawn."""
    story = Story(START, Words(answers={**PATTERN, "rent_debt_eviction": "ja"}))
    reported(story)
    story.route("landlord", "eviction_prevention", OWN)
    story.step("landlord", "start_intake", eviction_stage="summons", rent_debt="4500", minors="ja")
    client, team = signed_in("landlord"), signed_in("youth_team")
    url, parties = at(story, "instemming/youth_team/"), at(story, "partijen/")
    page = words(client.get(parties))
    assert "uitnodigen kan pas als de bewoner instemt" in page
    assert "youth_team.lokalis" not in page
    assert send(client, parties, seat="youth_team.lokalis").status_code == 409
    assert send(client, url).status_code == 400
    agreeing = re.search(r'name="person"[^>]*value="(\d+)"', words(client.get(url)))
    assert agreeing
    done(send(client, url, person=agreeing.group(1), day="3 maart 2026"), story)
    done(send(client, parties, seat="youth_team.lokalis"), story)
    assert team.get(at(story)).status_code == 200
    story.facts("landlord", "order", minors="nee")
    for seat in re.findall(r'name="seat"[^>]*value="([^"]+)"', words(client.get(parties))):
        done(send(client, parties, seat=seat), story)
    page = words(client.get(parties))
    assert "U kunt nu nog geen andere organisatie uitnodigen." in page
    assert "in deze fase geen andere" not in page
    assert "uitnodigen kan niet. Eerst moet “Wonen er kinderen" in page
    assert "Instemming intrekken" in page
    done(send(client, f"{url}intrekken/"), story)
    assert team.get(at(story)).status_code == 404
    assert send(client, f"{url}intrekken/").status_code == 409


def test_what_is_told_of_sight_says_what_limits_it() -> None:
    """Of the police's data a guest gets what is meant for them, and it says so on both sides."""
    story = told("taken_up")
    story.release("manager", "police", "politie")
    invite = words(signed_in("manager").get(at(story, "partijen/")))
    assert "Politiegegevens (alleen als ontvanger)" in invite
    assert "Melders en omwonenden (alleen wat zij zelf inbrengen)" in invite
    why = words(signed_in("landlord").get(at(story)))
    assert "Politiegegevens (alleen wat voor u bestemd is)" in why
    assert "Melders en omwonenden (alleen wat u zelf inbrengt)" in why


def test_a_form_that_is_no_longer_theirs_gives_back_what_was_chosen_in_words() -> None:
    story = told("awaiting_permission")
    client = signed_in("lead")
    carried = hidden_in(words(client.get(at(story, "notitie/"))))
    story.step("landlord", "grant_permission")
    story.step("lead", "take_up", colleague=str(story.as_("manager").account))
    typed = {"category": "criteria", "text": "Nog een gedachte."}
    page = words(client.post(at(story, "notitie/"), {**carried, **typed}))
    assert "<li>Toets bij intake</li>" in page
    assert "Nog een gedachte." in page


def test_who_opens_a_case_goes_on_in_it_and_the_answered_question_is_no_step_any_more() -> None:
    story = told("closed")
    client = signed_in("landlord")
    opened = send(client, at(story, "stap/accept_hand_over/")).headers["Location"]
    page = words(client.get(opened))
    assert opened != at(story)
    assert "De nieuwe casus is geopend. U bent er nu in." in page
    assert "Laatste Kans Beleid" in page
    assert "Kan nu niet" not in words(client.get(at(story)))


def test_who_gave_permission_is_not_told_that_there_is_no_question() -> None:
    story = told("awaiting_permission")
    client = signed_in("landlord")
    assert "Toestemming geven" in words(client.get(at(story)))
    story.step("landlord", "grant_permission")
    page = words(client.get(at(story)))
    assert "Er is geen open vraag om toestemming" not in page
    assert "Een ander is aan zet." in page
