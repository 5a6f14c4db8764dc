# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reports of the tests, made and judged by the real verbs."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from tests.story import COMPLAINANT, HOUSE, PATTERN, RESIDENT
from tests.world import START, actor
from woonvrede.access.session import acting
from woonvrede.casework.people.newcomer import NewPerson
from woonvrede.intake.address import Address
from woonvrede.intake.decide import Decision, decide
from woonvrede.intake.register import NewReport, register
from woonvrede.records.case import Case
from woonvrede.records.report import Report

FORM = NewReport(HOUSE, "social_rent", "portaal", PATTERN, (RESIDENT, COMPLAINANT))
OTHER_HOUSE = Address("3561 ZZ", "114", "Lindeplein", "Utrecht", "overvecht")


def answered(**answers: str) -> Mapping[str, str]:
    """Return the answers of the story, but for these."""
    return {**PATTERN, **answers}


def report(who: str = "landlord", at: datetime = START, **differing: object) -> Report:
    """Let somebody of the cast report; the form of the story, but for these fields."""
    asked = actor(who)
    with acting(asked):
        return register(replace(FORM, **differing), actor=asked, at=at)  # type: ignore[arg-type]


def decided(who: str, reference: str, decision: Decision, version: int = 1) -> Case | None:
    """Let somebody of the cast decide on a report."""
    asked = actor(who)
    with acting(asked):
        return decide(reference, decision, actor=asked, at=START, version=version)


def stands(who: str, reference: str) -> Report:
    """Return the report as the database lets somebody's circle reach it."""
    with acting(actor(who)):
        return Report.objects.select_related("judge", "case").get(reference=reference)


def neighbour(name: str = "Cor Bedacht") -> NewPerson:
    """Return somebody who complains."""
    return NewPerson("complainant", name)
