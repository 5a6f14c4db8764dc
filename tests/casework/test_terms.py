# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Terms that run only in some cases, and from a day that somebody recorded (Awb, Wgs)."""

from datetime import timedelta

import pytest
from tests.support.ways import (
    DECIDED,
    JUDGED,
    ORDERED,
    beside,
    decide_on,
    due,
    eviction,
    intend,
    measure,
    weigh,
    with_all_guests,
)

pytestmark = pytest.mark.usefixtures("people")


# A month from its opening (AVG art. 14), which ends on Good Friday: the Tuesday after it.
INFORMED = {"inform_resident": "2026-04-07"}


def test_on_request_the_term_of_the_law_runs_from_the_day_it_came_in() -> None:
    """Awb art. 4:13: eight weeks."""
    story = measure()
    assert due(story) == INFORMED
    story.step(
        "adviser",
        "take_request",
        on_request="ja",
        requested_on="2026-02-20",
        measure_kind="behaviour_order",
        running_case="nee",
    )
    assert due(story) == {"request_decision": "2026-04-17", **INFORMED}


def test_a_day_that_was_wrong_is_another_term() -> None:
    story = measure()
    given = {"on_request": "ja", "measure_kind": "closure", "running_case": "nee"}
    story.step("adviser", "take_request", requested_on="2026-02-20", **given)
    story.facts("adviser", "measure", requested_on="2026-02-27")
    assert due(story) == {"request_decision": "2026-04-24", **INFORMED}


def test_on_own_initiative_no_term_of_the_law_runs() -> None:
    story = measure()
    given = {"on_request": "nee", "measure_kind": "closure", "running_case": "nee"}
    story.step("adviser", "start_weighing", **given)
    assert due(story) == INFORMED


def test_a_measure_that_opened_beside_a_case_has_no_term_before_somebody_asked() -> None:
    """But to inform the resident."""
    assert due(beside()).keys() == INFORMED.keys()


def test_when_the_eviction_has_a_date_the_first_talk_is_within_three_working_days() -> None:
    """Wgs art. 4 lid 2."""
    story = eviction("joint_intake", eviction_stage="date_known")
    terms = due(story)
    assert "debt_talk" not in terms
    assert terms["debt_talk_urgent"] == "2026-03-06"


def test_otherwise_it_is_within_four_weeks() -> None:
    """Wgs art. 4 lid 1."""
    terms = due(eviction("joint_intake"))
    assert "debt_talk_urgent" not in terms
    assert terms["debt_talk"] == "2026-03-31"


def test_a_date_that_becomes_known_shortens_the_term_at_once() -> None:
    story = eviction("joint_intake")
    story.facts("landlord", "arrears", eviction_on="2026-04-01")
    assert {"debt_talk", "debt_talk_urgent"} & due(story).keys() == {"debt_talk_urgent"}


def test_a_term_says_how_long_it_is_and_who_says_so() -> None:
    story = eviction("joint_intake")
    told = {task.title: task.why for task in story.seen_by("social_team").tasks}
    assert told["Eerste gesprek over hulp bij schulden"] == "4 weken: de wet (Wgs art. 4 lid 1)"
    assert told["Gezamenlijke intake"] == "5 werkdagen: afspraak (§3.4, aangenomen)"


def test_the_talk_meets_the_term_and_starts_the_next() -> None:
    """Wgs art. 4a lid 3: at most eight weeks to decide."""
    story = with_all_guests(eviction("joint_intake"))
    talked = story.at.date()
    story.facts("debt_adviser", "payments", debt_talk_on=talked.isoformat())
    terms = due(story)
    assert {"debt_talk", "debt_talk_urgent"} & terms.keys() == set()
    assert terms["debt_decision"] == (talked + timedelta(weeks=8)).isoformat()
    story.step("landlord", "not_start", close_reason="regular_help")
    assert due(story) == {}


