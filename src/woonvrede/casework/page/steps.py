# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What this person can do now: the moves of the stage, and what stands in their way."""

from collections.abc import Iterable, Set
from dataclasses import replace
from typing import Any

from ...access.given import MOVE
from ...agreement.book import Move
from ...agreement.vocabulary import BRINGS_IN, COUNT_ROWS
from ...records.case import HandOver
from ...records.dwelling import Tenure
from ...records.permission import Permission
from ..steps.closing import STARTED
from ..steps.conditions import GUARDS
from ..steps.guards import holds, sentence
from ..steps.hand_over import runs_already
from ..steps.situation import Situation
from .parts import Step
from .view import View

ANSWERS = {"grant_permission", "accept_hand_over"}
# Nobody comes to see more or less by these: they need no page that says so first.
AT_ONCE = {"grant_permission", "remind_permission"}
# Guards that hold as long as somebody has not answered.
QUESTIONS = {"permission_waiting", "hand_over_waiting"}
ASKS = {"ask_permission", "remind_permission"}
STAYS = 100


def steps(view: View) -> tuple[Step, ...]:
    """
    Return the moves that this actor may take in this stage: the next one first, the ones that
    cannot be taken yet last.
    """
    allowed = view.place.things(MOVE)
    moves = [move for move in view.intervention.moves if move.key in allowed]
    pairs = [(step(view, move), _distance(view, move)) for move in moves if _is_asked(view, move)]
    found = [each for each, _ in sorted(pairs, key=lambda pair: (bool(pair[0].refused), pair[1]))]
    if found and not found[0].refused and min(distance for _, distance in pairs) < STAYS:
        found[0] = replace(found[0], primary=True)
    return tuple(found)


def step(view: View, move: Move) -> Step:
    """
    Return a move in words, with what stands in its way; what the step itself asks does not.
    """
    return Step(
        key=move.key,
        label=move.label,
        source=move.source,
        effect=move.effect or "",
        to=view.intervention.stage(move.to).label if move.to else "",
        asks=bool(view.intervention.asked(move)) or move.effect not in AT_ONCE,
        refused=obstacle(view, move.needs, asked={*move.requires, *move.offers})
        or _too_late(view, move),
        **_brought_in(view, move),
    )


def alike(view: View, move: Move) -> tuple[Step, ...]:
    """
    Return the other moves of this stage that record the same and ask the same: whoever filled it in
    chooses what follows from it, in one form.
    """
    asked = view.intervention.asked(move)
    found = (
        step(view, other)
        for other in view.intervention.moves
        if other.key != move.key
        and other.key in view.place.things(MOVE)
        and move.records
        and other.records == move.records
        and view.intervention.asked(other) == asked
    )
    return tuple(each for each in found if not each.refused)


def obstacle(view: View, names: Iterable[str], *, asked: Set[str] = frozenset()) -> str:
    """
    Return why the first of these conditions does not hold, as far as this actor sees what it is
    about; what is ``asked`` at the same time does not stand in the way.
    """
    situation = as_seen(view)
    judged = (name for name in names if _is_judged(view, name, asked))
    stopped = next((name for name in judged if not holds(name, situation)), "")
    return sentence(stopped, situation) if stopped else ""


def _too_late(view: View, move: Move) -> str:
    """
    Return that what a step would bring about came already: a next trajectory, which keeps the case
    closed, or the case that it opens.  Of one that this actor may not know, the step itself tells.
    """
    if move.effect == "reopen" and any(r["answer"] == "accepted" for r in view.around["handover"]):
        return STARTED
    if move.effect != "open_beside" or move.opens is None:
        return ""
    opened = {row["other"] for row in view.around["opened"]}
    running = {
        seat.intervention for seat in view.linked if seat.case_id in opened and not seat.closed
    }
    label = view.agreement.interventions[move.opens].label
    return runs_already(label) if move.opens in running else ""


def _is_asked(view: View, move: Move) -> bool:
    """Does a step that needs an open question have one?  What was answered is no step any more."""
    situation = as_seen(view)
    asked = QUESTIONS | {key for each in view.intervention.moves for key in each.settles}
    return all(holds(name, situation) for name in move.needs if name in asked)


def _is_judged(view: View, name: str, asked: Set[str]) -> bool:
    """Is a condition about nothing that is asked now, nor about what is out of sight?"""
    if name in COUNT_ROWS and not view.with_rows:
        return False
    if name in GUARDS:
        return not GUARDS[name].by & asked
    category = view.intervention.fact(name).category
    return name not in asked and view.place.sees_all_of(category)


def _brought_in(view: View, move: Move) -> dict[str, Any]:
    """
    Return the party that a step brings in, and whether it does not take part already; or the role
    that is asked to agree, as the agreement calls it.
    """
    if move.effect in ASKS and move.role:
        return {"who": view.label("roles", move.role)}
    if move.effect not in BRINGS_IN or move.role is None:
        return {}
    party = view.agreement.role(move.role).parties[0]
    here = any(seat.role == move.role and seat.party.key == party for seat in view.current)
    return {"who": view.label("circles", party), "joins": not here}


def _distance(view: View, move: Move) -> int:
    """Say how near a move is to what comes next: a step on, an answer, staying, and only then an
    end or a way back."""
    if move.effect in ANSWERS:
        return 0
    if move.to is None:
        return STAYS
    order = [stage.key for stage in view.intervention.stages]
    forward = order.index(move.to) - order.index(view.case.stage)
    ends = view.intervention.stage(move.to).final
    return STAYS + 1 if ends or forward < 0 else forward


def as_seen(view: View) -> Situation:
    """Return the situation from what was read already; facts out of sight stay out of it."""
    situation = Situation(view.agreement, view.at, case=view.case)
    permissions, requests = view.around["permission"], view.around["handover"]
    vars(situation).update(
        values=view.values,
        registers=view.registers,
        held=Tenure(kind=view.place.tenure),
        permission=Permission(answer=permissions[-1]["answer"]) if permissions else None,
        hand_over=HandOver(answer=requests[-1]["answer"]) if requests else None,
    )
    return situation
