# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The interpreter of moves: every step that an agreement describes is taken here."""

from collections.abc import Mapping
from datetime import datetime

from django.utils.timezone import localdate

from ...access.actor import Actor
from ...access.books import book
from ...access.door import enter_to_change
from ...access.given import MOVE
from ...agreement.book import Intervention, Move
from ...records.case import Case
from ..beside import not_contradicted
from ..fields import emptied, read_in_case
from ..fitting import fits
from ..in_order import in_order
from ..story.happenings import Moved
from ..story.timeline import record
from ..terms.deadlines import end_met, follow_facts, follow_stage
from ..terms.keeping import follow_keeping
from ..writing import permitted, same_version, write_facts
from .effects import EFFECTS, Taken
from .feedback import tell_reporters
from .guards import meet
from .situation import Situation


def move(
    reference: str,
    name: str,
    *,
    actor: Actor,
    at: datetime,
    version: int,
    given: Mapping[str, str],
) -> Case:
    """
    Take a case one step further, as its agreement describes; return it, or the one it opened.

    :raises ObjectDoesNotExist: if it does not exist, or this actor may not know that it does
    :raises Refused: if the step is not this actor's to take here, or a condition is not met
    :raises Conflict: if somebody changed the case since version ``version``
    :raises Invalid: if something that the step needs is missing, cannot be read, or is not so
    """
    place = enter_to_change(actor, reference, at=at, action=f"move:{name}"[:60])
    permitted(place, MOVE, name)
    case = place.case
    same_version(case, version)
    agreement = book(case.agreement)
    intervention = agreement.interventions[case.intervention]
    step = intervention.move(name)

    given = {**given, **step.settles}
    facts = {key: intervention.fact(key) for key in (*step.requires, *step.offers, *step.settles)}
    values = read_in_case(place, facts.values(), given, needed=step.requires, day=localdate(at))
    not_contradicted(place, values, at)
    empty = emptied((facts[key] for key in step.offers), given)
    in_order(place, facts.values(), empty | values)
    fits(case, facts.values(), empty | values, at)
    write_facts(case, facts, empty | values, actor=actor, at=at)
    meet(step.needs, Situation(agreement, at, case=case), step.source)

    _to_stage(case, step, intervention, actor=actor, at=at)
    tell_reporters(case, step, intervention, actor=actor, at=at)
    opened = EFFECTS[step.effect](Taken(step, case, actor, at, given)) if step.effect else None
    end_met(case, step.key, at)
    follow_keeping(case, at)
    return opened or case


def _to_stage(
    case: Case, step: Move, intervention: Intervention, *, actor: Actor, at: datetime
) -> None:
    """Set the stage, its terms and the timeline; a step that stays leaves that to its effect."""
    if step.to is None:
        follow_facts(case, at)
        return
    before, case.stage = case.stage, step.to
    case.stage_since = at
    case.save(update_fields=["stage", "stage_since"])
    follow_stage(case, at, before=before)
    origin, goal = intervention.stage(before).label, intervention.stage(step.to).label
    words = Moved(label=step.label, origin=origin, to=goal, stage=step.to)
    record(words, case=case, actor=actor, at=at)
