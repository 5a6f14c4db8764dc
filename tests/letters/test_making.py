# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Making a letter and sending it: what was looked at is what goes out, to whom it safely can."""

from typing import cast

import pytest
from django.core.exceptions import ObjectDoesNotExist

from tests.story import COMPLAINANT, Story
from tests.support.letters import newest, opened, words
from tests.support.neighbours import mediation
from tests.support.ways import eviction
from tests.world import signed_in, told
from woonvrede.access.refusals import Invalid, Refused
from woonvrede.access.session import acting
from woonvrede.casework.letters.make import make_letter
from woonvrede.casework.letters.read import read_file
from woonvrede.casework.letters.send import post_letter, send_letter
from woonvrede.casework.page.asking.letters import read_letter
from woonvrede.casework.people.release import release

pytestmark = pytest.mark.usefixtures("people")

TALK = {"talk_day": "12-03-2026", "talk_time": "19.30 uur", "talk_place": "Buurthuis De Kom"}


def test_a_letter_says_what_was_looked_at_and_is_filed() -> None:
    story = mediation("talk_b")
    story.letter("mediator", "bb_invite_talk", "handed", recipient="home", **TALK)
    assert newest(story, "mediator").state.startswith("Zelf gegeven op ")
    said = words(story, "mediator")
    assert all(word in said for word in ("12 maart 2026", "19.30 uur", "Buurthuis De Kom"))
    assert "De bewoner Lindeplein 112 3561 ZZ Utrecht" in said
    assert {"Brief gemaakt: Uitnodiging voor het gesprek."} <= _told(story, "mediator")


