# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
What each condition means while every way is walked: it holds, it does not, or it may do both.

The meaning itself is in ``casework/steps/guards.py``.  What hangs on what people answer, or on the
day, may hold or not: a promise must stand either way.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from ..book import Agreement
from .state import State, has_landlord


class Asked(NamedTuple):
    """What a condition is judged on; ``next`` is the intervention chosen to come next, if any."""

    agreement: Agreement
    state: State
    next: str = ""


Reading = Callable[[Asked], bool | None]


def _may_be(asked: Asked) -> bool | None:
    del asked
    return None


def _of_a_party(asked: Asked) -> bool:
    return has_landlord(asked.agreement, asked.state.tenure)


def _permitted(asked: Asked) -> bool:
    return asked.state.permission == "granted" or not _of_a_party(asked)


def _fits(asked: Asked) -> bool:
    return not asked.next or asked.state.tenure in asked.agreement.interventions[asked.next].tenures


READINGS: dict[str, Reading] = {
    "aftercare_in_time": _may_be,
    "agreed_where_referred": _may_be,
    "area_ban": _may_be,
    "closed_recently": _may_be,
    "contra_indication": _may_be,
    "corporation_dwelling": _of_a_party,
    "eviction_date_known": _may_be,
    "hand_over_waiting": lambda asked: bool(asked.state.asked),
    "may_try_again": _may_be,
    "neighbour_takes_part": _may_be,
    "never_answered": _may_be,
    "next_trajectory_fits_tenure": _fits,
    "no_eviction_date": _may_be,
    "no_running_case": _may_be,
    "not_green": _may_be,
    "not_red": _may_be,
    "on_own_initiative": _may_be,
    "permission_waiting": lambda asked: asked.state.permission == "asked",
    "permission_where_needed": _permitted,
    "red": _may_be,
    "request_explained": _may_be,
    "solved_say_neighbours": _may_be,
    "tried_enough": _may_be,
}


def may_all_hold(names: Iterable[str], asked: Asked) -> bool:
    """Can these conditions hold together?"""
    return all(READINGS.get(name, _may_be)(asked) is not False for name in names)


def may_all_fail(names: Iterable[str], asked: Asked) -> bool:
    """Can it be that none of these conditions holds?"""
    return all(READINGS.get(name, _may_be)(asked) is not True for name in names)
