# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Holds what a worked case expects against what is there."""

import dataclasses
import tempfile
from collections.abc import Iterable, Iterator
from functools import singledispatch
from pathlib import Path

from django.core.exceptions import ObjectDoesNotExist

from tests.examples.change import changed_copy
from tests.examples.words import Checks, Counts, Hears, Look, Proposed
from woonvrede.access.books import book
from woonvrede.access.session import acting, acting_as_system
from woonvrede.agreement.book import Agreement, Intervention
from woonvrede.agreement.check import check
from woonvrede.casework.page.objects import CasePage
from woonvrede.insight.count import Figure, count
from woonvrede.insight.period import named
from woonvrede.intake.page.show import read_report
from woonvrede.intake.propose import propose
from woonvrede.jobs.demo.story import Story
from woonvrede.records.report import Report


@singledispatch
def meets(expected: object, story: Story, folder: Path) -> str:
    """Say what is otherwise than expected; nothing when all is as it says."""
    raise NotImplementedError(type(expected).__name__)


@meets.register
def _(expected: Look, story: Story, folder: Path) -> str:
    try:
        page = story.seen_by(expected.who)
    except ObjectDoesNotExist:
        return "" if expected.absent else f"{expected.who} knows of no case"
    if expected.absent:
        return f"{expected.who} knows of the case"
    found = "; ".join(_differences(expected, page, book(folder.name)))
    return f"{expected.who} {found}" if found else ""


@meets.register
def _(expected: Hears, story: Story, folder: Path) -> str:
    actor = story.as_(expected.who)
    with acting(actor):
        page = read_report(story.report, actor=actor, at=story.at)
    words = repr(dataclasses.asdict(page))
    read = [each for each in (*expected.reads, *expected.not_reads) if each in words]
    found = "; ".join(_held("reads", expected.reads, expected.not_reads, read))
    stand = ", ".join(f"{line.label}: {line.value}" for line in page.decision)
    if expected.stand and stand != f"Stand: {expected.stand}":
        found = f"hears {stand}"
    return f"{expected.who} {found}" if found else ""


@meets.register
def _(expected: Proposed, story: Story, folder: Path) -> str:
    agreement, actor = book(folder.name), story.as_(expected.who)
    with acting(actor):
        report = Report.objects.filter(reference=story.report).first()
    if report is None:
        return f"{expected.who} knows of no report"
    found = propose(agreement, tenure=report.tenure, answers=report.answers, at=story.at)
    barred = {reason.intervention for reason in found.barred}
    if (found.intervention, barred) == (expected.route, set(expected.barred)):
        return ""
    return f"proposed is {found.intervention}, barred are {sorted(barred)}"


@meets.register
def _(expected: Counts, story: Story, folder: Path) -> str:
    agreement = book(folder.name)
    period = named(expected.period, months=agreement.reporting.months)
    with acting_as_system("test"):
        found = count(expected.party, agreement, period)
    counted = {each.id: each for each in found.indicators}
    told = {key: _counted(counted.get(key), value) for key, value in expected.figures.items()}
    return "" if told == expected.figures else f"{expected.party} counts {told}"


@meets.register
def _(expected: Checks, story: Story, folder: Path) -> str:
    with tempfile.TemporaryDirectory() as made:
        rules = {fault.rule for fault in check(changed_copy(folder, expected.change, Path(made)))}
    return "" if rules == set(expected.refuses) else f"the check refuses by {sorted(rules)}"


def _counted(figure: Figure | None, expected: object) -> object:
    if figure is None:
        return None
    if isinstance(expected, int):
        return figure.value
    return {part.key: part.value for part in figure.parts}


def _differences(expected: Look, page: CasePage, agreement: Agreement) -> Iterator[str]:
    described = next(
        each for each in agreement.interventions.values() if each.label == page.intervention
    )
    categories = agreement.labels["categories"]
    told = [words.partition(" (alleen ")[0] for words in page.why.sees]
    seen = [key for key, label in categories.items() if label in told]
    steps = [each.key for each in page.steps if not each.refused]
    words = repr(dataclasses.asdict(page))
    read = [each for each in (*expected.reads, *expected.not_reads) if each in words]
    yield from _held("sees", expected.sees, expected.not_sees, seen)
    yield from _held("may", expected.may, expected.may_not, steps)
    yield from _held("reads", expected.reads, expected.not_reads, read)
    yield from _stands(expected, page, described, agreement)


def _held(word: str, yes: Iterable[str], no: Iterable[str], found: Iterable[str]) -> Iterator[str]:
    missing, more = sorted(set(yes) - set(found)), sorted(set(no) & set(found))
    if missing:
        yield f"{word} no {missing}"
    if more:
        yield f"{word} {more}"


def _stands(
    expected: Look, page: CasePage, described: Intervention, agreement: Agreement
) -> Iterator[str]:
    """Yield how far the case is, how it ended and who leads it, where that is otherwise."""
    if expected.stage and described.stage(expected.stage).label != page.stage:
        yield f"finds stage {page.stage}"
    outcomes = {each.key: each.label for each in described.outcomes}
    if expected.outcome is not None and outcomes.get(expected.outcome, "") != page.outcome:
        yield f"finds outcome {page.outcome}"
    role = agreement.labels["roles"][described.lead]
    leads = [each.party for each in page.parties if each.role == role]
    if expected.lead and [agreement.labels["circles"][expected.lead]] != leads:
        yield f"finds that {leads} leads"
