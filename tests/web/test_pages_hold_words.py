# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
A template receives words, never a record: from a record it could walk to what nobody may see.

Whatever the pages of cases, reports, lists and figures are given is looked through.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

import pytest
from django.db.models import Manager, Model, QuerySet
from django.forms import BaseForm
from django.http import HttpRequest
from django.template import Context
from django.test.signals import template_rendered

from tests.matrix.calls import Call, of_case, of_lists, of_report
from tests.matrix.worlds import Known
from tests.story import Story
from tests.world import signed_in, told
from woonvrede.casework.page.case import read_case
from woonvrede.casework.page.objects import CasePage
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
        yield found
    finally:
        template_rendered.disconnect(look)


def calls(story: Story) -> Iterator[Call]:
    """Yield every page that is read about a case, its report, and no case in particular."""
    known = Known(story.reference, 0, "severe_nuisance", "execution", guests=False, home="")
    yield from (call for call in of_case(known, 0, full=True) if call.method == "GET")
    yield from of_report(story.report, undecided=False)
    yield from (call for call in of_lists(0) if call.method == "GET")


@pytest.mark.parametrize("who", ["lead", "manager", "landlord", "police", "social_team"])
def test_templates_are_given_words_alone(who: str) -> None:
    story = told("execution")
    client = signed_in(who)
    with given() as found:
        answers = [client.get(call.path).status_code for call in calls(story)]
    assert answers.count(200) > len(ALWAYS)
    assert found == []


ALWAYS = ("work", "case-list", "reports", "monitoring")


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
