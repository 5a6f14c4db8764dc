# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Preventing an eviction, from the doorstep to its end (§3.4, §5)."""

import pytest
from django.core.exceptions import ObjectDoesNotExist
from tests.story import Story
from tests.support.ways import ENDED, JUDGED, ORDERED, eviction, with_all_guests

from woonvrede.access.books import book
from woonvrede.access.refusals import Refused
from woonvrede.access.session import acting, acting_as_system
from woonvrede.casework.lists.worklist import read_work
from woonvrede.casework.notes.row import add_row
from woonvrede.casework.people.consent import withdraw_consent
from woonvrede.insight.count import count
from woonvrede.insight.period import named

pytestmark = pytest.mark.usefixtures("people")

STAGES = ("joint_intake", "ordered", "agreed", "stabilisation", "monitoring")
GUESTS = ("landlord", "social_team", "debt_adviser", "youth_team")
PRIVACY = "Privacy: verzoeken en datalekken"  # of who leads alone
TEAM = {"Verloop", "Woning", "Bewoner", "Huurschuld", "Betalingen", "Opdracht"}
TEAM |= {"Toets bij intake", "Voorwaarden"}


def sees(story: Story, who: str) -> set[str]:
    """Return the kinds of data that somebody sees; none for who knows of no case."""
    try:
        return set(story.seen_by(who).why.sees)
    except ObjectDoesNotExist:
        return set()


def test_before_the_intake_only_the_corporation_knows() -> None:
    story = eviction()
    others = ("social_team", "debt_adviser", "youth_team", "other_landlord", "adviser", "lead")
    assert {who: sees(story, who) for who in others} == {who: set() for who in others}


@pytest.mark.parametrize("stage", STAGES)
def test_each_party_sees_its_part_in_every_stage(stage: str) -> None:
    """§3.4; arrears and payments are for corporation, buurtteam and debt help."""
    story = with_all_guests(eviction(stage))
    assert sees(story, "landlord") == TEAM | {"Melding", "Afloop", PRIVACY}
    assert sees(story, "social_team") == TEAM
    assert sees(story, "debt_adviser") == {
        "Verloop",
        "Woning",
        "Bewoner",
        "Huurschuld",
        "Betalingen",
    }
    assert sees(story, "youth_team") == {"Verloop", "Woning"}
    assert sees(story, "other_landlord") == sees(story, "police") == set()


@pytest.mark.parametrize("stage", STAGES)
def test_the_team_for_families_is_gone_when_the_consent_is_withdrawn(stage: str) -> None:
    """§3.4."""
    story = with_all_guests(eviction(stage))
    story.do("landlord", withdraw_consent, story.reference, "youth_team")
    assert sees(story, "youth_team") == set()


def test_after_the_end_only_the_corporation_still_sees_it() -> None:
    story = with_all_guests(eviction("monitoring"))
    story.step("landlord", "close", **ENDED)
    assert sees(story, "landlord") == TEAM | {"Melding", "Afloop", PRIVACY}
    for who in ("social_team", "debt_adviser", "youth_team"):
        assert sees(story, who) == set()
    story.step("landlord", "reopen")
    assert story.seen_by("landlord").stage == "Bewaking"


def test_without_the_judgement_of_the_team_there_is_no_order() -> None:
    """§3.4: they judge together."""
    story = eviction("joint_intake")
    with pytest.raises(Refused, match="volgens het buurtteam"):
        story.step("landlord", "give_order", **ORDERED)


@pytest.mark.parametrize("doubt", JUDGED)
def test_a_no_of_the_team_holds_the_order_back(doubt: str) -> None:
    story = eviction("joint_intake")
    story.step("social_team", "record_judgement", **{**JUDGED, doubt: "nee"})
    with pytest.raises(Refused, match="volgens het buurtteam"):
        story.step("landlord", "give_order", **ORDERED)


def test_the_corporation_cannot_judge_for_the_team() -> None:
    story = eviction("joint_intake")
    with pytest.raises(Refused, match="andere partij"):
        story.facts("landlord", "criteria", **JUDGED)
    with pytest.raises(Refused, match="andere partij"):
        story.step("landlord", "record_judgement", **JUDGED)


def test_a_no_of_the_corporation_holds_it_back_too() -> None:
    story = eviction("joint_intake")
    story.step("social_team", "record_judgement", **JUDGED)
    with pytest.raises(Refused, match="redelijke kans"):
        story.step("landlord", "give_order", **{**ORDERED, "reasonable_chance": "nee"})


def test_of_the_rent_is_written_down_only_whether_it_was_paid() -> None:
    story = eviction("stabilisation")
    given = {"month": "2026-03-01", "paid": "ja"}
    story.do("landlord", add_row, story.reference, "rent_payments", given=given)
    assert "Betaald?" in repr(story.seen_by("social_team").tables)
    columns = book("utrecht-2019").interventions["eviction_prevention"].register("rent_payments")
    assert {column.kind for column in columns.columns} == {"date", "yes_no"}


def test_an_order_and_its_good_end_count_for_the_corporation() -> None:
    """§5: VHU-1 and VHU-2; the figure of who did nothing stays nought."""
    eviction("closed")
    with acting_as_system("test"):
        for party, number in (("portaal", 1), ("bo_ex", 0)):
            found = count(party, book("utrecht-2019"), named("2026-H1", months=6))
            values = {each.id: each.value for each in found.indicators}
            assert (values["VHU-1"], values["VHU-2"]) == (number, number)


def test_an_eviction_is_no_success() -> None:
    """§5."""
    story = eviction("monitoring")
    story.step("landlord", "close", close_reason="breach", next_trajectory="eviction")
    assert story.seen_by("landlord").outcome == "Niet succesvol afgerond"


def test_a_term_is_no_word_to_who_may_not_see_what_it_hangs_on() -> None:
    """§3.4: rent arrears are not for the team for families, nor what by itself tells of them."""
    story = with_all_guests(eviction("joint_intake", eviction_on="2026-12-01"))
    told = {who: "de ontruiming staat vast" in repr(story.seen_by(who).tasks) for who in GUESTS}
    assert told == {**dict.fromkeys(GUESTS, True), "youth_team": False}
    assert "schulden" not in repr(story.seen_by("youth_team"))
    actor = story.as_("social_team")
    with acting(actor):
        work = read_work(actor=actor, at=story.at)
    assert "de ontruiming staat vast" in repr(work)