def test_a_term_ends_when_it_is_recorded_that_it_was_met_and_goes_on_without() -> None:
    """AVG art. 14 lid 3: within a month after the intake, also if it was recorded too early."""
    story = eviction("joint_intake")
    month = due(story)["inform_resident"]
    today = story.at.date().isoformat()
    story.facts("social_team", "process", resident_informed_on=today)
    assert "inform_resident" not in due(story)
    story.at += timedelta(days=3)
    story.facts("social_team", "process", resident_informed_on=story.at.date().isoformat())
    story.at += timedelta(days=3)
    story.facts("social_team", "process", resident_informed_on="")
    assert due(story)["inform_resident"] == month
    story.facts("social_team", "process", resident_informed_on=today)
    story.step("social_team", "record_judgement", **JUDGED)
    story.step("landlord", "give_order", **ORDERED)
    assert "inform_resident" not in due(story)
    story.facts("social_team", "process", resident_informed_on="")
    assert due(story)["inform_resident"] == month


def test_the_decision_on_debt_help_ends_its_term() -> None:
    """Wgs art. 4a lid 3; another day of the first talk is another term."""
    story = with_all_guests(eviction("joint_intake"))
    story.facts("debt_adviser", "payments", debt_talk_on="2026-02-24")
    assert due(story)["debt_decision"] == "2026-04-21"
    story.facts("debt_adviser", "payments", debt_decision_on="2026-03-02")
    assert "debt_decision" not in due(story)
    story.facts("debt_adviser", "payments", debt_talk_on="2026-02-25", debt_decision_on="")
    assert due(story)["debt_decision"] == "2026-04-22"


def test_a_question_ends_a_term_when_the_answer_is_yes() -> None:
    """Gemeentewet art. 151d lid 3: ten days, unless it is extended."""
    story = measure("weighing")
    intend(story)
    story.step("adviser", "decide", views_asked_on="2026-02-10", presence_ban="ja", **DECIDED)
    story.step("adviser", "serve", served_on="2026-02-23")
    story.facts("adviser", "measure", presence_ban_extended="nee")
    assert {"presence_ban", "presence_ban_end"} & due(story).keys() == {"presence_ban"}
    why = {task.title: task.why for task in story.seen_by("adviser").tasks}
    by_law = "10 dagen: de wet (Gemeentewet art. 151d lid 3)"
    assert why["Het verbod eindigt of is verlengd"] == by_law
    story.facts("adviser", "measure", presence_ban_extended="ja")
    assert {"presence_ban", "presence_ban_end"} & due(story).keys() == {"presence_ban_end"}
    story.facts("adviser", "measure", measure_ended_on="2026-03-02")
    assert "presence_ban_end" not in due(story)


def test_after_the_order_to_vacate_three_days_are_left() -> None:
    """Rv art. 555."""
    story = eviction("joint_intake")
    assert "vacate" not in due(story)
    story.facts("landlord", "arrears", vacate_ordered_on="2026-02-24")
    assert due(story)["vacate"] == "2026-02-27"


def test_an_area_ban_is_three_months_and_with_its_extensions_twelve() -> None:
    """Gemeentewet art. 172a."""
    story = measure()
    weigh(story, kind="area_ban")
    intend(story)
    decide_on(story)
    story.step("adviser", "serve", served_on="2026-02-20")
    assert due(story)["area_ban"] == "2026-05-20"
    story.facts("adviser", "measure", area_ban_since="2026-02-20", served_on="2026-02-27")
    terms = due(story)
    assert (terms["area_ban"], terms["area_ban_end"]) == ("2026-05-27", "2027-02-20")


def test_a_moratorium_ends_within_six_months() -> None:
    """Faillissementswet art. 287b."""
    story = with_all_guests(eviction("stabilisation"))
    story.facts("debt_adviser", "payments", moratorium_on="2026-03-01")
    assert due(story)["moratorium_end"] == "2026-09-01"
