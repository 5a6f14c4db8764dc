# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""A person decides on a report: along the proposal, against it, or for another to judge."""

from datetime import timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist

from tests.intake.reporting import OTHER_HOUSE, answered, decided, report, stands
from tests.story import COMPLAINANT, RESIDENT
from tests.world import START, actor
from woonvrede.access.books import book
from woonvrede.access.door import known_to, reports_known_to
from woonvrede.access.refusals import Conflict, Invalid, Refused
from woonvrede.access.session import acting
from woonvrede.casework.steps.situation import situation_of
from woonvrede.insight.count import count
from woonvrede.insight.period import period_of
from woonvrede.intake.decide import RUNS_ALREADY, Decision, decide
from woonvrede.intake.deciding import NO_ROUTE
from woonvrede.intake.page.show import read_report
from woonvrede.records.dwelling import Tenure
from woonvrede.records.event import Event

pytestmark = pytest.mark.usefixtures("people")

FOLLOWED = Decision("severe_nuisance")


def sees(who: str, reference: str) -> bool:
    asked = actor(who)
    with acting(asked):
        return reports_known_to(asked).filter(reference=reference).exists()


def test_following_the_proposal_opens_a_case() -> None:
    made = report()
    case = decided("lead", made.reference, FOLLOWED)
    assert case is not None
    assert (case.intervention, case.stage) == ("severe_nuisance", "screening")
    assert stands("lead", made.reference).case == case


def test_against_the_proposal_only_with_a_reason() -> None:
    made = report()
    with pytest.raises(Invalid) as refused:
        decided("lead", made.reference, Decision("mayoral_measure", "  "))
    assert set(refused.value.errors) == {"reason"}


def test_a_report_passed_on_belongs_to_who_judges_it_then() -> None:
    """§3.2: the mayor's measure is not U Centraal's; the report goes to who advises the mayor."""
    made = report()
    assert decided("lead", made.reference, Decision("mayoral_measure", "Spoed")) is None
    assert not sees("lead", made.reference)
    assert sees("landlord", made.reference)
    passed = stands("adviser", made.reference)
    assert (passed.judge.key, passed.proposed, passed.decided) == (
        "gemeente_oov",
        "mayoral_measure",
        "",
    )
    with acting(actor("lead")), pytest.raises(ObjectDoesNotExist):
        type(passed).objects.get(reference=made.reference)
    case = decided("adviser", made.reference, Decision("mayoral_measure"), version=2)
    assert case is not None
    assert case.intervention == "mayoral_measure"


def test_who_reported_keeps_sight_of_what_they_pass_on() -> None:
    made = report("lead")
    decided("lead", made.reference, Decision("mayoral_measure", "Spoed"))
    assert sees("lead", made.reference)


def test_the_landlord_of_the_dwelling_judges_what_is_the_corporations() -> None:
    """§3.3: only the corporation decides on a last chance."""
    made = report("social_team", answers=answered(earlier_approaches="ja"))
    assert made.proposed == "last_chance"
    assert sees("landlord", made.reference)
    assert not sees("other_landlord", made.reference)
    assert not sees("landlord_other_district", made.reference)
    assert not sees("lead", made.reference)
    case = decided("landlord", made.reference, Decision("last_chance"))
    assert case is not None
    assert case.stage == "considered"


def test_what_no_route_fits_ends_without_a_case_and_counts_nowhere() -> None:
    """The proposal is a proposal: a person may find that nothing of the agreement fits."""
    made = report()
    with pytest.raises(Invalid) as refused:
        decided("lead", made.reference, Decision(NO_ROUTE, " "))
    assert set(refused.value.errors) == {"reason"}
    assert decided("lead", made.reference, Decision(NO_ROUTE, "Geen overlast.")) is None
    ended = stands("lead", made.reference)
    assert (ended.decided, ended.case, ended.reason) == (NO_ROUTE, None, "Geen overlast.")
    with acting(actor("lead")):
        told = count("u_centraal", book("utrecht-2019"), period_of(START.date(), months=6))
    assert told.undecided == 0
    assert {figure.value for figure in told.indicators} == {0}
    with pytest.raises(Refused, match="al een besluit"):
        decided("lead", made.reference, FOLLOWED, version=2)


def test_no_citizen_number_is_kept_in_a_reason() -> None:
    """UAVG art. 46."""
    with pytest.raises(Invalid) as refused:
        decided("lead", report().reference, Decision("mayoral_measure", "Het gaat om 111222333."))
    assert set(refused.value.errors) == {"reason"}


def test_what_the_agreement_bars_no_reason_opens() -> None:
    """§3.1: volunteers never mediate where it is not safe."""
    made = report(answers=answered(contra_indications="ja"))
    with pytest.raises(Refused, match=r"niet geschikt.*§3\.1"):
        decided("lead", made.reference, Decision("neighbour_mediation", "Toch proberen"))


