# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""A reading says exactly what was told, for which purpose, and by which section; so does a no."""

import re
from datetime import timedelta
from typing import NamedTuple

import psycopg
import pytest

from tests.intake.reporting import decided, report
from tests.story import Story
from tests.world import START, signed_in, told
from woonvrede.access.books import books
from woonvrede.access.given import SEE, Given, rights
from woonvrede.access.session import acting
from woonvrede.casework.tasks.give import give_task
from woonvrede.intake.decide import Decision

pytestmark = pytest.mark.usefixtures("people")

UTRECHT = "utrecht-2019"
# What differs between two answers that are the same: a form's token, and the minute.
TELLS_NOTHING = re.compile(r'csrfmiddlewaretoken" value="\w+|\d\d:\d\d')


class Noted(NamedTuple):
    cases: list[int]
    reports: list[int]
    categories: list[str]
    purposes: list[str]
    why: str


def noted(to: "psycopg.Connection", action: str) -> list[Noted]:
    found = to.execute(
        "select case_ids, report_ids, categories, purposes, why from records_reading"
        " where action = %s order by id",
        [action],
    )
    return [Noted(*row) for row in found.fetchall()]


def case_id(to: "psycopg.Connection", story: Story) -> int:
    sql = "select id from records_case where reference = %s"
    row = to.execute(sql, [story.reference]).fetchone()
    assert row is not None
    return int(row[0])


def given(intervention: str, stage: str, role: str, *things: str) -> list[Given]:
    place = rights(UTRECHT, intervention)[stage, role]
    return [right for right in place if right.verb == SEE and right.thing in things]


def written(case: int, of: list[Given]) -> Noted:
    """Return the reading of one case that was told by these rights."""
    return Noted(
        [case],
        [],
        sorted({right.thing for right in of}),
        sorted({right.purpose for right in of}),
        "; ".join(sorted({right.because for right in of})),
    )


def test_a_list_says_of_each_case_by_which_rights(maintenance: "psycopg.Connection") -> None:
    nuisance, chance = told("execution"), told("considered")
    signed_in("landlord").get("/casussen/")
    first = given("severe_nuisance", "execution", "landlord", "process", "dwelling")
    second = given("last_chance", "considered", "landlord", "process", "dwelling")
    wanted = [
        written(case_id(maintenance, nuisance), first),
        written(case_id(maintenance, chance), second),
    ]
    assert sorted(noted(maintenance, "cases")) == sorted(wanted)
    assert wanted[0].purposes != wanted[1].purposes


def test_my_work_says_of_what_it_tells(maintenance: "psycopg.Connection") -> None:
    story = told("execution")
    manager = story.as_("manager")
    with acting(manager):
        due = (story.at + timedelta(days=3)).date()
        give_task(story.reference, "Bel even", "portaal", due, actor=manager, at=story.at)
    place = ("severe_nuisance", "execution")
    for who, role in (("landlord", "landlord"), ("manager", "case_manager")):
        maintenance.execute("truncate records_reading")
        signed_in(who).get("/mijn-werk/")
        of = given(*place, role, "process", "dwelling", "approach")
        assert noted(maintenance, "work") == [written(case_id(maintenance, story), of)]


def test_a_report_says_why_it_was_seen_by_who_made_it_and_by_who_judges(
    maintenance: "psycopg.Connection",
) -> None:
    made = report()
    agreement = books()[UTRECHT]
    route = agreement.interventions[made.proposed]
    reporter = next(each for each in agreement.reporters if each.party == "portaal")
    for who, source in (("landlord", reporter.source), ("lead", route.triage.source)):
        maintenance.execute("truncate records_reading")
        client = signed_in(who)
        client.get(f"/meldingen/{made.reference}/")
        opened = noted(maintenance, "report")
        assert [(each.purposes, each.why) for each in opened] == [([route.purpose], source)]
        which = "onze" if who == "landlord" else "te-beoordelen"
        client.get(f"/meldingen/?lijst={which}")
        kinds = ["dwelling", "report"]
        assert noted(maintenance, f"reports:{which}") == [
            Noted([], [made.pk], kinds, [route.purpose], source)
        ]


def test_a_report_that_tells_of_its_case_says_of_the_case_no_more_than_that(
    maintenance: "psycopg.Connection",
) -> None:
    made = report()
    case = decided("lead", made.reference, Decision("severe_nuisance"))
    assert case is not None
    of = given("severe_nuisance", case.stage, "case_lead", "process")
    client = signed_in("lead")
    client.get(f"/meldingen/{made.reference}/")
    client.get("/meldingen/?lijst=beoordeeld")
    for action in ("report", "reports:beoordeeld"):
        told_of = noted(maintenance, action)
        assert written(case.pk, of) in told_of
        assert [each.cases for each in told_of if each.reports] == [[]]


def test_a_change_says_by_which_right_the_case_was_known(
    maintenance: "psycopg.Connection",
) -> None:
    story = told("execution")
    maintenance.execute("truncate records_reading")
    typed = {"category": "working_notes", "text": "Gebeld.", "once": "note"}
    signed_in("manager").post(f"/casussen/{story.reference}/notitie/", typed)
    of = given("severe_nuisance", "execution", "case_manager", "process")
    assert noted(maintenance, "note:working_notes") == [written(case_id(maintenance, story), of)]


def refused(to: "psycopg.Connection") -> list[tuple[list[int], list[int]]]:
    found = to.execute("select case_ids, report_ids from records_reading where refused order by id")
    return found.fetchall()


@pytest.mark.parametrize("more", ["", "notitie/", "stap/close/"])
def test_a_refusal_says_which_case_was_asked_for_and_tells_the_asker_nothing(
    more: str, maintenance: "psycopg.Connection"
) -> None:
    story = told("execution")
    case = case_id(maintenance, story)
    answers = []
    # A colleague without a part in it; somebody whose circle cannot reach it; and what is not.
    for who, reference, found in (
        ("other_manager", story.reference, [case]),
        ("other_landlord", story.reference, []),
        ("other_manager", "2026-AAAA-AA", []),
    ):
        maintenance.execute("truncate records_reading")
        answer = signed_in(who).get(f"/casussen/{reference}/{more}")
        assert (answer.status_code, refused(maintenance)) == (404, [(found, [])])
        words = answer.content.decode().replace(reference, "")
        answers.append(TELLS_NOTHING.sub("", words))
    assert answers[0] == answers[2]


def test_a_refused_change_says_of_which_case(maintenance: "psycopg.Connection") -> None:
    story = told("execution")
    typed = {"version": "0", "once": "close"}
    answer = signed_in("manager").post(f"/casussen/{story.reference}/stap/close/", typed)
    assert answer.status_code == 409
    assert refused(maintenance) == [([case_id(maintenance, story)], [])]


def test_a_report_that_may_not_be_known_is_named_too(maintenance: "psycopg.Connection") -> None:
    made = report(at=START)
    answer = signed_in("manager").get(f"/meldingen/{made.reference}/")
    assert (answer.status_code, refused(maintenance)) == (404, [([], [made.pk])])
