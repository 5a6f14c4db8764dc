# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""§5: what each party reports, and by which rule it counts."""

from datetime import date, timedelta

import psycopg
import pytest
from django.core.exceptions import ObjectDoesNotExist
from tests import story as steps
from tests.insight.counting import counted, figures
from tests.insight.recount import recount
from tests.story import OWN, PATTERN, Story, Words
from tests.support.ways import JUDGED, ORDERED, SUMMONED
from tests.world import START, told

from woonvrede.access.books import in_force
from woonvrede.access.session import acting
from woonvrede.insight.count import count
from woonvrede.insight.page import FiguresPage, read_figures
from woonvrede.insight.period import named
from woonvrede.intake.decide import Decision, decide

pytestmark = pytest.mark.usefixtures("people")

FIRST, SECOND = named("2026-H1", months=6), named("2026-H2", months=6)
HOARDING = {**PATTERN, "kind_of_problem": "hoarding", "pollution": "ja", "pollution_serious": "ja"}


def page(who: str, story: Story, period: str = "2026-H1") -> FiguresPage:
    """Return the page of figures as somebody of the cast sees it."""
    actor = story.as_(who)
    with acting(actor):
        return read_figures(period, actor=actor, at=START + timedelta(days=300))


def ordered(day: str) -> Story:
    """Tell of a last chance whose order is of a day."""
    story = told("considered")
    story.step("landlord", "give_order", order_number="1", order_date=day)
    return story


def joined(story: Story) -> Story:
    """Let another report join the case of a story."""
    first, version = story.reference, 1
    other = steps.reported(Story(story.at, story.words))
    decision = Decision("severe_nuisance", "", joins=first)
    other.do("lead", decide, other.report, decision, version=version)
    return other


def test_an_independent_recount_agrees(maintenance: "psycopg.Connection") -> None:
    """Over a world in which everything of severe nuisance happened once."""
    ordered("2026-02-20")
    joined(steps.awaiting_permission(Story(START)))
    again = steps.closed(Story(START), "none")
    again.step("lead", "reopen")
    steps.closed(Story(START, Words(reporter="police")), "moved")
    declined = told("closed")
    declined.step("landlord", "decline_hand_over", hand_over_decline_reason="other")
    late = steps.closed(Story(START + timedelta(days=113)), "eviction")
    told("rejected")
    told("reported")
    assert late.at.date() >= SECOND.first
    for period in (FIRST, SECOND):
        over = (period.first, period.after)
        for party in ("u_centraal", "portaal"):
            mine = recount(maintenance, party, *over)
            assert counted(figures(party, period.name)) == mine
    assert counted(figures()) == {
        "EW-1": {"": 8},
        "EW-2": {"politie": 1, "portaal": 7},
        "EW-3": {"": 5},
        "EW-4": {"": 5},
        "EW-5": {"": 1},
        "EW-6": {"last_chance": 2},
    }


def test_the_page_tells_a_member_what_the_command_tells() -> None:
    story = ordered("2026-02-20")
    for who, party in (("lead", "u_centraal"), ("landlord", "portaal")):
        seen = page(who, story)
        rows = {row.id: row for group in seen.groups for row in group.rows}
        told_by_command = figures(party)
        assert {name: row.value for name, row in rows.items()} == {
            each.id: each.value for each in told_by_command.indicators
        }
        assert {
            (name, part.label, part.value) for name, row in rows.items() for part in row.parts
        } == {
            (each.id, part.label, part.value)
            for each in told_by_command.indicators
            for part in each.parts
        }
        assert all(sum(month.value for month in row.months) == row.value for row in rows.values())


def test_parts_add_up_to_their_figure() -> None:
    steps.closed(Story(START, Words(reporter="police")), "eviction")
    told("closed")
    found = figures()
    broken_down = [each for each in found.indicators if each.parts]
    assert {each.id for each in broken_down} == {"EW-2", "EW-6"}
    assert all(sum(part.value for part in each.parts) == each.value for each in broken_down)


