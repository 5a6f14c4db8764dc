# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two people at once, and the same click twice: normal events."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import psycopg
import pytest
from django.db import IntegrityError, connection
from tests.story import Story
from tests.world import told

from woonvrede.access.once import repeated, use_up
from woonvrede.access.refusals import Conflict
from woonvrede.access.session import acting
from woonvrede.casework.notes.write import write_note
from woonvrede.casework.steps.move import move
from woonvrede.records.case import Case

pytestmark = pytest.mark.usefixtures("people")


def together(work: Callable[[], str], times: int) -> list[str]:
    """Do the same in threads of their own, begun at the same moment; return what came of each."""
    begin = Barrier(times)

    def one(_: int) -> str:
        begin.wait()
        try:
            return work()
        finally:
            connection.close()

    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(one, range(times)))


def test_of_two_people_with_the_same_move_one_wins() -> None:
    story = told("awaiting_permission")
    actor, version = story.as_("landlord"), _version(story)

    def grant() -> str:
        try:
            with acting(actor):
                given: dict[str, str] = {}
                move(
                    story.reference,
                    "grant_permission",
                    actor=actor,
                    at=story.at,
                    version=version,
                    given=given,
                )
        except Conflict:
            return "conflict"
        return "done"

    assert sorted(together(grant, 2)) == ["conflict", "done"]


def test_the_same_click_twice_does_one_thing(maintenance: "psycopg.Connection") -> None:
    story = told("taken_up")
    actor = story.as_("manager")

    def note() -> str:
        try:
            with acting(actor):
                return use_up(actor, "one-form", lambda: _write(story), digest="", at=story.at)
        except IntegrityError:
            with acting(actor):
                return repeated(actor, "one-form", digest="") or "lost"

    assert together(note, 4) == ["/casussen/"] * 4
    rows = maintenance.execute("select count(*) from records_entry where kind = 'note'").fetchone()
    assert rows == (1,)


def test_a_refused_form_can_be_sent_again() -> None:
    """A key is used up only by success."""
    story = told("taken_up")
    actor = story.as_("manager")

    def refuse() -> str:
        raise Conflict(1)

    with pytest.raises(Conflict), acting(actor):
        use_up(actor, "again", refuse, digest="", at=story.at)
    with acting(actor):
        to = use_up(actor, "again", lambda: "/mijn-werk/", digest="", at=story.at)
    assert to == "/mijn-werk/"


def _write(story: Story) -> str:
    actor = story.as_("manager")
    write_note(story.reference, "working_notes", "Een keer.", actor=actor, at=story.at)
    return "/casussen/"


def _version(story: Story) -> int:
    actor = story.as_("landlord")
    with acting(actor):
        return Case.objects.get(reference=story.reference).version
