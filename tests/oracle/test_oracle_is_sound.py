# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The oracle leaves nothing open, says nothing twice, and cites a source for all of it."""

import re
from itertools import product

import pytest

from .read_oracle import (
    Cell,
    Decision,
    MoveCell,
    OracleError,
    ReportCell,
    Right,
    cells,
    decide,
    expand,
    indicators,
    keeping,
    letters,
    moves,
    reports,
    sections,
    taking_out,
    visible,
    writable,
)
from .vocabulary import (
    CATEGORIES,
    INDICATORS,
    LETTERS,
    MOVES,
    PARTITIONS,
    PERSONAS,
    REPORT_CATEGORIES,
    ROUTES,
    STAGES,
)

AGREEMENT = {"1", "2", "3.1", "3.2", "3.3", "3.4", "3.5", "3.6.1", "3.6.2", "4", "5"}
DOMAIN = {"0.4", "1.0", "1.1", "1.2", "1.2.1", "1.3", "1.4", "1.5", "1.6", "3.1", "3.4"}
DOMAIN |= {"1.7", "4.3", "4.4", "4.5", "4.7", "5.2"} | {f"6 P{number}" for number in range(1, 17)}


@pytest.mark.parametrize("intervention", STAGES)
def test_every_question_is_answered_exactly_once(intervention: str) -> None:
    """The conditions of a question divide it: none is missing and none overlaps."""
    decided = cells(intervention)
    questions = list(product(PERSONAS, STAGES[intervention], CATEGORIES))
    conditions: dict[tuple[str, str, str], set[str]] = {question: set() for question in questions}
    for cell in decided:
        conditions[cell.persona, cell.stage, cell.category].add(cell.condition)
    allowed = [set(partition) for partition in PARTITIONS]
    assert [question for question in questions if conditions[question] not in allowed] == []


@pytest.mark.parametrize("intervention", STAGES)
def test_only_known_names_are_used(intervention: str) -> None:
    """A wildcard or a misspelled name is no known name."""
    known = {
        Cell(persona, intervention, stage, category, condition)
        for persona, stage, category in product(PERSONAS, STAGES[intervention], CATEGORIES)
        for condition in {name for partition in PARTITIONS for name in partition}
    }
    assert set(cells(intervention)) <= known


def test_a_cell_decided_twice_is_refused() -> None:
    """Two rows for one cell could contradict each other."""
    right = Right("police", "last_chance", ("running",), "care", "", Decision(False, False, "§1"))
    with pytest.raises(OracleError, match="decided twice"):
        expand(iter([right, right]))


def test_an_open_question_is_refused() -> None:
    """Silence is never taken for a no."""
    with pytest.raises(OracleError, match="left open"):
        decide({}, ("police", "last_chance", "running", "care"))


@pytest.mark.parametrize("intervention", STAGES)
def test_who_writes_sees(intervention: str) -> None:
    """Nobody writes blindly, and nobody sees content of a case that does not exist for them."""
    decided = cells(intervention)
    assert writable(decided) <= visible(decided)
    for cell in visible(decided):
        holding = {"invited", cell.condition}
        question = (cell.persona, intervention, cell.stage, "process")
        assert decide(decided, question, holding=holding).sees, cell


@pytest.mark.parametrize("intervention", STAGES)
def test_somebody_sees_every_stage(intervention: str) -> None:
    """A case that nobody can open is lost."""
    seen = {cell.stage for cell in visible(cells(intervention)) if cell.category == "process"}
    assert seen == set(STAGES[intervention])


def test_every_move_is_decided_for_everybody() -> None:
    """No persona, move or stage is left out and none is added."""
    wanted = {
        MoveCell(persona, intervention, move, stage)
        for persona, intervention in product(PERSONAS, STAGES)
        for move, stage in product(MOVES[intervention], STAGES[intervention])
    }
    assert set(moves()) == wanted


def test_every_move_has_one_mover_who_sees_the_case() -> None:
    """Every move can be taken by someone, and by nobody to whom the case does not exist."""
    allowed = [cell for cell, may in moves().items() if may]
    for intervention, names in MOVES.items():
        for name in names:
            movers = {cell.persona for cell in allowed if cell[1:3] == (intervention, name)}
            assert len(movers) == 1, (intervention, name, movers)
    for cell in allowed:
        question = (cell.persona, cell.intervention, cell.stage, "process")
        assert decide(cells(cell.intervention), question, holding={"invited"}).sees, cell


def test_reports_are_decided_for_everybody() -> None:
    """Each route, part and side is decided; who triages sees what there is to triage."""
    wanted = {
        ReportCell(*names)
        for names in product(
            PERSONAS, ROUTES, REPORT_CATEGORIES, ("own", "others"), ("waiting", "decided")
        )
    }
    assert set(reports()) == wanted
    triages = [(cell, said) for cell, said in reports().items() if said.triages]
    assert [cell for cell, said in triages if cell.state == "decided" or not said.sees] == []


@pytest.mark.parametrize("route", ROUTES)
def test_a_report_of_another_party_reaches_only_the_proposed_lead(route: str) -> None:
    """One persona leads each route; nobody else knows of another party's report."""
    told = {
        cell.persona
        for cell, said in reports().items()
        if said.sees and cell.route == route and cell.condition == "others"
    }
    assert len(told) == 1


def test_every_indicator_is_seen_by_somebody_and_none_is_unknown() -> None:
    assert {indicator for _, indicator in indicators()} == set(INDICATORS)
    assert {persona for persona, _ in indicators()} < set(PERSONAS)


def test_every_letter_is_made_by_somebody_and_none_is_unknown() -> None:
    named = {(key, letter) for key, known in LETTERS.items() for letter in known}
    assert {(cell.intervention, cell.letter) for cell in letters()} == named
    assert {cell.persona for cell in letters()} < set(PERSONAS)
    assert all(cell.stage in STAGES[cell.intervention] for cell in letters())


def test_only_who_is_known_takes_lists_out_and_no_volunteer() -> None:
    assert taking_out() < set(PERSONAS) - {"mediator", "nobody", "anonymous"}


def test_only_who_leads_mediation_keeps_a_register() -> None:
    assert keeping() == {"mediation_lead"}


def test_every_row_cites_sections_that_exist() -> None:
    """Agreement and domain are the only sources."""
    cited = re.compile(r"(agreement|domain) §(\S+(?: P\d+)?)")
    known = {"agreement": AGREEMENT, "domain": DOMAIN}
    for name, section in sections():
        for part in section.split("; "):
            match = cited.fullmatch(part)
            assert match, (name, section)
            assert match[2] in known[match[1]], (name, section)
