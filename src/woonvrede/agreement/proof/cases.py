# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can happen in a case: steps, invitations, consents, leaving, and writing things down."""

from collections.abc import Iterator

from ..book import Invitation, Move
from .effects import EFFECTS, Taken
from .part import Part
from .readings import Asked, may_all_hold
from .state import Edge, Happens, State


def happenings(part: Part, state: State) -> Iterator[Edge]:
    """Find everything that can happen in a case."""
    for move in part.leaving[state.stage]:
        yield from _moved(part, state, move)
    for invitation in part.intervention.invitations:
        if state.stage in invitation.stages:
            yield from _invited(part, state, invitation)
    yield from _left(part, state)
    yield from _written(part, state)


def _moved(part: Part, state: State, move: Move) -> Iterator[Edge]:
    doers = (_there(part, state, move.by), *_writers(part, state, move))
    if not all(doers):
        return
    known = state.known | part.settled(move)
    after = state._replace(stage=move.to or state.stage, known=known)
    for answer in part.answers(move, state.stage) if move.effect == "close" else ("",):
        if not may_all_hold(move.needs, Asked(part.agreement, state, answer)):
            continue
        effect = EFFECTS[move.effect] if move.effect else _nothing
        for at, to in enumerate(effect(Taken(part, move, answer), after)):
            came = to.seats if at else to.seats - state.seats
            kind: Happens = "opens" if at else "moves"
            yield Edge(kind, move.key, to, doers, tuple(sorted(came)), answer)


def _invited(part: Part, state: State, invitation: Invitation) -> Iterator[Edge]:
    role, doers = invitation.role, (_there(part, state, invitation.by),)
    if not doers[0] or not may_all_hold(invitation.when, Asked(part.agreement, state)):
        return
    if role not in part.remembered:
        yield Edge("invites", role, state, doers, (role,))
        return
    if role in state.consents:
        lost = state._replace(consents=state.consents - {role}, seats=state.seats - {role})
        yield Edge("withdraws", role, lost, doers)
    elif invitation.after_consent:
        agreed = state._replace(consents=state.consents | {role})
        yield Edge("agrees", role, agreed, doers)
        return
    if role not in state.seats:
        yield Edge("invites", role, state._replace(seats=state.seats | {role}), doers, (role,))


def _left(part: Part, state: State) -> Iterator[Edge]:
    """A party may always leave, unless it leads; a personal seat is given to another."""
    for role in sorted(state.seats - {part.intervention.lead}):
        if not part.agreement.role(role).personal:
            yield Edge("leaves", role, state._replace(seats=state.seats - {role}), ((role,),))


def _written(part: Part, state: State) -> Iterator[Edge]:
    for key in sorted(part.late - state.known):
        doers = (_there(part, state, part.writing(key, state.stage)),)
        if doers[0]:
            yield Edge("writes", key, state._replace(known=state.known | {key}), doers)


def _writers(part: Part, state: State, move: Move) -> Iterator[tuple[str, ...]]:
    """Yield, for each fact that a move needs and nobody wrote down before, who can do so now."""
    for key in part.needed(move):
        if key not in state.known:
            yield _there(part, state, part.writing(key, state.stage))


def _there(part: Part, state: State, roles: tuple[str, ...]) -> tuple[str, ...]:
    """Return which of these roles take part and know of the case."""
    seeing = part.seeing[state.stage]
    return tuple(role for role in roles if role in state.seats and role in seeing)


def _nothing(taken: Taken, state: State) -> tuple[State, ...]:
    del taken
    return (state,)
