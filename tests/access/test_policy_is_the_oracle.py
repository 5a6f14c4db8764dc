# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
The policy gives exactly what the sources give, cell by cell, both ways.

Where this fails, read the section in the oracle's row and mend whichever of the two is wrong.
"""

from collections.abc import Iterator

import pytest

from tests.access.standings import (
    AGREEMENT,
    conditions,
    invited,
    oracle_says,
    product_says,
    standing_of,
    worlds,
)
from tests.oracle.read_oracle import Cell, Field, MoveCell, cells, decide, fields, moves
from tests.oracle.vocabulary import CATEGORIES, MOVES, PERSONAS, STAGES
from tests.story import CAST
from woonvrede.access.books import book
from woonvrede.access.given import MOVE, SEE, WRITE
from woonvrede.agreement.book import Fact, Intervention, Register


def disagreements(intervention: str, verb: str) -> list[str]:
    """Return every cell in which product and oracle differ, in words."""
    decided = cells(intervention)
    divided, guests = conditions(decided), invited(decided)
    found = []
    for cell, decision in decided.items():
        names = divided[cell.persona, cell.stage, cell.category]
        for takes_part, rows in worlds(cell, names, cell.persona in guests):
            place = standing_of(cell.persona, intervention, cell.stage, takes_part=takes_part)
            given = product_says(place, verb, cell.category, rows)
            if given != oracle_says(decision, verb):
                found.append(_words(cell, verb, given, decision.section))
    return sorted(set(found))


def _words(cell: Cell, verb: str, given: bool, section: str) -> str:
    says = "gives" if given else "refuses"
    when = f" ({cell.condition})" if cell.condition else ""
    return f"product {says} {cell.persona}{when} {verb} {cell.category} in {cell.stage} [{section}]"


@pytest.mark.parametrize("verb", [SEE, WRITE])
@pytest.mark.parametrize("intervention", STAGES)
def test_everybody_sees_and_writes_what_the_sources_say(intervention: str, verb: str) -> None:
    assert disagreements(intervention, verb) == []


@pytest.mark.parametrize("intervention", STAGES)
def test_everybody_takes_the_steps_that_the_sources_give(intervention: str) -> None:
    guests = invited(cells(intervention))
    found = [
        f"{cell} should be {may}"
        for cell, may in moves().items()
        if cell.intervention == intervention
        for takes_part in {False, cell.persona in guests}
        if _may_move(cell, takes_part) != (may and _knows(cell, takes_part))
    ]
    assert found == []


def _knows(cell: MoveCell, takes_part: bool) -> bool:
    """By the sources: nobody takes a step in a case that does not exist for them."""
    question = (cell.persona, cell.intervention, cell.stage, "process")
    holding = {"invited"} if takes_part else set()
    return decide(cells(cell.intervention), question, holding=holding).sees


def _may_move(cell: MoveCell, takes_part: bool) -> bool:
    place = standing_of(cell.persona, cell.intervention, cell.stage, takes_part=takes_part)
    return place is not None and place.allows(MOVE, cell.move)


def test_oracle_and_product_speak_of_the_same_things() -> None:
    """Whatever the product has more than the oracle would be walked by nobody."""
    agreement = book(AGREEMENT)
    assert {category.key for category in agreement.categories} == set(CATEGORIES)
    assert {persona.key for persona in CAST} | {"anonymous"} == set(PERSONAS)
    for intervention, stages in STAGES.items():
        described = agreement.interventions[intervention]
        assert {stage.key for stage in described.stages} == set(stages)
        assert {move.key for move in described.moves} == set(MOVES[intervention])


@pytest.mark.parametrize(
    ("intervention", "stage", "asked"),
    [
        ("severe_nuisance", "closed", {"hand_over_decline_reason"}),
        ("severe_nuisance", "screening", {"reject_reason"}),
        ("severe_nuisance", "awaiting_permission", {"reject_reason"}),
    ],
)
def test_where_writing_is_given_for_one_reason_only_that_is_asked(
    intervention: str, stage: str, asked: set[str]
) -> None:
    """The oracle's README: the other facts of the outcome are not asked in that stage."""
    facts = book(AGREEMENT).interventions[intervention].facts
    outcome = {fact.key for fact in facts if fact.category == "outcome" and stage in fact.stages}
    assert outcome == asked


def test_mediation_is_no_step_that_others_read() -> None:
    """Domain §4.7: a referrer hears of it from the mediation itself."""
    steps = book(AGREEMENT).code_list("step").codes
    assert [key for key in steps if "mediation" in key or "bemiddel" in steps[key].lower()] == []


def test_everything_written_down_is_of_the_category_that_the_sources_say() -> None:
    """A field in another category is seen by others; a new field needs a row in the oracle."""
    assert mislabelled(AGREEMENT) == []


def mislabelled(key: str) -> list[str]:
    """Return each field of which product and oracle differ on the category."""
    agreement = book(key)
    said = {
        Field(name, kind, each.key): each.category
        for name in STAGES
        for kind, each in _things(agreement.interventions[name])
    }
    said |= {Field("report", "question", each.key): each.category for each in agreement.questions}
    said |= {Field("report", "person", each.key): each.category for each in agreement.person_roles}
    sources = fields()
    return [
        f"{field.kind} {field.key} of {field.intervention}: product says {said.get(field)},"
        f" sources say {sources.get(field)}"
        for field in sorted({*said, *sources})
        if said.get(field) != sources.get(field)
    ]


def _things(described: Intervention) -> Iterator[tuple[str, Fact | Register]]:
    yield from (("fact", fact) for fact in described.facts)
    yield from (("register", register) for register in described.registers)
