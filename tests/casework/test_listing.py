# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of cases: every case that somebody may know of once, and no other."""

import doctest
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta

import psycopg
import pytest
from tests.story import Story
from tests.support.many import multiply
from tests.support.neighbours import hygiene
from tests.world import told

from woonvrede.access.session import acting
from woonvrede.casework.lists import cursor
from woonvrede.casework.lists.cursor import read_cursor
from woonvrede.casework.lists.filters import Wanted
from woonvrede.casework.lists.listing import CaseList, list_cases
from woonvrede.casework.lists.worklist import read_work
from woonvrede.casework.notes.row import add_row
from woonvrede.casework.page.dutch import ago
from woonvrede.casework.people.exclude import exclude
from woonvrede.casework.people.invite import invite

pytestmark = pytest.mark.usefixtures("people")


def listed(story: Story, who: str, **wanted: object) -> CaseList:
    """Return the list as somebody of the cast asks for it."""
    actor = story.as_(who)
    with acting(actor):
        asked = replace(Wanted(), **wanted)  # type: ignore[arg-type]
        return list_cases(asked, actor=actor, at=story.at)


def walked(story: Story, who: str, **wanted: object) -> list[str]:
    """Return the references on every page, from the first to the last."""
    page = listed(story, who, **wanted)
    found = [line.reference for line in page.lines]
    while page.next:
        page = listed(story, who, **wanted, after=page.next)
        found += [line.reference for line in page.lines]
    return found


@contextmanager
def without_dwelling(maintenance: "psycopg.Connection") -> Iterator[None]:
    """Have a world in which the police do not see the dwelling."""
    chosen = "role = 'police' and verb = 'see'"
    maintenance.execute(
        f"update records_right set thing = 'no_dwelling' where thing = 'dwelling' and {chosen}"
    )
    try:
        yield
    finally:
        maintenance.execute(
            f"update records_right set thing = 'dwelling' where thing = 'no_dwelling' and {chosen}"
        )


def test_a_line_says_what_and_where_and_our_part() -> None:
    story = told("execution")
    line = listed(story, "manager").lines[0]
    assert (line.title, line.intervention, line.stage) == (
        "Lindeplein 112",
        "Aanpak extreme woonoverlast",
        "Uitvoering",
    )
    assert line.roles == ("Casemanager",)
    assert (line.district, str(line.due)) == ("Overvecht", "2026-04-07")


def test_who_takes_no_part_finds_nothing() -> None:
    story = told("execution")
    for who in (
        "other_manager",
        "landlord_other_district",
        "other_landlord",
        "youth_team",
        "former_participant",
        "mediator",
        "executor",
        "secretary",
    ):
        found = (listed(story, who).lines, listed(story, who, closed=True).lines)
        assert (who, found) == (who, ((), ()))


def test_taking_part_is_not_yet_knowing() -> None:
    """A closed case is out of sight for who only took part."""
    story = told("closed")
    assert listed(story, "police", closed=True).lines == ()
    assert [line.closed for line in listed(story, "landlord", closed=True).lines] == [True]
    assert listed(story, "landlord").lines == ()


def test_filters_are_codes_of_the_agreement() -> None:
    """What the agreement does not know is no filter."""
    story = told("execution")
    for wanted, found in (
        ({"intervention": "severe_nuisance"}, 1),
        ({"intervention": "severe_nuisance", "stage": "execution"}, 1),
        ({"intervention": "severe_nuisance", "stage": "plan"}, 0),
        ({"intervention": "last_chance"}, 0),
        ({"district": "overvecht"}, 1),
        ({"district": "west"}, 0),
        ({"role": "landlord"}, 1),
        ({"intervention": "nonsense", "district": "nonsense", "role": "police"}, 1),
    ):
        assert (wanted, len(listed(story, "landlord", **wanted).lines)) == (wanted, found)


