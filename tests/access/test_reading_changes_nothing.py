# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who only looks changes nothing: at every address, from the first statement on."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
import pytest
from django.db import InternalError, connection
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.intake.reporting import report
from tests.world import actor, signed_in, told
from woonvrede.access.door import note_list
from woonvrede.access.session import acting, looking
from woonvrede.records.account import Account
from woonvrede.web import gate

pytestmark = pytest.mark.usefixtures("people")

Ask = Callable[[str], Any]

HARM = "update records_draft set at = at"  # that the walls let everybody
CHANGES_ONLY = {
    "case-list-filter-gone",
    "report-throw-away",
    "volunteer-gone",
}
# Of each address: who opens it, and what stands in it beside the reference.
# Pages of what was agreed ask nothing of the records.
WITHOUT_RECORDS = {
    "agreement",
    "agreement-assumed",
    "agreement-drawing",
    "agreement-intervention",
    "agreement-one",
    "agreement-text",
}
OPENED: dict[str, tuple[str, dict[str, str]]] = {
    "work": ("manager", {}),
    "case-list": ("manager", {}),
    "case-list-excel": ("manager", {}),
    "case-list-filters": ("manager", {}),
    "case-list-reassign": ("lead", {}),
    "volunteers": ("mediation_lead", {}),
    "volunteer-new": ("mediation_lead", {}),
    "volunteer": ("mediation_lead", {"number": "1"}),
    "monitoring": ("lead", {}),
    "monitoring-behind": ("lead", {"indicator": "EW-1"}),
    "monitoring-excel": ("lead", {}),
    "reports": ("lead", {}),
    "report": ("lead", {}),
    "report-new": ("landlord", {}),
    "report-question": ("landlord", {"key": "new", "page": "adres"}),
    "report-check": ("landlord", {"key": "new"}),
    "case": ("manager", {}),
    "case-step": ("manager", {"name": "start_aftercare"}),
    "case-facts": ("manager", {"category": "criteria"}),
    "case-row": ("manager", {"register": "incidents"}),
    "case-row-correction": ("manager", {"register": "incidents", "number": "1"}),
    "case-note": ("manager", {}),
    "case-letter": ("manager", {"key": "ew_visit"}),
    "case-letter-file": ("manager", {"number": "1"}),
    "case-letter-send": ("manager", {"number": "1"}),
    "letters-to-post": ("manager", {}),
    "letter-texts": ("functional_manager", {}),
    "letter-text": ("functional_manager", {"key": "bb_confirm_a"}),
    "case-parties": ("manager", {}),
    "case-seat": ("manager", {"role": "police", "party": "politie"}),
    "case-consent": ("manager", {"role": "social_team"}),
    "case-withdrawal": ("manager", {"role": "social_team"}),
    "case-person": ("manager", {}),
    "case-task": ("manager", {}),
    "case-task-done": ("manager", {"number": "1"}),
    "case-photos": ("manager", {}),
    "case-photo": ("manager", {"number": "1"}),
    "case-photo-gone": ("manager", {"number": "1"}),
    "case-handed": ("manager", {"number": "1"}),
    "case-outside": ("manager", {}),
    "report-refer": ("lead", {"target": "nuisance_families"}),
    "report-handed": ("lead", {}),
}


def for_members(patterns: Any) -> Iterator[URLPattern]:
    """Return every address that is for who acts for a party."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from for_members(pattern.url_patterns)
        elif getattr(pattern.callback, gate.MARK).__name__ == "_members":
            yield pattern


@contextmanager
def harming() -> Iterator[None]:
    """Let the first thing that a page asks of the records be followed by a change."""
    done: list[str] = []

    def plant(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        found = execute(sql, params, many, context)
        if not done and connection.in_atomic_block and "records_" in sql:
            done.append(sql)
            with connection.cursor() as cursor:
                cursor.execute(HARM)
        return found

    with connection.execute_wrapper(plant):
        yield
    assert done, "nothing was asked of the records"


def path_of(name: str, more: dict[str, str], case: str, reported: str) -> str:
    of_a_report = ("report", "report-refer", "report-handed")
    about = {"reference": reported} if name in of_a_report else {}
    if name.startswith("case") and not name.startswith("case-list"):
        about = {"reference": case}
    return reverse(name, kwargs={**about, **more})


def test_every_address_is_opened_here() -> None:
    names = {str(pattern.name) for pattern in for_members(get_resolver().url_patterns)}
    assert names - CHANGES_ONLY - WITHOUT_RECORDS == set(OPENED)


def test_no_address_can_change_anything_by_being_opened() -> None:
    story, reported = told("execution"), report()
    for name, (who, more) in OPENED.items():
        path = path_of(name, more, story.reference, reported.reference)
        client = signed_in(who)
        with pytest.raises(InternalError, match="read-only"), harming():
            pytest.fail(f"{path} can change something: {client.get(path).status_code}")


@pytest.mark.parametrize("who", ["", "former_participant"])
def test_asking_for_the_head_alone_is_the_same_look(
    who: str, maintenance: "psycopg.Connection"
) -> None:
    """The same gate, answer and trace, for who opens a page and for a stranger; and no body."""
    story, reported = told("execution"), report()
    differing = []
    for name, (opener, more) in OPENED.items():
        client = signed_in(who or opener)
        path = path_of(name, more, story.reference, reported.reference)
        got, head = (_look(ask, path, maintenance) for ask in (client.get, client.head))
        if got != head:
            differing.append(f"{path}: {got}, and its head {head}")
    assert differing == []


def _look(ask: Ask, path: str, to: "psycopg.Connection") -> tuple[object, ...]:
    """Return the status, whether it leads elsewhere, and what was written down."""
    (last,) = to.execute("select coalesce(max(id), 0) from records_reading").fetchone() or (0,)
    answer = ask(path)
    assert bool(answer.content) == (ask.__name__ == "get" and answer.status_code != 302)
    written = to.execute(
        "select account, party, action, case_ids, report_ids, categories, purposes, why, refused"
        " from records_reading where id > %s order by id",
        [last],
    ).fetchall()
    return answer.status_code, "Location" in answer.headers, written


def test_a_form_that_is_shown_again_can_change_nothing() -> None:
    story = told("execution")
    client = signed_in("manager")
    typed = {"category": "working_notes", "text": "", "once": "again"}
    looked: list[str] = []

    def look(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        found = execute(sql, params, many, context)
        if sql.startswith("savepoint look"):
            with connection.cursor() as cursor:
                cursor.execute("show transaction_read_only")
                looked.append(cursor.fetchone()[0])
        return found

    with connection.execute_wrapper(look):
        assert client.post(f"/casussen/{story.reference}/notitie/", typed).status_code == 400
    assert looked == ["on"]


def test_what_was_looked_at_is_written_down_though_nothing_can_change(
    maintenance: "psycopg.Connection",
) -> None:
    lead = actor("lead")
    with looking(lead):
        note_list(lead, "first", cases={1: ()})
        note_list(lead, "second", cases={2: ()})
    found = maintenance.execute("select action from records_reading order by id").fetchall()
    assert found[-2:] == [("first",), ("second",)]


def test_who_may_change_is_not_held_up_by_having_looked() -> None:
    lead = actor("lead")
    with looking(lead):
        pass
    with acting(lead):
        assert Account.objects.filter(pk=lead.account).update(last_login=None) == 1


def test_nothing_takes_read_only_back() -> None:
    back = "set transaction read write"
    with (
        pytest.raises(InternalError, match="read-write mode"),
        looking(actor("lead")),
        connection.cursor() as cursor,
    ):
        cursor.execute(back)