def test_a_letter_can_be_kept_for_ever_and_read_aloud() -> None:
    """PDF/A-2a and PDF/UA-1, as its own description says; in Dutch, with a title and tags."""
    story = mediation("intake")
    story.letter("mediation_lead", "bb_confirm_a")
    reader = opened(story, "mediation_lead")
    xmp = cast("bytes", reader.trailer["/Root"]["/Metadata"].get_data()).decode()  # type: ignore[index]
    assert "<pdfaid:part>2</pdfaid:part>" in xmp
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in xmp
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "nl-NL"  # type: ignore[index]
    assert root["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert reader.metadata is not None
    assert reader.metadata.title == "Wij hebben uw vraag om hulp ontvangen"


def test_who_makes_a_letter_chooses_among_who_takes_part() -> None:
    """Decisions go to each who was there: to nobody else, and one letter each."""
    story = told("plan")
    action = {"action": "Elke week langsgaan", "party": "buurtteam_sociaal", "due": "2026-04-01"}
    story.row("manager", "actions", **action)
    actor = story.as_("manager")
    with acting(actor):
        page = read_letter(story.reference, "ew_decisions", None, actor=actor, at=story.at)
    there = dict(page.receivers)
    assert there.keys() == {"portaal", "buurtteam_sociaal", "politie"}
    given = {"meeting_on": "2026-03-20", "decisions": "Na tienen is het stil."}
    story.letter("manager", "ew_decisions", "handed", recipient="politie", **given)
    assert there["politie"].startswith("Politie Midden-Nederland, district Stad-Utrecht")
    assert "district Stad-Utrecht t.a.v. de contactpersoon" in words(story, "manager")


def test_what_changed_after_somebody_looked_is_not_made() -> None:
    story = mediation("talk_a")
    story.facts("mediator", "mediation", approach_agreed="ja")
    actor = story.as_("mediator")
    home = {"recipient": "home"}
    with acting(actor):
        seen = read_letter(story.reference, "bb_first_b", home, actor=actor, at=story.at).seen
    story.facts("mediator", "mediation", name_may_be_told="ja")
    with pytest.raises(Refused, match="Bekijk hem nog een keer"):
        story.do("mediator", make_letter, story.reference, "bb_first_b", given=home, seen=seen)
    assert not story.seen_by("mediator").letters


def test_a_letter_waits_for_what_it_must_say() -> None:
    """§3.1: agreements are on paper only once both neighbours wrote them down."""
    story = mediation("mediation")
    with pytest.raises(Refused, match="Afspraken van de buren"):
        story.do("mediator", make_letter, story.reference, "bb_agreement", given={}, seen="")


def test_a_letter_for_nobody_says_so_and_leads_nowhere() -> None:
    """Who may make it reads on the page of the case who must come in first."""
    story = eviction("joint_intake", arrears_months="4")
    case = f"/casussen/{story.reference}/"
    form = f"{case}brieven/vhu_referral/"
    client = signed_in("landlord")
    assert form in client.get(case).content.decode()
    story.do("social_team", release, story.reference, "social_team", "buurtteam_sociaal")
    page = client.get(case).content.decode()
    assert "Er is in deze casus nog niemand als: Buurtteam" in page
    assert form not in page
    assert client.get(form).status_code == 409


def test_questions_about_a_letter_are_answered_first() -> None:
    story = mediation("talk_b")
    given = {"talk_day": "geen idee"}
    actor = story.as_("mediator")
    with acting(actor):
        page = read_letter(story.reference, "bb_invite_talk", given, actor=actor, at=story.at)
    assert page.faults["recipient"] == "Kies aan wie de brief gaat."
    assert page.faults["talk_day"].startswith("Schrijf de datum zo")
    assert page.faults["talk_time"] == "Vul in: Hoe laat?"
    with pytest.raises(Invalid):
        story.do("mediator", make_letter, story.reference, "bb_invite_talk", given=given, seen="")


@pytest.mark.parametrize(
    ("who", "key", "stage", "refusal"),
    [
        ("mediator", "bb_confirm_a", "talk_a", "andere partij"),
        ("mediation_lead", "bb_agreement", "intake", "andere fase"),
        ("mediation_lead", "bb_nothing", "intake", ""),
        ("landlord", "bb_confirm_a", "intake", ""),
    ],
)
def test_only_who_may_makes_a_letter_in_its_stages(
    who: str, key: str, stage: str, refusal: str
) -> None:
    story = mediation(stage)
    kind = Refused if refusal else ObjectDoesNotExist
    with pytest.raises(kind, match=refusal or None):
        story.do(who, make_letter, story.reference, key, given={}, seen="")


def test_who_complained_is_named_only_if_they_agreed() -> None:
    story = mediation("talk_b")
    story.letter("mediator", "bb_first_b")
    assert COMPLAINANT.name not in words(story, "mediator")
    agreed = mediation("talk_a")
    agreed.facts("mediator", "mediation", name_may_be_told="ja", approach_agreed="ja")
    agreed.letter("mediator", "bb_first_b")
    assert COMPLAINANT.name in words(agreed, "mediator")


def test_a_letter_goes_by_post_only_to_who_said_that_is_safe() -> None:
    """Nobody said so of the one who complained; who lives at an address needs say nothing."""
    story = mediation("intake")
    story.letter("mediation_lead", "bb_confirm_a")
    number = newest(story, "mediation_lead").number
    with pytest.raises(Refused, match="brief sturen veilig"):
        story.do("mediation_lead", send_letter, story.reference, number, "post")
    story.do("mediation_lead", send_letter, story.reference, number, "handed")
    assert newest(story, "mediation_lead").state.startswith("Zelf gegeven")


def test_a_letter_for_the_post_waits_until_somebody_posted_it() -> None:
    story = mediation("talk_b")
    story.letter("mediator", "bb_first_b", "post", recipient="home")
    waiting = newest(story, "mediator")
    assert waiting.state.startswith("Wacht op de post")
    story.do("mediation_lead", post_letter, story.reference, waiting.number)
    assert newest(story, "mediator").state.startswith("Op de post gedaan")
    with pytest.raises(Refused, match="intussen"):
        story.do("mediation_lead", post_letter, story.reference, waiting.number)


def test_whoever_may_not_see_all_of_a_letter_does_not_know_of_it() -> None:
    """What the coordinator writes to who referred is of the outcome: not for volunteers."""
    story = mediation("closed")
    story.letter("mediation_lead", "bb_feedback_ref")
    number = newest(story, "mediation_lead").number
    actor = story.as_("landlord")
    with acting(actor), pytest.raises(ObjectDoesNotExist):
        read_file(story.reference, number, actor=actor, at=story.at)


def test_a_way_that_is_none_is_refused() -> None:
    story = mediation("intake")
    story.letter("mediation_lead", "bb_confirm_a")
    number = newest(story, "mediation_lead").number
    with pytest.raises(Invalid):
        story.do("mediation_lead", send_letter, story.reference, number, "email")


def _told(story: Story, who: str) -> set[str]:
    return {event.sentence for day in story.seen_by(who).timeline for event in day.events}


def test_who_referred_reads_the_same_words_as_on_their_report() -> None:
    """§3.1: taken up or not and the result, never which of the reasons it was."""
    story = mediation("closed")
    story.letter("mediation_lead", "bb_feedback_ref")
    said = words(story, "mediation_lead")
    assert "Afgerond: opgelost" in said
    assert "bemiddeling" not in said.split("Hoe het ging")[1].split("Wat bewoners")[0]