def test_who_leads_who_takes_part_and_what_is_late(maintenance: "psycopg.Connection") -> None:
    """The term of this story is met on 20 April."""
    story = told("execution")
    for wanted, found in (
        ({"lead": "u_centraal_casemanagement"}, 1),
        ({"lead": "portaal"}, 0),
        ({"party": "politie"}, 1),
        ({"party": "portaal"}, 1),
        ({"party": "lister"}, 0),  # it took part, and left
        ({"party": "bo_ex"}, 0),
        ({"term": "te-laat"}, 0),
        ({"term": "later"}, 1),
        ({"term": "geen"}, 0),
        ({"term": "te-laat", "lead": "nonsense", "party": "nonsense"}, 0),
        ({"term": "nonsense", "lead": "nonsense", "party": "nonsense"}, 1),
    ):
        assert (wanted, len(listed(story, "landlord", **wanted).lines)) == (wanted, found)
    today = story.at.date()
    for day, term in (
        (today - timedelta(days=1), "te-laat"),
        (today, "deze-week"),
        (today + timedelta(days=6), "deze-week"),
        (today + timedelta(days=7), "later"),
        (None, "geen"),
    ):
        maintenance.execute("update records_case set due = %s", [day])
        kinds = ("te-laat", "deze-week", "later", "geen")
        assert [each for each in kinds if listed(story, "lead", term=each).lines] == [term]


def test_the_outcome_is_asked_of_closed_cases() -> None:
    story = told("closed")
    offered = {each.key: dict(each.choices) for each in listed(story, "lead", closed=True).filters}
    assert set(offered["outcome"]) >= {"successful", "not_successful"}
    assert "term" not in offered
    assert "outcome" not in {each.key for each in listed(story, "lead").filters}
    found = [
        outcome
        for outcome in offered["outcome"]
        if listed(story, "lead", closed=True, outcome=outcome).lines
    ]
    assert found == ["not_successful"]


def test_an_outcome_out_of_sight_is_no_filter_and_leaves_nothing_in(
    maintenance: "psycopg.Connection",
) -> None:
    """Else who is left would tell it; and what was told stands in the reading."""
    story = told("closed")
    for outcome in ("successful", "not_successful"):
        listed(story, "lead", closed=True, outcome=outcome)
    ask = "select categories from records_reading where action = 'cases' order by id desc limit 1"
    assert maintenance.execute(ask).fetchone() == (["dwelling", "outcome", "process"],)
    chosen = "role = 'case_lead' and verb = 'see' and thing = 'outcome'"
    maintenance.execute(f"update records_right set thing = 'no_outcome' where {chosen}")
    try:
        assert len(listed(story, "lead", closed=True).lines) == 1
        for outcome in ("successful", "not_successful"):
            assert listed(story, "lead", closed=True, outcome=outcome).lines == ()
    finally:
        undo = chosen.replace("'outcome'", "'no_outcome'")
        maintenance.execute(f"update records_right set thing = 'outcome' where {undo}")


def test_no_outcome_is_offered_to_whose_role_sees_none() -> None:
    story = told("execution")
    for who, sees in (("lead", True), ("landlord", True), ("police", False)):
        filters = {each.key: each.choices for each in listed(story, who, closed=True).filters}
        assert (who, bool(filters["outcome"])) == (who, sees)


def test_what_leads_and_who_takes_part_are_the_circles_of_the_agreement() -> None:
    story = told("execution")
    offered = {each.key: dict(each.choices) for each in listed(story, "police").filters}
    assert "u_centraal_casemanagement" in offered["lead"]
    assert {"portaal", "politie"} <= set(offered["party"])


@pytest.mark.parametrize("closed", [False, True])
@pytest.mark.parametrize("sort", ["", "nieuwste", "oudste", "stilste"])
def test_in_each_order_every_case_comes_once(
    maintenance: "psycopg.Connection", sort: str, closed: bool
) -> None:
    story = told("closed" if closed else "execution")
    multiply(maintenance, story.reference, 60)
    age = "opened_at + (mod(id, 7) || ' days')::interval"
    maintenance.execute(f"update records_case set opened_at = {age}")
    maintenance.execute(
        "update records_involvement i set opened = c.opened_at, quiet_since = c.opened_at"
        " from records_case c"
        " where c.id = i.case_id"
    )
    found = walked(story, "landlord", closed=closed, sort=sort)
    assert len(found) == len(set(found)) == 61
    first = sort == "oudste" or (sort == "stilste" and not closed)
    by = "order by opened_at::date {0}, id {0}".format("asc" if first else "desc")
    rows = maintenance.execute(f"select reference from records_case {by}".encode()).fetchall()
    assert (found == [reference for (reference,) in rows]) == (closed or sort != "")