def test_a_case_that_is_opened_again_no_longer_counts_as_ended() -> None:
    story = steps.closed(Story(START), "none")
    assert counted(figures())["EW-5"] == {"": 1}
    story.step("lead", "reopen")
    assert not {"EW-5", "EW-6"} & set(counted(figures()))
    story.step("manager", "close", close_reason="other", next_trajectory="eviction")
    assert counted(figures())["EW-6"] == {"eviction": 1}
    assert "EW-5" not in counted(figures())
    story.step("lead", "reopen")
    assert not {"EW-5", "EW-6"} & set(counted(figures()))


def test_only_the_first_case_manager_counts() -> None:
    story = told("taken_up")
    story.step("lead", "reassign", colleague=str(story.as_("other_manager").account))
    assert counted(figures())["EW-3"] == {"": 1}


def test_two_reports_of_one_case_stay_two_reports_and_end_as_one_case() -> None:
    story = told("awaiting_permission")
    joined(story)
    story.step("landlord", "grant_permission")
    story.step("lead", "take_up", colleague=str(story.as_("manager").account))
    story.step("manager", "close", close_reason="other", next_trajectory="none")
    found = counted(figures())
    assert found["EW-1"] == found["EW-3"] == found["EW-4"] == {"": 2}
    assert found["EW-2"] == {"portaal": 2}
    assert found["EW-5"] == {"": 1}


def test_a_report_counts_on_the_day_it_came_whenever_it_was_decided_on() -> None:
    """EW-1: received on the last day of June, decided in July."""
    story = steps.reported(Story(START.replace(month=6, day=30)))
    story.later(3)
    story.route("lead", "severe_nuisance", OWN)
    assert counted(figures())["EW-1"] == {"": 1}
    assert counted(figures(period="2026-H2")) == {}


def test_who_still_waits_for_a_decision_is_a_fault_and_no_figure() -> None:
    told("reported")
    found = figures()
    assert (found.undecided, counted(found)) == (1, {})
    assert figures(period="2026-H2").undecided == 0


def test_an_order_counts_on_its_own_day() -> None:
    """LKB-1: recorded in March, of December."""
    ordered("2025-12-30")
    assert counted(figures("portaal")) == {}
    assert counted(figures("portaal", "2025-H2")) == {"LKB-1": {"": 1}}


def test_an_order_counts_on_the_day_that_was_written_down() -> None:
    """VHU-1: given in March, of December; a day that is mended takes its figure along."""
    words = Words(answers={**PATTERN, "rent_debt_eviction": "ja"})
    story = steps.reported(Story(START, words))
    story.route("landlord", "eviction_prevention", OWN)
    story.step("landlord", "start_intake", **SUMMONED)
    story.step("social_team", "record_judgement", **JUDGED)
    story.step("landlord", "give_order", **{**ORDERED, "order_date": "2025-12-30"})
    assert counted(figures("portaal")) == {}
    assert counted(figures("portaal", "2025-H2")) == {"VHU-1": {"": 1}}
    story.facts("landlord", "order", order_date="2026-01-02")
    assert counted(figures("portaal")) == {"VHU-1": {"": 1}}
    assert counted(figures("portaal", "2025-H2")) == {}


def test_what_ends_before_an_order_counts_as_no_order() -> None:
    """VHU-2."""
    words = Words(answers={**PATTERN, "rent_debt_eviction": "ja"})
    story = steps.reported(Story(START, words))
    story.route("landlord", "eviction_prevention", OWN)
    story.step("landlord", "not_start", close_reason="regular_help")
    assert counted(figures("portaal")) == {}


