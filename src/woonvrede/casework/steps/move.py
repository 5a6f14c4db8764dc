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
from ...access.rights import Standing
from ...agreement.book import Agreement, Intervention, Move
from ...agreement.values import parse
from ...records.case import Case
from ..beside import not_contradicted
from ..fields import emptied, is_today, read_in_case
from ..fitting import fits
from ..in_order import in_order
from ..story.happenings import Moved
from ..story.timeline import record
from ..terms.deadlines import end_met, follow_facts, follow_stage
from ..terms.keeping import follow_keeping
from ..writing import permitted, same_version, write_facts, write_row
from .effects import EFFECTS
from .feedback import tell_reporters
from .guards import meet
from .situation import Situation
from .taken import Taken


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

    _write(place, step, intervention, at=at, given=given)
    meet(step.needs, Situation(agreement, at, case=case), step.source)
    _settle(case, step, agreement, actor=actor, at=at)

    _to_stage(case, step, intervention, actor=actor, at=at)
    tell_reporters(case, step, intervention, actor=actor, at=at)
    opened = EFFECTS[step.effect](Taken(place, at, step, given)) if step.effect else None
    end_met(case, step.key, at)
    follow_keeping(case, at)
    return opened or case


def _write(
    place: Standing,
    step: Move,
    intervention: Intervention,
    *,
    at: datetime,
    given: Mapping[str, str],
) -> None:
    """Write what the form gave: the facts, and the row that the step records."""
    case, actor, day = place.case, place.actor, localdate(at)
    asked = {fact.key: fact for fact in intervention.asked(step)}
    keys = (*step.requires, *step.offers)
    needed = asked.keys() - set(step.offers)
    today = {key: day.isoformat() for key, fact in asked.items() if is_today(fact, keys)}
    read = read_in_case(place, asked.values(), {**today, **given}, needed=needed, day=day)
    values = {key: value for key, value in read.items() if key in keys}
    not_contradicted(place, values, at)
    facts = {key: asked[key] for key in keys}
    values |= emptied((facts[key] for key in step.offers), given)
    in_order(place, facts.values(), values)
    fits(case, facts.values(), values, at)
    write_facts(case, facts, values, actor=actor, at=at)
    if step.records:
        row = {c.key: read[c.key] for c in intervention.recorded(step) if c.key in read}
        write_row(case, intervention.register(step.records), row, actor=actor, at=at)


def _settle(case: Case, step: Move, agreement: Agreement, *, actor: Actor, at: datetime) -> None:
    """Write what the step settles by itself, now that nothing stops it."""
    described = agreement.interventions[case.intervention]
    facts = {key: described.fact(key) for key in step.settles}
    values = {key: parse(facts[key], raw, agreement) for key, raw in step.settles.items()}
    write_facts(case, facts, values, actor=actor, at=at)


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
