# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages of letters, as somebody uses them: looking, making, the list for the post, texts."""

import re
from dataclasses import replace

import pytest

from tests.story import OWN, Story, Words, new_report
from tests.support.letters import newest, words
from tests.support.neighbours import QUARREL, duo, mediation
from tests.world import START, signed_in
from woonvrede.access.session import acting
from woonvrede.casework.page.asking.letters import read_letter
from woonvrede.casework.people.newcomer import NewPerson
from woonvrede.intake.address import Address

pytestmark = pytest.mark.usefixtures("people")

HERE = Address("3561 ZZ", "112", "Lindeplein", "Utrecht", "overvecht")
THERE = Address("3561 ZZ", "114", "Lindeplein", "Utrecht", "overvecht")
LOOK, MAKE = {"look": "ja"}, {"make": "ja"}


def path(story: Story, rest: str) -> str:
    return f"/casussen/{story.reference}/brieven/{rest}/"


def seen_in(page: str) -> str:
    found = re.search(r'name="seen" value="(\w+)"', page)
    assert found
    return found[1]


def test_a_letter_is_made_only_after_it_was_looked_at() -> None:
    story, client = mediation("intake"), signed_in("mediation_lead")
    where = path(story, "bb_confirm_a")
    assert 'name="make"' not in client.get(where).content.decode()
    unseen = client.post(where, MAKE)
    assert (unseen.status_code, "Bekijk hem nog een keer" in unseen.content.decode()) == (409, True)
    looked = client.post(where, LOOK).content.decode()
    assert "data:image/png;base64," in looked
    made = client.post(where, {**MAKE, "seen": seen_in(looked)})
    assert made.status_code == 302
    number = newest(story, "mediation_lead").number
    file = client.get(path(story, str(number)))
    assert (file.status_code, file["Content-Type"]) == (200, "application/pdf")
    assert file["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in file["Cache-Control"]


def test_who_cannot_see_the_picture_reads_what_is_printed() -> None:
    """All of it, also lists of facts, and no block that this letter leaves out."""
    story = mediation("intake")
    asked = {"request_kind": "erasure", "request_received_on": "2026-03-01"}
    story.facts("mediation_lead", "data_rights", **asked)
    given = {
        "contact_person": "M. Jansen",
        "contact_phone": "030-0000003",
        "to_name": "Ans Fictief",
    }
    given |= {"officer_contact": "fg@stad"}
    actor = story.as_("mediation_lead")
    with acting(actor):
        page = read_letter(story.reference, "avg_decision", given, actor=actor, at=story.at)
    story.letter("mediation_lead", "avg_decision", **given)
    printed = "".join(words(story, "mediation_lead").split())
    assert [each for each in page.text if each.startswith("Soort verzoek: ")]
    assert [each for each in page.text if "".join(each.split()) not in printed] == []
    assert "U krijgt antwoord binnen een maand" in " ".join(page.text)


def test_the_post_is_on_the_page_of_who_makes_letters_alone() -> None:
    mediation("intake")
    link = 'href="/brieven/"'
    assert link in signed_in("mediation_lead").get("/mijn-werk/").content.decode()
    assert link not in signed_in("police").get("/mijn-werk/").content.decode()


def test_a_sign_that_no_font_has_is_told_while_looking() -> None:
    story, client = mediation("talk_b"), signed_in("mediator")
    given = {
        "recipient": "home",
        "talk_day": "12-03-2026",
        "talk_time": "19.30 uur \N{GRINNING FACE}",
    }
    where = path(story, "bb_invite_talk")
    page = client.post(where, {**LOOK, **given, "talk_place": "Buurthuis"}).content.decode()
    assert "kan niet worden afgedrukt" in page
    assert 'name="make"' not in page
    assert "19.30 uur" in page


def test_of_two_letters_of_one_case_both_are_posted() -> None:
    story = mediation("talk_b")
    for _ in range(2):
        story.letter("mediator", "bb_first_b", "post", recipient="home")
    client = signed_in("mediation_lead")
    numbers = [letter.number for letter in story.seen_by("mediator").letters]
    chosen = [f"{story.reference}.{number}" for number in numbers]
    answer = client.post("/brieven/", {"brief": chosen}, follow=True).content.decode()
    assert "2 brieven zijn op de post gedaan" in answer
    states = {letter.state for letter in story.seen_by("mediator").letters}
    assert all(state.startswith("Op de post gedaan") for state in states)


def test_what_is_no_letter_is_refused_without_an_error() -> None:
    story, client = mediation("talk_b"), signed_in("mediation_lead")
    for strange in ("x" * 400, f"{story.reference}.1", f"{story.reference}.x", ".", ""):
        answer = client.post("/brieven/", {"brief": [strange]}, follow=True)
        assert answer.status_code == 200
        assert "op de post gedaan" not in answer.content.decode()


def test_of_several_who_complain_nobody_is_named() -> None:
    """One yes does not say whose it is."""
    story = mediation("talk_a")
    story.facts("mediator", "mediation", name_may_be_told="ja", approach_agreed="ja")
    story.letter("mediator", "bb_first_b", recipient="home")
    assert "Bram Verzonnen" in words(story, "mediator")
    case = story.reference
    another = NewPerson("complainant", "Carla Verzonnen")
    story.reports("mediation_lead", new_report(Words(answers=QUARREL, complainant=another)))
    story.route("mediation_lead", "neighbour_mediation", joins=case)
    story.reference = case
    story.letter("mediator", "bb_first_b", recipient="home")
    said = words(story, "mediator")
    assert "Bram Verzonnen" not in said
    assert "Een buur heeft ons gevraagd" in said


def test_who_was_reported_from_the_other_side_is_written_to_at_their_own_home() -> None:
    """Both neighbours are somebody about whom was reported: each lives where that report says."""
    story = Story(START, Words(answers=QUARREL))
    first = replace(new_report(story.words), address=HERE, complainant_address=THERE)
    story.reports("mediation_lead", first)
    story.route("mediation_lead", "neighbour_mediation", OWN)
    case = story.reference
    across = Words(answers=QUARREL, resident=NewPerson("alleged_causer", "Bram Verzonnen"))
    story.reports(
        "mediation_lead", replace(new_report(across), address=THERE, complainant_address=HERE)
    )
    story.route("mediation_lead", "neighbour_mediation", joins=case)
    story.reference = case
    story.step("mediation_lead", "assign_mediator", suitable="ja", pair=duo(story))
    story.step("mediator", "start_talk_a")
    story.facts("mediator", "mediation", approach_agreed="ja")
    page = signed_in("mediator").get(path(story, "bb_first_b")).content.decode()
    assert "Ans Fictief, Lindeplein 112" in page
    assert "Bram Verzonnen, Lindeplein 114" in page