def test_a_last_chance_counts_as_successful_on_the_day_it_ended() -> None:
    """LKB-2: recorded in March that it ended in December; once it is opened again no longer."""
    story = ordered("2025-11-30")
    ended = {"close_reason": "completed", "next_trajectory": "none"}
    story.step("landlord", "close", ended_on="2025-12-30", **ended)
    assert counted(figures("portaal", "2025-H2")) == {"LKB-1": {"": 1}, "LKB-2": {"": 1}}
    assert counted(figures("portaal")) == {}
    story.step("landlord", "reopen")
    assert counted(figures("portaal", "2025-H2")) == {"LKB-1": {"": 1}}
    story.step("landlord", "close", ended_on="2026-02-27", **ended)
    assert counted(figures("portaal")) == {"LKB-2": {"": 1}}


@pytest.mark.parametrize(
    ("answer", "given", "told_beside"),
    [
        ("", {}, {"accepted": 0, "declined": 0, "waiting": 1}),
        ("accept_hand_over", {}, {"accepted": 1, "declined": 0, "waiting": 0}),
        (
            "decline_hand_over",
            {"hand_over_decline_reason": "other"},
            {"accepted": 0, "declined": 1, "waiting": 0},
        ),
    ],
)
def test_what_the_corporation_answered_stands_beside_the_next_trajectory(
    answer: str, given: dict[str, str], told_beside: dict[str, int]
) -> None:
    """EW-6 keeps the next trajectory, whatever the corporation does with it."""
    story = told("closed")
    if answer:
        story.step("landlord", answer, **given)
    row = next(r for g in page("lead", story).groups for r in g.rows if r.id == "EW-6")
    assert [(part.label, part.value) for part in row.parts] == [("Laatste Kans Beleid", 1)]
    assert {each.key: each.value for each in row.parts[0].answers} == told_beside


def test_a_yearly_figure_counts_the_year_so_far() -> None:
    """WH-1 is per year: the second half of the year tells the whole of it."""
    story = steps.reported(Story(START, Words(answers=HOARDING)))
    story.route("hygiene_expert", "housing_hygiene", OWN)
    assert counted(figures("gemeente"))["WH-1"] == {"": 1}
    assert counted(figures("gemeente", "2026-H2"))["WH-1"] == {"": 1}
    assert counted(figures("gemeente", "2025-H2")) == {}


def test_what_waits_is_counted_over_the_year_where_a_figure_is() -> None:
    """Of a report in March the second half of the year tells who reports per year."""
    steps.reported(Story(START, Words(answers=HOARDING)))
    yearly = figures("gemeente", "2026-H2")
    assert (yearly.undecided, yearly.undecided_since) == (1, date(2026, 1, 1))
    assert figures("gemeente", "2025-H2").undecided == 0
    told("reported")
    halves = figures(period="2026-H2")
    assert (halves.undecided, halves.undecided_since) == (0, date(2026, 7, 1))


def test_figures_do_not_hang_on_who_takes_part_today() -> None:
    """Another circle of the same legal party reads the same numbers."""
    story = told("closed")
    lead, other = page("lead", story), page("mediation_lead", story)
    assert other.groups == lead.groups


def test_a_party_gets_no_figures_of_another() -> None:
    """The database answers a party about itself alone."""
    story = told("closed")
    whole = in_force(START.date(), "u_centraal")
    actor = story.as_("police")
    with acting(actor):
        found = count("u_centraal", whole, FIRST)
    assert (counted(found), found.undecided) == ({}, 0)


@pytest.mark.parametrize("who", ["police", "social_team", "executor"])
def test_who_reports_nothing_gets_a_page_without_figures(who: str) -> None:
    assert page(who, told("closed")).groups == ()


@pytest.mark.parametrize("name", ["2027-H1", "2026-H3", "2026-Q1", "nonsense", "2026-13"])
def test_there_is_no_page_of_a_period_that_is_none(name: str) -> None:
    with pytest.raises(ObjectDoesNotExist):
        page("lead", told("reported"), name)


def test_without_a_name_the_page_is_of_today() -> None:
    found = page("lead", told("reported"), "")
    assert (found.period, found.earlier, found.next) == (SECOND, FIRST, "")
    assert page("lead", told("reported"), "2026-H1").next == "2026-H2"
