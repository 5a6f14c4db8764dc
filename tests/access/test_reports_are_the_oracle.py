# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who knows of a report before there is a case, against the oracle, through the real database."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from tests.access import rows
from tests.oracle.read_oracle import ReportCell, reports
from tests.oracle.vocabulary import PERSONAS, ROUTES
from tests.world import actor as somebody
from woonvrede.access.books import book
from woonvrede.access.door import reports_known_to
from woonvrede.access.session import acting
from woonvrede.intake.judges import categories_of_a_judge, judge_of
from woonvrede.jobs.demo.cast import CAST
from woonvrede.records.account import Account
from woonvrede.records.party import Party
from woonvrede.records.report import Report

AGREEMENT = "utrecht-2019"
NOW = datetime(2026, 6, 1, tzinfo=UTC)
NOBODYS = "ssh"  # a party of which nobody in the cast is a member
PARTIES = {persona.key: persona.party for persona in CAST if persona.party}


@dataclass(frozen=True)
class Knowledge:
    """What one persona gets of the reports: which they know, and which they judge."""

    party: int
    found: Mapping[int, Report]


@pytest.fixture
def told(people: None, maintenance: rows.Connection) -> dict[tuple[str, str], int]:
    """One report per route and reporting party about a dwelling of portaal."""
    ids = rows.party_ids(maintenance)
    landlord = Party.objects.get(key="portaal")
    excluded = Account.objects.get(email="landlord_excluded@voorbeeld.invalid").pk
    made = {}
    for route in ROUTES:
        judge = judge_of(book(AGREEMENT), route, landlord).pk
        for party in {*PARTIES.values(), NOBODYS}:
            made[route, party] = rows.report(
                maintenance,
                reporter=ids[party],
                judge=judge,
                by=excluded,
                proposed=route,
                excluded_ids=[excluded],
            )
    return made


def known(persona: str) -> Knowledge:
    """Return the reports of which this persona may know."""
    if persona not in PARTIES:
        return Knowledge(0, {})
    actor = somebody(persona, NOW)
    with acting(actor):
        return Knowledge(actor.party, {each.pk: each for each in reports_known_to(actor)})


def given(cell: ReportCell, knows: Knowledge, report: int) -> tuple[bool, bool]:
    """Return whether the product lets this persona see this part, and judge the whole."""
    found = knows.found.get(report)
    if found is None:
        return False, False
    parts = categories_of_a_judge(book(AGREEMENT), cell.route)
    sees = found.reporter_id == knows.party or cell.category in parts
    return sees, cell.category == "report" and found.judge_id == knows.party


@pytest.mark.parametrize("persona", PERSONAS)
def test_a_report_is_known_to_whom_the_sources_name(
    persona: str, told: dict[tuple[str, str], int]
) -> None:
    knows = known(persona)
    wrong = []
    for cell, said in reports().items():
        if cell.persona == persona:
            reporter = PARTIES.get(persona, NOBODYS) if cell.condition == "own" else NOBODYS
            got = given(cell, knows, told[cell.route, reporter])
            if got != (said.sees, said.triages):
                wrong.append(f"{cell}: product {got}, sources {said}")
    assert wrong == []
