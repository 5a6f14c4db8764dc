# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands behind a number: only what this person may know of, and never how much besides."""

from datetime import timedelta

import psycopg
import pytest
from django.core.exceptions import ObjectDoesNotExist
from tests import story as steps
from tests.story import Story, Words
from tests.support.many import multiply
from tests.world import START, told

from woonvrede.access.session import acting
from woonvrede.insight.behind import Behind, read_behind

pytestmark = pytest.mark.usefixtures("people")

CASES = ["EW-1", "EW-2", "EW-3", "EW-4", "EW-6"]
MARKS = """
    insert into records_tally (event_id, case_id, agreement, indicator, party_id, day, unit, part,
                               sign)
    select t.event_id, c.id, t.agreement, t.indicator, t.party_id, t.day + (c.id %% 3)::int,
           c.reference, t.part, 1
    from records_tally t, records_case c
    where t.indicator = %s and c.reference like '2026-____-ZZ'
"""


def behind(indicator: str, who: str, story: Story, **more: str) -> Behind:
    """Return what somebody of the cast sees behind an indicator of the first half of the year."""
    actor = story.as_(who)
    with acting(actor):
        at = START + timedelta(days=300)
        return read_behind(indicator, "2026-H1", actor=actor, at=at, **more)


def test_who_leads_sees_the_case_behind_each_number_and_a_colleague_does_not() -> None:
    """Neither one of another unit, nor one of the same who was not assigned."""
    story = told("closed")
    for indicator in CASES:
        found = behind(indicator, "lead", story).units
        seen = [(unit.reference, unit.report, unit.title) for unit in found]
        assert (indicator, seen) == (indicator, [(story.reference, False, "Lindeplein 112")])
        for who in ("mediation_lead", "other_manager"):
            assert (indicator, who, behind(indicator, who, story).units) == (indicator, who, ())


def test_the_corporation_sees_its_order_and_not_the_numbers_of_others() -> None:
    story = told("considered")
    story.step("landlord", "give_order", order_number="1", order_date="2026-02-20")
    assert [unit.reference for unit in behind("LKB-1", "landlord", story).units] == [
        story.reference
    ]
    assert behind("LKB-1", "landlord_other_district", story).units == ()
    with pytest.raises(ObjectDoesNotExist):
        behind("EW-1", "landlord", story)


def test_who_reported_hears_nothing_of_the_case() -> None:
    """A unit of the same legal party reported; it knows its report, not what came of it."""
    story = steps.closed(Story(START, Words(reporter="mediation_lead")))
    units = behind("EW-1", "mediation_lead", story).units
    assert [(unit.reference, unit.report, unit.stage) for unit in units] == [
        (story.report, True, "")
    ]
    for indicator in ("EW-3", "EW-4", "EW-6"):
        assert behind(indicator, "mediation_lead", story).units == ()


def test_who_reported_is_named_where_the_reader_may_know_it() -> None:
    """§5: by reporting party. A case manager does not judge, and reads it of who takes part."""
    story = told("closed")
    outside = steps.closed(Story(START, Words(reporter="adviser")))
    for who, expected in (("lead", "Gemeente Utrecht"), ("manager", "")):
        parts = {unit.reference: unit.part for unit in behind("EW-2", who, story).units}
        assert (who, parts) == (who, {story.reference: "Portaal", outside.reference: expected})
    assert {unit.part for unit in behind("EW-1", "lead", story).units} == {""}


def test_what_was_corrected_is_not_behind_it_any_more() -> None:
    story = steps.closed(Story(START), "none")
    assert len(behind("EW-5", "lead", story).units) == 1
    story.step("lead", "reopen")
    assert behind("EW-5", "lead", story).units == ()
    story.step("manager", "close", close_reason="other", next_trajectory="none")
    assert len(behind("EW-5", "lead", story).units) == 1


def test_page_after_page_every_case_comes_once(maintenance: "psycopg.Connection") -> None:
    story = told("closed")
    multiply(maintenance, story.reference, 60)
    maintenance.execute(MARKS, ["EW-6"])
    page = behind("EW-6", "lead", story)
    found = [unit.reference for unit in page.units]
    assert len(found) == 25
    while page.next:
        page = behind("EW-6", "lead", story, after=page.next)
        found += [unit.reference for unit in page.units]
    assert len(found) == len(set(found)) == 61


def test_a_look_behind_leaves_a_reading(maintenance: "psycopg.Connection") -> None:
    story = told("closed")
    behind("EW-6", "lead", story)
    rows = maintenance.execute(
        "select case_ids = array(select id from records_case), report_ids from records_reading "
        "where action = 'figures:EW-6'"
    ).fetchall()
    assert rows == [(True, [])]


@pytest.mark.parametrize("indicator", ["LKB-1", "WH-1", "nonsense"])
def test_there_is_nothing_behind_what_the_party_does_not_report(indicator: str) -> None:
    with pytest.raises(ObjectDoesNotExist):
        behind(indicator, "lead", told("reported"))
