# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who takes part, who leaves, who stays out, and whom police data are meant for."""

from datetime import datetime

import pytest
from django.core.exceptions import ObjectDoesNotExist
from tests.world import told

from woonvrede.access.actor import Actor
from woonvrede.access.refusals import Invalid, Refused
from woonvrede.casework.notes.row import add_row
from woonvrede.casework.page.objects import CasePage
from woonvrede.casework.people.add import add_person
from woonvrede.casework.people.exclude import exclude
from woonvrede.casework.people.invite import invite
from woonvrede.casework.people.newcomer import NewPerson
from woonvrede.casework.people.release import release
from woonvrede.casework.seats import involve
from woonvrede.casework.tasks.finish import finish_task
from woonvrede.records.case import Case
from woonvrede.records.party import Party

pytestmark = pytest.mark.usefixtures("people")


def test_the_police_cannot_invite() -> None:
    story = told("plan")
    with pytest.raises(Refused, match="andere partij"):
        story.do("police", invite, story.reference, "care", "lister")


def test_a_party_that_may_not_play_the_role_is_not_invited() -> None:
    story = told("plan")
    with pytest.raises(Invalid):
        story.do("manager", invite, story.reference, "care", "altrecht")


def test_who_leaves_sees_nothing_from_then_on() -> None:
    story = told("plan")
    story.do("social_team", release, story.reference, "social_team", "buurtteam_sociaal")
    with pytest.raises(ObjectDoesNotExist):
        story.seen_by("social_team")


def test_the_lead_cannot_leave() -> None:
    story = told("screening")
    own = ("case_lead", "u_centraal_casemanagement")
    with pytest.raises(Refused, match="regie"):
        story.do("lead", release, story.reference, *own)


def test_a_case_manager_does_not_leave_a_case_without_one() -> None:
    story = told("plan")
    own = ("case_manager", "u_centraal_casemanagement")
    with pytest.raises((Refused, ObjectDoesNotExist)):
        story.do("manager", release, story.reference, *own)


def test_what_the_corporation_answered_is_told_to_who_sees_permission() -> None:
    """Police and teams read the timeline, but not of the permission."""
    story = told("plan")
    told_to = {who: repr(story.seen_by(who).timeline) for who in ("landlord", "manager", "police")}
    assert "Toestemming gegeven" in told_to["landlord"]
    assert "Toestemming gegeven" in told_to["manager"]
    assert "Toestemming gegeven" not in told_to["police"]
    assert "Toestemming gevraagd" not in told_to["police"]


def test_colleagues_of_who_reported_can_be_kept_out_before_they_take_part() -> None:
    story = told("screening")
    account = story.as_("landlord_excluded").account
    story.do("lead", exclude, story.reference, account, "family")
    story.step("lead", "ask_permission")
    with pytest.raises(ObjectDoesNotExist):
        story.seen_by("landlord_excluded")


def test_an_excluded_colleague_cannot_tell_the_case_from_none() -> None:
    """Exclusion beats every right."""
    story = told("plan")
    account = story.as_("landlord_excluded").account
    assert story.seen_by("landlord_excluded").stage == "Plan"
    story.do("lead", exclude, story.reference, account, "family")
    with pytest.raises(ObjectDoesNotExist):
        story.seen_by("landlord_excluded")
    assert story.seen_by("landlord").stage == "Plan"


def test_only_who_works_for_a_party_that_takes_part_is_placed_outside() -> None:
    """A stranger's account is answered as one that does not exist: no list to go through."""
    story = told("plan")
    for account in (story.as_("other_landlord").account, 999_999):
        with pytest.raises(Invalid) as refused:
            story.do("lead", exclude, story.reference, account, "family")
        assert list(refused.value.errors) == ["account"]


def test_nobody_is_placed_outside_twice() -> None:
    story = told("plan")
    account = story.as_("landlord_excluded").account
    story.do("lead", exclude, story.reference, account, "family")
    with pytest.raises(Refused, match="al buiten"):
        story.do("lead", exclude, story.reference, account, "own_address")
    told_of = repr(story.seen_by("lead").timeline)
    assert told_of.count("buiten deze casus geplaatst") == 1


def test_police_data_reach_the_recipient_alone() -> None:
    """Wpg art. 20: the decision names who receives."""
    story = told("plan")
    rows = {who: _provisions(story.seen_by(who)) for who in ("manager", "police", "landlord")}
    assert (rows["manager"], rows["police"], rows["landlord"]) == (1, 1, 0)


def test_police_data_need_a_recipient_that_takes_part() -> None:
    story = told("plan")
    given = {"article": "wpg_20", "decision": "V-2", "purpose": "p", "content": "c"}
    for recipients in ([], ["gemeente_oov"]):
        with pytest.raises(Invalid):
            story.do(
                "police",
                add_row,
                story.reference,
                "police_provisions",
                given=given,
                recipients=recipients,
            )


def test_police_data_are_not_meant_for_who_may_never_receive_them() -> None:
    """A care organisation takes part, but no right lets it receive police data (§4)."""
    story = told("plan")
    story.do("manager", invite, story.reference, "care", "lister")
    given = {"article": "wpg_20", "decision": "V-2", "purpose": "p", "content": "c"}
    with pytest.raises(Invalid):
        story.do(
            "police",
            add_row,
            story.reference,
            "police_provisions",
            given=given,
            recipients=["u_centraal_casemanagement", "lister"],
        )
    table = next(t for t in story.seen_by("police").tables if t.key == "police_provisions")
    assert {key for key, _ in table.recipients} == {
        "u_centraal_casemanagement",
        "portaal",
        "buurtteam_sociaal",
    }


def test_who_somebody_is_decides_who_sees_them() -> None:
    story = told("plan")
    witness = NewPerson("witness", "Wies Omwonende")
    story.do("manager", add_person, story.reference, witness)
    names = {who: [p.name for p in story.seen_by(who).people] for who in ("manager", "social_team")}
    assert "Wies Omwonende" in names["manager"]
    assert "Wies Omwonende" not in names["social_team"]


def test_a_task_is_finished_by_whom_it_was_given_to() -> None:
    story = told("execution")
    task = next(task.id for task in story.seen_by("social_team").tasks if task.id)
    with pytest.raises(Refused, match="andere organisatie"):
        story.do("police", finish_task, story.reference, task)
    story.do("social_team", finish_task, story.reference, task)
    assert [task.id for task in story.seen_by("social_team").tasks if task.id] == []


def _provisions(page: CasePage) -> int:
    tables = {table.key: table for table in page.tables}
    return len(tables["police_provisions"].rows) if "police_provisions" in tables else 0


@pytest.mark.parametrize("gone", ["mitros", "politie"])
def test_nobody_comes_who_is_not_bound_on_that_day_or_was_succeeded(gone: str) -> None:
    """Mitros went up in Woonin, and the police signed for one part alone (§1)."""
    part = "last_chance" if gone == "politie" else "severe_nuisance"
    role = "police" if gone == "politie" else "landlord"
    case = Case(pk=1, agreement="utrecht-2019", intervention=part)
    party = Party(pk=1, key=gone, label=gone)

    def come(*, actor: Actor, at: datetime) -> None:
        involve(case, role, party, actor=actor, at=at)

    with pytest.raises(Refused, match="opgevolgd, of tekende hier niet voor"):
        told("screening").do("lead", come)
