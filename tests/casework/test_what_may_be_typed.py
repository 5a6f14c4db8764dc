# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is typed about somebody can be true, and holds no citizen service number (UAVG art. 46)."""

import doctest
from collections.abc import Callable
from datetime import timedelta

import pytest
from tests.story import Story
from tests.world import told

from woonvrede.access.refusals import Invalid
from woonvrede.casework import citizen_number
from woonvrede.casework.notes.row import add_row
from woonvrede.casework.notes.write import write_note
from woonvrede.casework.people import reach
from woonvrede.casework.people.add import add_person
from woonvrede.casework.people.newcomer import NewPerson
from woonvrede.casework.tasks.give import give_task

NUMBER = "Zijn nummer is 111222333."
INCIDENT = {
    "happened_on": "2026-03-01",
    "nuisance": "noise_audio",
    "observed_by": "neighbour",
    "description": "Muziek",
}


@pytest.mark.parametrize("module", [citizen_number, reach])
def test_the_examples_hold(module: object) -> None:
    done = doctest.testmod(module)  # type: ignore[arg-type]
    assert done.attempted
    assert not done.failed


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("111222333", True),
        ("bsn:111222333,", True),
        ("111 222 333", True),
        ("1112-22-333", True),
        ("111222334", False),
        ("000000000", False),
        ("1112223330", False),
        ("11 12 22 33 3", False),
        ("+31 111222333", False),
        ("22-11-2026", False),
    ],
)
def test_nine_digits_that_pass_the_test_of_eleven(text: str, *, holds: bool) -> None:
    assert citizen_number.holds_citizen_number(text) is holds


def _fact(story: Story) -> None:
    story.facts("manager", "approach", goal=NUMBER)


def _row(**told: str) -> Callable[[Story], object]:
    given = {**INCIDENT, **told}
    return lambda story: story.do("manager", add_row, story.reference, "incidents", given=given)


def _tomorrow(story: Story) -> None:
    """What was seen, was seen on a day that came."""
    _row(happened_on=(story.at + timedelta(days=1)).date().isoformat())(story)


def _informed(story: Story) -> None:
    """Or a term would be met by a day that is still to come."""
    tomorrow = (story.at + timedelta(days=1)).date().isoformat()
    story.facts("manager", "approach", resident_informed_on=tomorrow)


def _note(story: Story) -> None:
    story.do("manager", write_note, story.reference, "working_notes", NUMBER)


def _task(story: Story) -> None:
    due = (story.at + timedelta(days=3)).date()
    story.do("manager", give_task, story.reference, NUMBER, "portaal", due)


def _person(**told: str) -> Callable[[Story], object]:
    person = NewPerson("witness", **{"name": "Wies Omwonende", **told})  # type: ignore[arg-type]
    return lambda story: story.do("manager", add_person, story.reference, person)


@pytest.mark.usefixtures("people")
def test_each_is_refused_at_its_field() -> None:
    story = told("plan")
    attempts: dict[str, Callable[[Story], object]] = {
        "goal": _fact,
        "description": _row(description=NUMBER),
        "happened_on": _row(happened_on="14-3-1026"),
        "text": _note,
        "title": _task,
        "name": _person(name="Wies 111222333"),
        "contact_note": _person(contact_note=NUMBER),
        "phone": _person(phone="061234"),
        "email": _person(email="wies@thuis"),
    }
    later: dict[str, Callable[[Story], object]] = {
        "happened_on": _tomorrow,
        "resident_informed_on": _informed,
    }
    for field, attempt in [*attempts.items(), *later.items()]:
        with pytest.raises(Invalid) as refused:
            attempt(story)
        assert set(refused.value.errors) == {field}
