# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
What each effect does to a state; what it really does is in ``casework/steps/effects.py``.

The state is as it is after the move; nothing is returned when the effect cannot be.  The first that
is returned is this case, the others are cases that it opens.
"""

from collections.abc import Callable
from typing import NamedTuple

from ..book import Move
from .part import Part
from .state import State, has_landlord, opening


class Taken(NamedTuple):
    """A move as it is taken; ``next`` is the intervention chosen to come next, if any."""

    part: Part
    move: Move
    next: str


def _seat(taken: Taken, state: State) -> tuple[State, ...]:
    return (state._replace(seats=state.seats | {taken.move.role or taken.part.intervention.lead}),)


def _ask(taken: Taken, state: State) -> tuple[State, ...]:
    if not has_landlord(taken.part.agreement, state.tenure):
        return ()
    return _seat(taken, state._replace(permission="asked"))


def _answer(answer: str) -> Callable[[Taken, State], tuple[State, ...]]:
    def answered(taken: Taken, state: State) -> tuple[State, ...]:
        del taken
        return (state._replace(permission=answer),) if state.permission == "asked" else ()

    return answered


def _close(taken: Taken, state: State) -> tuple[State, ...]:
    """Ask for what comes next, and end the seats of who does not know of a closed case."""
    carries = taken.part.intervention.carries
    carry = next((each for each in carries if each.asks and each.to == taken.next), None)
    if carry is not None:
        if state.tenure not in carry.tenures:
            return ()
        state = state._replace(seats=state.seats | {carry.asks}, asked=carry.to)
    return (state._replace(seats=state.seats & taken.part.seeing[state.stage]),)


def _reopen(taken: Taken, state: State) -> tuple[State, ...]:
    del taken
    return () if state.opened else (state._replace(asked=""),)


def _accept(taken: Taken, state: State) -> tuple[State, ...]:
    carries = taken.part.intervention.carries
    carry = next((each for each in carries if each.asks and each.to == state.asked), None)
    if carry is None or state.tenure not in carry.tenures:
        return ()
    opened = opening(taken.part.agreement, carry.to, state.tenure)
    return state._replace(asked="", opened=True), opened


def _beside(taken: Taken, state: State) -> tuple[State, ...]:
    """Open another case beside this one, which goes on as it is."""
    carries = taken.part.intervention.carries
    carry = next((each for each in carries if each.tells and each.to == taken.move.opens), None)
    if carry is None or state.tenure not in carry.tenures:
        return ()
    return state, opening(taken.part.agreement, carry.to, state.tenure)


def _decline(taken: Taken, state: State) -> tuple[State, ...]:
    del taken
    return (state._replace(asked=""),) if state.asked else ()


EFFECTS: dict[str, Callable[[Taken, State], tuple[State, ...]]] = {
    "ask_permission": _ask,
    "remind_permission": _answer("asked"),
    "grant_permission": _answer("granted"),
    "refuse_permission": _answer("refused"),
    "assign": _seat,
    "assign_pair": _seat,
    "give_order": _seat,
    "call_in": _seat,
    "close": _close,
    "reopen": _reopen,
    "accept_hand_over": _accept,
    "decline_hand_over": _decline,
    "open_beside": _beside,
    "refer": lambda _, state: (state,),
}