def test_where_a_page_ended_out_of_sight_the_day_is_begun_again(
    maintenance: "psycopg.Connection",
) -> None:
    """All were opened on one day: nobody loses a line because the last is theirs no more."""
    story = told("execution")
    multiply(maintenance, story.reference, 30)
    for sort in ("nieuwste", "oudste"):
        first = listed(story, "landlord", sort=sort)
        gone = first.next.split("_")[0] + "_2026-ZZZZ-ZZ"
        again = listed(story, "landlord", sort=sort, after=gone)
        assert [line.reference for line in again.lines] == [line.reference for line in first.lines]


def test_the_stages_to_choose_from_are_those_of_the_chosen_approach() -> None:
    story = told("screening")
    filters = {each.key: each for each in listed(story, "lead").filters}
    assert (filters["stage"].choices, filters["stage"].none) == ((), "Kies eerst een aanpak")
    stages = {
        closed: {
            stage: label
            for each in listed(story, "lead", intervention="severe_nuisance", closed=closed).filters
            if each.key == "stage"
            for stage, label in each.choices
        }
        for closed in (False, True)
    }
    assert stages[False]["plan"] == "Plan"
    assert set(stages[True]) == {"closed", "rejected"}
    assert stages[False].keys() & stages[True].keys() == set()


def test_a_district_is_no_way_to_learn_about_a_dwelling_out_of_sight(
    maintenance: "psycopg.Connection",
) -> None:
    story = told("execution")
    assert len(listed(story, "police", district="overvecht").lines) == 1
    with without_dwelling(maintenance):
        assert listed(story, "police", district="overvecht").lines == ()
        assert len(listed(story, "police").lines) == 1


@pytest.mark.parametrize("closed", [False, True])
def test_page_after_page_every_case_comes_once(
    maintenance: "psycopg.Connection", closed: bool
) -> None:
    story = told("closed" if closed else "execution")
    multiply(maintenance, story.reference, 60)
    found = walked(story, "landlord", closed=closed)
    assert len(found) == len(set(found)) == 61


def test_the_first_day_comes_first_and_no_day_last(maintenance: "psycopg.Connection") -> None:
    story = told("execution")
    multiply(maintenance, story.reference, 20)
    days = [line.due for line in listed(story, "landlord").lines]
    with_day = [day for day in days if day]
    assert with_day == sorted(with_day)
    assert days == with_day + [None] * 6


def test_two_seats_of_one_party_make_one_line(maintenance: "psycopg.Connection") -> None:
    story = told("execution")
    maintenance.execute(
        "update records_membership set functions = '{coordinator,case_manager}' "
        "where account_id = (select id from records_account where email like 'manager@%')"
    )
    both = ("Regie extreme woonoverlast", "Casemanager")
    assert [line.roles for line in listed(story, "manager").lines] == [both]
    # One of them has a day of its own, and the filters go by that.
    story.facts("lead", "data_rights", breach_discovered_on="2026-01-05")
    seen = [(line.roles, line.due) for line in listed(story, "manager").lines]
    assert seen == [(both, date(2026, 1, 7))]
    assert len(listed(story, "manager", term="te-laat").lines) == 1
    assert listed(story, "manager", term="later").lines == ()
    multiply(maintenance, story.reference, 30)
    days = "case role when 'case_lead' then 1 else 9 end * interval '1 day'"
    maintenance.execute(f"update records_involvement set quiet_since = since + {days}")
    found = walked(story, "manager", sort="stilste")
    assert len(found) == len(set(found)) == 31


def test_a_case_stands_still_as_far_as_its_reader_sees() -> None:
    """What is out of sight changes no day, for that would tell of it."""
    story = told("execution")
    story.at += timedelta(days=40)
    day, both = story.at.date(), ("manager", "police")
    story.note("manager", "working_notes", "Nog bellen over de sleutel.")
    seen = [listed(story, who).lines[0].quiet_since for who in both]
    assert seen[0] == day
    assert seen[1]
    assert ago(seen[1], day) == "40 dagen geleden"
    day = story.at.date()
    story.step("manager", "back_to_plan")
    assert {listed(story, who).lines[0].quiet_since for who in both} == {day}
    assert [ago(day, day + timedelta(days=each)) for each in (0, 1)] == ["vandaag", "gisteren"]


