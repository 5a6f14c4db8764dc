# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Terms that run only in some cases, and from a day that somebody recorded (Awb, Wgs)."""

from datetime import timedelta

import pytest
from tests.support.ways import (
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


INFORMED = {"inform_resident": "2026-04-03"}  # a month from its opening (AVG art. 14)


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
