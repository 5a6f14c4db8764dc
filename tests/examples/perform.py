# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Performs a worked case by the real verbs, and says at once where it comes out otherwise."""

from datetime import datetime, time
from pathlib import Path

from django.core.exceptions import ObjectDoesNotExist
from django.utils.timezone import get_current_timezone

from tests.examples.expected import meets
from tests.examples.words import Example, Moment
from woonvrede.access.refusals import Invalid, Refused
from woonvrede.jobs.demo import cast
from woonvrede.jobs.demo.read import demos
from woonvrede.jobs.demo.story import Story

ABSENT = "absent"  # what is said to who may not know of a case


class Otherwise(AssertionError):
    """A worked case does not come out as it says; ``moment`` is where, and ``told`` how."""

    def __init__(self, place: str, moment: Moment, told: str) -> None:
        super().__init__(f"{place}: {told}")
        self.moment = moment
        self.told = told


def perform(example: Example, folder: Path) -> None:
    """
    Perform a worked case of the agreement in a folder, in a world without cases.

    :raises Otherwise: at the first step that goes otherwise
    """
    at = datetime.combine(example.begins, time(9), get_current_timezone())
    needed = {who for moment in example.steps for who in moment.people}
    demo = demos()[folder.name]
    people = [each for each in demo.everybody if each.key in needed]
    cast.make_cast(people, at)
    story = Story(at)
    for number, moment in enumerate(example.steps, 1):
        told = _otherwise(moment, story, folder)
        if told:
            raise Otherwise(f"{example.key}, step {number}", moment, told)


def _otherwise(moment: Moment, story: Story, folder: Path) -> str:
    """Let it happen, and say what comes out otherwise; nothing when all is as it says."""
    if moment.expects is not None:
        return meets(moment.expects, story, folder)
    assert moment.step is not None
    said = None
    try:
        moment.step.take(story)
    except Invalid as wrong:
        said = f"{wrong} {' '.join(f'{key}: {words}' for key, words in wrong.errors.items())}"
    except Refused as refusal:
        said = str(refusal)
    except ObjectDoesNotExist:
        said = ABSENT
    if said is None:
        return f"was not refused ({moment.refused})" if moment.refused is not None else ""
    return "" if moment.refused is not None and moment.refused in said else f"was refused: {said}"
