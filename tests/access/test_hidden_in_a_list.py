# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands in an address of a list tells nothing of a case that the asker may not know."""

import psycopg
import pytest

from tests.story import Story
from tests.support.many import multiply
from tests.world import told
from woonvrede.access.session import acting
from woonvrede.casework.lists.cursor import Cursor
from woonvrede.casework.lists.filters import Wanted
from woonvrede.casework.lists.listing import list_cases

pytestmark = pytest.mark.usefixtures("people")

ABSENT = "2026-AAAA-AA"


def after(story: Story, reference: str, *, closed: bool) -> list[str]:
    """Return the list of the landlord's circle as it goes on after a case, on its own day."""
    actor = story.as_("landlord")
    with acting(actor):
        first = list_cases(Wanted(closed=closed), actor=actor, at=story.at).lines[0]
        wanted = Wanted(closed=closed, after=str(Cursor(first.due, reference)))
        return [line.reference for line in list_cases(wanted, actor=actor, at=story.at).lines]


@pytest.mark.parametrize("closed", [False, True])
def test_a_cursor_at_a_hidden_case_is_a_cursor_at_none(
    closed: bool, maintenance: "psycopg.Connection"
) -> None:
    """The circle can reach it, in a role to which the agreement gives nothing."""
    story = told("closed" if closed else "execution")
    multiply(maintenance, story.reference, 9)
    rows = maintenance.execute("select id, reference from records_case order by id").fetchall()
    hidden, between = str(rows[len(rows) // 2][1]), rows[len(rows) // 2][0]
    # All on one day: then the order within it is the cases' own, and the hidden one is between.
    maintenance.execute("update records_case set due = '2026-12-01'")
    assert hidden in _everything(story, closed=closed)
    maintenance.execute(
        "update records_involvement set role = 'hidden' where case_id = %s and party_id ="
        " (select id from records_party where key = 'portaal')",
        [between],
    )
    assert hidden not in _everything(story, closed=closed)
    assert after(story, hidden, closed=closed) == after(story, ABSENT, closed=closed)


def _everything(story: Story, *, closed: bool) -> list[str]:
    actor = story.as_("landlord")
    with acting(actor):
        found = list_cases(Wanted(closed=closed), actor=actor, at=story.at)
        return [line.reference for line in found.lines]
