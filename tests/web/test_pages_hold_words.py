# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
A template receives words, never a record: from a record it could walk to what nobody may see.

Whatever the pages of cases, reports, lists and figures are given is looked through.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any
from unittest.mock import patch

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Manager, Model, QuerySet
from django.forms import BaseForm
from django.http import HttpRequest
from django.template import Context, Template
from django.test.signals import template_rendered
from django.test.utils import instrumented_test_render  # type: ignore[attr-defined]
from django.utils import timezone

from tests.matrix import drafts
from tests.matrix.calls import Call, of_case, of_drafts, of_lists, of_report
from tests.matrix.worlds import Known
from tests.oracle.read_oracle import taking_out
from tests.story import Story
from tests.support.report_form import NEEDED
from tests.world import actor, signed_in, told
from woonvrede.access.session import acting
from woonvrede.casework.page.case import read_case
from woonvrede.casework.page.objects import CasePage
from woonvrede.intake.drafts import save_page
from woonvrede.records.case import Case

pytestmark = pytest.mark.usefixtures("people")

RECORDS = (Model, QuerySet, Manager)
DEEPEST = 12


def records_in(value: object, path: str = "", depth: int = 0) -> Iterator[str]:
    """Yield where in something that a template was given a record lies."""
    if isinstance(value, RECORDS):
        yield f"{path}: {type(value).__name__}"
    elif depth < DEEPEST:
        for name, part in _parts(value):
            yield from records_in(part, f"{path}.{name}", depth + 1)


def _parts(value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, dict):
        yield from ((str(key), part) for key, part in value.items())
    elif isinstance(value, list | tuple | set | frozenset):
        yield from ((str(at), part) for at, part in enumerate(value))
    elif is_dataclass(value) and not isinstance(value, type):
        yield from ((field.name, getattr(value, field.name)) for field in fields(value))
    elif isinstance(value, BaseForm):
        yield from ((name, vars(field)) for name, field in value.fields.items())


@contextmanager
def given() -> Iterator[list[str]]:
    """Collect the records in everything that templates are given."""
    found: list[str] = []

    def look(sender: object, context: Context, **more: Any) -> None:
        del sender, more
        for layer in context.dicts:
            words = {k: v for k, v in layer.items() if not isinstance(v, HttpRequest)}
            found.extend(records_in(words))

    template_rendered.connect(look)
    try:
        with patch.object(Template, "_render", instrumented_test_render):
            yield found
    finally:
        template_rendered.disconnect(look)


def calls(story: Story, intervention: str, who: str) -> Iterator[Call]:
    """Yield every page that is read about a case, its report, and no case in particular."""
    known = Known(story.reference, 0, intervention, "", guests=False, home="")
    yield from of_case(known, 0, full=True)
    yield from of_report(story.report, undecided=False)
    yield from of_lists()
    yield from of_drafts(who)


def begun(who: str) -> None:
    """Let somebody fill in a report, and not send it."""
    writer = actor(who)
    with acting(writer):
        for page, answers in NEEDED:
            given = {**answers, "tenure": "private_rent"}  # what whoever reports can choose
            with suppress(ObjectDoesNotExist):  # what is asked of a corporation's dwelling alone
                save_page(drafts.WHOLE, page, given, actor=writer, at=timezone.now())


@pytest.mark.parametrize(
    ("who", "stage", "intervention"),
    [
        *((who, "execution", "severe_nuisance") for who in ("lead", "manager", "police")),
        ("social_team", "execution", "severe_nuisance"),
        ("landlord", "execution", "severe_nuisance"),
        ("landlord", "considered", "last_chance"),
        ("executor", "considered", "last_chance"),
    ],
)
def test_templates_are_given_words_alone(who: str, stage: str, intervention: str) -> None:
    story = told(stage)
    if intervention == "last_chance":
        story.step("landlord", "give_order", order_number="1", order_date="2026-02-20")
    if who in REPORTERS:
        begun(who)
    client = signed_in(who)
    with given() as found:
        looked = [call for call in calls(story, intervention, who) if call.method == "GET"]
        opened = {call.url for call in looked if client.get(call.path).status_code == 200}
    assert opened >= {"case", *ALWAYS}
    assert ("report-check" in opened) == (who in REPORTERS)
    assert ("case-list-excel" in opened) == (who in taking_out())
    assert found == []


REPORTERS = ("lead", "police", "social_team", "landlord")
ALWAYS = ("work", "case-list", "case-list-filters", "reports", "monitoring")


@dataclass(frozen=True)
class Page:
    """A page object like ours, with a record hidden in it."""

    title: str
    rows: tuple[object, ...]


def test_a_record_deep_in_a_page_is_noticed() -> None:
    assert list(records_in({"page": Page("x", ({"case": Case()},))})) == [".page.rows.0.case: Case"]
    assert list(records_in([Case.objects])) == [".0: Manager"]
    assert list(records_in({"page": Page("x", ("word", 1, None))})) == []


def test_a_record_planted_in_the_case_page_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The defect itself: the reader gives its template the record."""

    def leaky(*args: Any, **more: Any) -> CasePage:
        return replace(read_case(*args, **more), title=Case(reference="2026-AAAA-AA"))  # type: ignore[arg-type]

    story = told("screening")
    monkeypatch.setattr("woonvrede.web.cases.pages.read_case", leaky)
    with given() as found:
        signed_in("lead").get(f"/casussen/{story.reference}/")
    assert ".page.title: Case" in found