def test_an_owner_occupied_dwelling_never_comes_to_last_chance() -> None:
    """§3.3: last chance is for dwellings of a corporation."""
    made = report(tenure="owner_occupied", landlord="")
    with pytest.raises(Refused, match="kan niet bij deze woning"):
        decided("lead", made.reference, Decision("last_chance", "Toch proberen"))


def test_a_stale_page_is_a_conflict_and_changes_nothing() -> None:
    made = report()
    decided("lead", made.reference, FOLLOWED)
    with pytest.raises(Conflict):
        decided("lead", made.reference, Decision("mayoral_measure", "Spoed"))
    assert stands("lead", made.reference).decided == "severe_nuisance"


def test_a_decision_is_taken_once() -> None:
    made = report()
    decided("lead", made.reference, FOLLOWED)
    with pytest.raises(Refused, match="al een besluit"):
        decided("lead", made.reference, FOLLOWED, version=2)


@pytest.mark.parametrize("who", ["landlord", "mediation_lead", "manager", "police", "adviser"])
def test_nobody_else_decides(who: str) -> None:
    made = report()
    with pytest.raises((Refused, ObjectDoesNotExist)):
        decided(who, made.reference, FOLLOWED)


def test_a_second_report_joins_the_running_case() -> None:
    case = decided("lead", report().reference, FOLLOWED)
    assert case is not None
    second = report("police")
    joined = decided("lead", second.reference, Decision("severe_nuisance", joins=case.reference))
    assert joined == case
    with acting(actor("lead")):
        kinds = set(Event.objects.filter(case=case).values_list("kind", flat=True))
    assert "ReportJoined" in kinds


def test_a_second_case_beside_one_that_the_report_could_join_needs_a_reason() -> None:
    case = decided("lead", report().reference, FOLLOWED)
    assert case is not None
    second = report("police")
    with pytest.raises(Invalid) as refused:
        decided("lead", second.reference, FOLLOWED)
    assert refused.value.errors == {"reason": RUNS_ALREADY}
    assert stands("lead", second.reference).decided == ""
    own = Decision("severe_nuisance", "Het gaat om een ander huishouden.")
    opened = decided("lead", second.reference, own)
    assert opened is not None
    assert opened != case


def test_a_case_that_does_not_fit_is_not_joined() -> None:
    other = report(tenure="owner_occupied", landlord="", answers=answered(structural="nee"))
    assert other.proposed == "neighbour_mediation"
    case = decided("mediation_lead", other.reference, Decision("neighbour_mediation"))
    assert case is not None
    with pytest.raises(ObjectDoesNotExist):
        decided("lead", report().reference, Decision("severe_nuisance", joins=case.reference))


def test_a_report_joins_no_case_of_another_home() -> None:
    """Not even by a forged form: its people would be shown there."""
    case = decided("lead", report().reference, FOLLOWED)
    assert case is not None
    other = report(address=OTHER_HOUSE)
    with pytest.raises(Refused, match="past niet bij die casus"):
        decided("lead", other.reference, Decision("severe_nuisance", joins=case.reference))


def test_who_does_not_know_how_a_home_is_held_makes_nobody_forget_it() -> None:
    """§5: the corporation's permission is still asked."""
    decided("lead", report().reference, FOLLOWED)
    unknown = report("police", tenure="unknown", landlord="")
    case = decided("lead", unknown.reference, Decision("severe_nuisance", "Een ander huishouden."))
    assert case is not None
    with acting(actor("lead")):
        assert situation_of(case, START).of_a_corporation


def test_a_home_is_held_in_one_way_at_a_time() -> None:
    """A tenure begins on the day on which the former ends, not on that of an older report."""
    decided("lead", report().reference, FOLLOWED)
    sold = report("police", tenure="owner_occupied", landlord="")
    later = START + timedelta(days=30)
    asked = actor("lead")
    with acting(asked):
        own = Decision("severe_nuisance", "Er wonen nu anderen.")
        decide(sold.reference, own, actor=asked, at=later, version=1)
    with acting(asked):
        former, now = Tenure.objects.order_by("pk")
    assert (former.kind, now.kind) == ("social_rent", "owner_occupied")
    assert former.until == now.since == later.date()


def test_a_decided_report_shows_its_judge_no_people_any_more() -> None:
    """From then on the case says who sees them (domain §4.7)."""
    made = report()
    asked = actor("lead")
    with acting(asked):
        assert RESIDENT.name in repr(read_report(made.reference, actor=asked, at=START))
    decided("lead", made.reference, FOLLOWED)
    with acting(asked):
        shown = repr(read_report(made.reference, actor=asked, at=START))
    assert RESIDENT.name not in shown
    assert COMPLAINANT.name not in shown


def test_the_party_that_reported_does_not_know_of_the_case_by_that() -> None:
    made = report("police")
    decided("lead", made.reference, FOLLOWED)
    asked = actor("police")
    with acting(asked):
        assert not known_to(asked, at=START).exists()
