# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Finishing a task."""

from datetime import datetime

from django.core.exceptions import ObjectDoesNotExist

from ...access.actor import Actor
from ...access.door import enter_to_change
from ...access.given import SEE
from ...access.refusals import Refused
from ...records.case import Case
from ...records.task import Task
from ..story.happenings import TaskFinished
from ..story.timeline import record


def finish_task(reference: str, task: int, *, actor: Actor, at: datetime) -> Case:
    """
    Mark a task as done, by the party it was given to or the one that gave it.

    :raises ObjectDoesNotExist: if the actor may not know of the case or of the task
    :raises Refused: if the task is another party's, or done already
    """
    place = enter_to_change(actor, reference, at=at, action="finish_task")
    found = Task.objects.get(pk=task, case=place.case)
    if actor.party not in (found.party_id, found.giver_id):
        if not place.allows(SEE, found.category):
            raise ObjectDoesNotExist
        raise Refused("Deze taak is van een andere organisatie.")
    if found.finished_at:
        raise Refused("Deze taak was al klaar.")
    found.finished_at, found.finished_by_id = at, actor.account
    found.save(update_fields=["finished_at", "finished_by"])
    happening = TaskFinished(title=found.title)
    record(happening, case=place.case, actor=actor, at=at, category=found.category)
    return place.case
