# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who knows of a report apart from any case, against the oracle, through the real database."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import product

import pytest

from tests.access import rows
from tests.oracle.read_oracle import ReportCell, reports
from tests.oracle.vocabulary import PERSONAS, ROUTES
from tests.story import CAST
from tests.world import actor as somebody
from woonvrede.access.actor import Actor
from woonvrede.access.books import book
from woonvrede.access.door import reports_known_to
from woonvrede.access.session import acting
from woonvrede.intake.judges import categories_for, judge_of
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

    actor: Actor | None
    found: Mapping[int, Report]


@pytest.fixture
def told(people: None, maintenance: rows.Connection) -> dict[tuple[str, str, str], int]:
    """A report that waits, and one that was decided, per route and party that made it."""
    ids = rows.party_ids(maintenance)
    landlord = Party.objects.get(key="portaal")
    excluded = Account.objects.get(email="landlord_excluded@voorbeeld.invalid").pk
    made = {}
    for route in ROUTES:
        judge = judge_of(book(AGREEMENT), route, landlord).pk
        decision = {"decided": route, "decided_at": NOW, "decided_by_id": excluded}
        decided: dict[str, dict[str, object]] = {"waiting": {}, "decided": decision}
        for party, state in product({*PARTIES.values(), NOBODYS}, decided):
            made[route, party, state] = rows.report(
                maintenance,
                reporter=ids[party],
                judge=judge,
                by=excluded,
                proposed=route,
                **decided[state],
                excluded_ids=[excluded],
            )
    return made


def known(persona: str) -> Knowledge:
    """Return the reports of which this persona may know."""
    if persona not in PARTIES:
        return Knowledge(None, {})
    actor = somebody(persona, NOW)
    with acting(actor):
        return Knowledge(actor, {each.pk: each for each in reports_known_to(actor)})


def given(cell: ReportCell, knows: Knowledge, report: int) -> tuple[bool, bool]:
    """Return whether the product lets this persona see this part, and judge the whole."""
    found = knows.found.get(report)
    if found is None or knows.actor is None:
        return False, False
    sees = cell.category in categories_for(knows.actor, found, book(AGREEMENT))
    judges = found.judge_id == knows.actor.party and not found.decided
    return sees, cell.category == "report" and judges


@pytest.mark.parametrize("persona", PERSONAS)
def test_a_report_is_known_to_whom_the_sources_name(
    persona: str, told: dict[tuple[str, str, str], int]
) -> None:
    knows = known(persona)
    wrong = []
    for cell, said in reports().items():
        if cell.persona == persona:
            reporter = PARTIES.get(persona, NOBODYS) if cell.condition == "own" else NOBODYS
            got = given(cell, knows, told[cell.route, reporter, cell.state])
            if got != (said.sees, said.triages):
                wrong.append(f"{cell}: product {got}, sources {said}")
    assert wrong == []
