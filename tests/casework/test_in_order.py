# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Days that can only have been in one order are not recorded in another."""

import pytest
from tests.support.ways import DECIDED, eviction, intend, measure

from woonvrede.access.refusals import Invalid

pytestmark = pytest.mark.usefixtures("people")


def errors(refused: pytest.ExceptionInfo[Invalid]) -> dict[str, str]:
    return refused.value.errors


def test_a_measure_ends_not_before_it_was_decided_on() -> None:
    story = measure("weighing")
    intend(story)
    given = {**DECIDED, "measure_until": "2026-02-19", "views_asked_on": "2026-02-10"}
    with pytest.raises(Invalid) as refused:
        story.step("adviser", "decide", **given)
    words = "Deze datum ligt vóór die bij “Datum van het besluit”: 20 februari 2026."
    assert errors(refused) == {"measure_until": words}
    story.step("adviser", "decide", **{**given, "measure_until": "2026-02-20"})


def test_what_was_recorded_before_is_held_against_it_and_can_be_mended_with_it() -> None:
    """Also where the first of the two is changed later, and after the decision was made known."""
    story = measure("decided")
    with pytest.raises(Invalid) as refused:
        story.step("adviser", "serve", served_on="2026-02-19")
    assert errors(refused).keys() == {"served_on"}
    story.step("adviser", "serve", served_on="2026-02-23")
    with pytest.raises(Invalid) as refused:
        story.facts("adviser", "measure", decided_on="2026-02-24")
    words = "Deze datum ligt na die bij “Bekendgemaakt op”: 23 februari 2026."
    assert errors(refused) == {"decided_on": words}
    story.facts("adviser", "measure", decided_on="2026-02-24", served_on="2026-02-24")
    story.facts("adviser", "measure", measure_until="2026-08-01")


def test_a_decision_that_extends_is_not_held_against_the_day_of_the_former() -> None:
    story = measure("supervision")
    story.step("adviser", "prepare_extension", running_case="nee")
    intend(story)
    given = {**DECIDED, "decided_on": "2026-03-01", "views_asked_on": "2026-02-25"}
    story.step("adviser", "decide", **given)
    story.step("adviser", "serve", served_on="2026-03-02")


def test_an_eviction_is_not_before_the_order_to_vacate_nor_a_judgment_before_the_summons() -> None:
    story = eviction()
    with pytest.raises(Invalid) as refused:
        story.facts(
            "landlord",
            "arrears",
            summons_on="2026-02-10",
            judgment_on="2026-02-09",
            vacate_ordered_on="2026-02-20",
            eviction_on="2026-02-19",
        )
    assert errors(refused).keys() == {"judgment_on", "eviction_on"}
    story.facts("landlord", "arrears", summons_on="2026-02-10", judgment_on="2026-02-20")
    with pytest.raises(Invalid) as refused:
        story.facts("landlord", "arrears", summons_on="2026-02-21")
    assert errors(refused).keys() == {"summons_on"}
    story.facts("landlord", "arrears", summons_on="2026-02-21", judgment_on="")
