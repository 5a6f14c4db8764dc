# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who is held up by somebody else is told so, loses nothing, and can try again."""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from time import sleep
from typing import Any

import psycopg
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection
from django.test import RequestFactory

from tests.story import Story
from tests.support.neighbours import hygiene, picture
from tests.world import signed_in, told
from woonvrede.casework.photos.add import AT_ONCE, TOO_BUSY, TURN
from woonvrede.web import errors

pytestmark = pytest.mark.usefixtures("people")

TYPED = {"category": "working_notes", "text": "Dit typte ik.", "once": "held-up"}
BUSY = "Iemand anders is hier nu mee bezig, of uw eerste klik is nog niet klaar."
HOLD = "select from records_case where reference = %s for update"
# In this database alone: other processes of the same run wait for locks as well.
WAITS = """
    select from pg_stat_activity
    where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0
"""


@pytest.fixture
def other(database: str) -> Iterator["psycopg.Connection"]:
    """Somebody else, with a transaction open."""
    with psycopg.connect(os.environ["DATABASE_MAINTENANCE_URL"]) as busy:
        yield busy
        busy.rollback()


def sent(story: Story) -> Any:
    """Send a note of the case manager."""
    try:
        return signed_in("manager").post(f"/casussen/{story.reference}/notitie/", TYPED)
    finally:
        connection.close()


def kept(answer: Any) -> None:
    page = answer.content.decode()
    assert answer.status_code == 409
    assert BUSY in page
    assert "Dit typte ik.</textarea>" in page
    assert 'name="once" value="held-up"' in page  # so that the same twice is still the same


def test_a_lock_that_lasts_too_long_is_a_conflict(other: "psycopg.Connection") -> None:
    story = told("execution")
    other.execute(HOLD, [story.reference])
    kept(sent(story))
    other.rollback()
    assert sent(story).status_code == 302


def test_a_deadlock_is_a_conflict(
    other: "psycopg.Connection", maintenance: "psycopg.Connection"
) -> None:
    story = told("execution")
    account = story.as_("manager").account
    other.execute(HOLD, [story.reference])
    with ThreadPoolExecutor(1) as pool:
        answer = pool.submit(sent, story)
        while not maintenance.execute(WAITS).fetchall():
            sleep(0.02)
        # Who waited first finds the deadlock first, after a second, and is the victim.
        other.execute(
            "insert into records_once (account_id, key, digest, answer, at)"
            " values (%s, 'held-up', '', '/', now())",
            [account],
        )
        kept(answer.result())


def test_two_who_decide_on_one_home_at_once_lose_nothing(
    other: "psycopg.Connection", maintenance: "psycopg.Connection"
) -> None:
    """How a home is held is written once: the second of two is told so, with what was typed."""
    story = told("reported")
    typed = {"route": "severe_nuisance", "reason": "Dit typte ik.", "version": "1"}

    def decided() -> Any:
        try:
            return signed_in("lead").post(f"/meldingen/{story.report}/", typed)
        finally:
            connection.close()

    other.execute(
        "insert into records_tenure (dwelling_id, kind, since)"
        " select dwelling_id, 'owner_occupied', '2020-01-01' from records_report"
    )
    with ThreadPoolExecutor(1) as pool:
        answer = pool.submit(decided)
        while not maintenance.execute(WAITS).fetchall():
            sleep(0.02)
        other.commit()
        page = answer.result()
    assert page.status_code == 409
    assert "Dit typte ik.</textarea>" in page.content.decode()
    assert decided().status_code == 302


def test_photos_are_made_a_few_at_a_time_and_who_comes_next_loses_nothing(
    other: "psycopg.Connection",
) -> None:
    """Each may take a gigabyte of memory (decision 31), on a server that does more."""
    story = hygiene("visit")
    address = f"/casussen/{story.reference}/fotos/"
    client = signed_in("hygiene_expert")

    def added(once: str = "held-up") -> Any:
        photo = SimpleUploadedFile("een.jpg", picture(), content_type="image/jpeg")
        return client.post(address, {"photo": photo, "once": once})

    for turn in range(AT_ONCE):  # whichever is taken, the other is for every case
        other.execute(TURN, [turn])
        assert added(f"beside-{turn}").status_code == 302
        other.rollback()
    for turn in range(AT_ONCE):
        other.execute(TURN, [turn])
    answer = added()
    assert answer.status_code == 409
    page = unescape(answer.content.decode())
    assert TOO_BUSY in page
    assert 'name="once" value="held-up"' in page  # so that loading the page again sends it anew
    assert "Er kunnen nog 18 foto" in page
    other.rollback()
    assert added().status_code == 302
    assert "Er kunnen nog 17 foto" in client.get(address).content.decode()


def page_for(sqlstate: str) -> Any:
    """Return the page for a mistake that the database itself makes."""
    try:
        with connection.cursor() as cursor:
            cursor.execute(
                f"do $$ begin raise exception 'Lindeplein 112' using errcode = '{sqlstate}'; end $$"
            )
    except DatabaseError:
        return errors.failed(RequestFactory().get("/mijn-werk/"))
    pytest.fail("nothing went wrong")


@pytest.mark.parametrize(
    ("sqlstate", "status"),
    [
        ("55P03", 409),
        ("40P01", 409),
        ("40001", 409),
        ("57P01", 503),
        ("57014", 503),
        ("23514", 500),
    ],
)
def test_only_who_is_held_up_is_asked_to_try_again(sqlstate: str, status: int) -> None:
    answer = page_for(sqlstate)
    page = answer.content.decode()
    assert answer.status_code == status
    assert ("Iemand anders is hiermee bezig" in page) == (status == 409)
    assert "Lindeplein" not in page