def days(story: Story, *who: str) -> list[date | None]:
    return [listed(story, each).lines[0].quiet_since for each in who]


def test_what_is_its_makers_own_stirs_nobody_else() -> None:
    """A step of the reporting code is seen by the circle that took it alone."""
    story = hygiene("approach")
    story.do("hygiene_expert", invite, story.reference, "social_team", "buurtteam_sociaal")
    both = ("hygiene_expert", "social_team")
    before = days(story, *both)
    story.at += timedelta(days=40)
    day = story.at.date()
    story.row("social_team", "code_steps", stepped_on=day.isoformat(), decision="consult")
    assert days(story, *both) == [before[0], day]


def test_what_is_meant_for_some_stirs_them_alone() -> None:
    """What the police provide is seen by whoever it is meant for."""
    story, all_three = told("plan"), ("landlord", "manager", "police")
    before = days(story, *all_three)
    story.at += timedelta(days=40)
    day = story.at.date()
    given = {"article": "wpg_20", "decision": "V-2", "purpose": "p", "content": "c"}
    to = ["u_centraal_casemanagement"]
    story.do("police", add_row, story.reference, "police_provisions", given=given, recipients=to)
    assert days(story, *all_three) == [before[0], day, day]


def seen(story: Story, who: str, *, closed: bool) -> tuple[object, ...]:
    """Return all that lists, a sheet and the page tell somebody of days, with every filter."""
    page = listed(story, who, closed=closed)
    by_term = [
        len(listed(story, who, closed=closed, term=each).lines)
        for each in ("te-laat", "deze-week", "later", "geen")
    ]
    order = [line.reference for line in page.lines]
    return [line.due for line in page.lines], order, by_term, story.seen_by(who).badge


@pytest.mark.parametrize("stage", ["closed", "execution"])
@pytest.mark.parametrize(
    "recorded",
    [
        {"request_kind": "erasure", "request_received_on": "2026-01-05"},
        {"breach_discovered_on": "2026-01-05"},
    ],
)
def test_a_term_of_which_only_its_owner_may_know_is_on_no_list_of_others(
    stage: str, recorded: dict[str, str]
) -> None:
    """That somebody asked about their data, or that data leaked, is told to who leads alone."""
    story, others = told(stage), ("landlord", "manager", "police")
    closed = stage == "closed"
    before = {who: seen(story, who, closed=closed) for who in others if known(story, who, closed)}
    own = listed(story, "lead", closed=closed).lines[0].due
    story.facts("lead", "data_rights", **recorded)
    assert before
    assert {who: seen(story, who, closed=closed) for who in before} == before
    now = listed(story, "lead", closed=closed).lines[0].due
    assert now
    assert now != own
    actor = story.as_("lead")
    with acting(actor):
        work = read_work(actor=actor, at=story.at)
    assert now in {each.due for each in (*work.late, *work.week, *work.later)}
    assert closed or "Te laat sinds" in str(story.seen_by("lead").badge)


def known(story: Story, who: str, closed: bool) -> bool:
    return bool(listed(story, who, closed=closed).lines)


def test_a_list_leaves_a_reading(maintenance: "psycopg.Connection") -> None:
    story = told("execution")
    listed(story, "police")
    row = maintenance.execute(
        "select case_ids = array(select id from records_case), categories from records_reading "
        "where action = 'cases'"
    ).fetchall()
    assert row == [(True, ["dwelling", "process"])]


def test_an_address_that_nobody_wrote_begins_at_the_beginning() -> None:
    done = doctest.testmod(cursor)
    assert (done.attempted, done.failed) == (2, 0)
    for text in ("", "x", "0", "2026-02-30_2026-7KQ4-M2", "0_2026-7KQ4-M2\n", "٢026-01-01_A"):
        assert (text, read_cursor(text)) == (text, None)
    for text in ("0_2026-7KQ4-M2", "2026-02-28_2026-7KQ4-M2"):
        assert str(read_cursor(text)) == text


def test_an_excluded_colleague_finds_nothing_any_more() -> None:
    story = told("execution")
    assert len(listed(story, "landlord_excluded").lines) == 1
    account = story.as_("landlord_excluded").account
    story.do("lead", exclude, story.reference, account, "family")
    assert listed(story, "landlord_excluded").lines == ()
    assert len(listed(story, "landlord").lines) == 1
