# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Consent (AVG) opens a part in a case, and its withdrawal ends it at once (§3.4)."""

from datetime import timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist
from tests import story
from tests.story import OWN, PATTERN, Story, Words
from tests.world import START

from woonvrede.access.refusals import Invalid, Refused
from woonvrede.access.session import acting
from woonvrede.casework.page.asking.people import read_consent, read_parties
from woonvrede.casework.people.consent import give_consent, withdraw_consent
from woonvrede.casework.people.invite import invite
from woonvrede.records.person import Person

pytestmark = pytest.mark.usefixtures("people")


@pytest.fixture
def joint_intake(people: None) -> Story:
    """A case about rent debt, of which corporation and buurtteam judge together."""
    told = Story(START, Words(answers={**PATTERN, "rent_debt_eviction": "ja"}))
    story.reported(told)
    told.route("landlord", "eviction_prevention", OWN)
    told.step("landlord", "start_intake", eviction_stage="summons", rent_debt="4500", minors="ja")
    return told


def test_without_consent_the_team_for_families_stays_out(joint_intake: Story) -> None:
    with pytest.raises(Refused, match="instemmen"):
        _invite(joint_intake)


def test_nor_does_it_come_where_no_children_live(joint_intake: Story) -> None:
    """§3.4: nobody is even asked to agree; and the page says why."""
    joint_intake.facts("landlord", "order", minors="nee")
    case, day = joint_intake.reference, joint_intake.at.date()
    with pytest.raises(Refused, match=r"kinderen.*§3\.4"):
        joint_intake.do("landlord", give_consent, case, _client(joint_intake), "youth_team", day)
    with pytest.raises(Refused, match="kinderen"):
        _invite(joint_intake)
    for who in ("landlord", "social_team"):
        page = joint_intake.do(who, read_parties, case)
        (team,) = (each for each in page.invitations if each.role == "youth_team")
        assert "kinderen" in team.refused
        assert team.parties == ()
        with pytest.raises(Refused, match="kinderen"):
            joint_intake.do(who, read_consent, case, "youth_team")


def test_consent_lets_it_in_and_withdrawal_ends_it_at_once(joint_intake: Story) -> None:
    day = joint_intake.at.date()
    joint_intake.do(
        "landlord", give_consent, joint_intake.reference, _client(joint_intake), "youth_team", day
    )
    _invite(joint_intake)
    page = joint_intake.seen_by("youth_team")
    assert page.dwelling
    assert page.people == ()
    joint_intake.do("landlord", withdraw_consent, joint_intake.reference, "youth_team")
    with pytest.raises(ObjectDoesNotExist):
        joint_intake.seen_by("youth_team")
    with pytest.raises(Refused, match="instemmen"):
        _invite(joint_intake)


def test_nobody_agrees_tomorrow(joint_intake: Story) -> None:
    day = joint_intake.at.date() + timedelta(days=1)
    with pytest.raises(Invalid):
        joint_intake.do(
            "landlord",
            give_consent,
            joint_intake.reference,
            _client(joint_intake),
            "youth_team",
            day,
        )


def test_nobody_is_asked_to_agree_where_the_agreement_does_not_ask_it(joint_intake: Story) -> None:
    role = "social_team"  # it takes part by the agreement, whether or not the resident agrees
    day = joint_intake.at.date()
    with pytest.raises(Refused, match="geen instemming nodig"):
        joint_intake.do(
            "landlord", give_consent, joint_intake.reference, _client(joint_intake), role, day
        )


def _invite(told: Story) -> None:
    told.do("landlord", invite, told.reference, "youth_team", "lokalis")


def _client(told: Story) -> int:
    with acting(told.as_("landlord")):
        return Person.objects.get(role="alleged_causer").pk
