# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""On what promises are judged, and what comes of it: nothing, or a way to break one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from ..book import Agreement, Promise
from .bound import Able, able, days
from .part import Part
from .state import Edge, State
from .walk import Walked, Way


class Day(NamedTuple):
    """A day from which others are bound: who is, and what could really happen up to then."""

    since: date
    able: Able
    walked: Walked

    def may(self, state: State, edge: Edge) -> bool:
        """May somebody who is bound on this day really do this?"""
        return may(self.able, state, edge)


@dataclass(frozen=True)
class Ground:
    """The agreement, its interventions laid out, and every way that was walked in them."""

    agreement: Agreement
    parts: Mapping[str, Part]
    walked: Walked

    @cached_property
    def days(self) -> tuple[Day, ...]:
        """The days from which other roles have somebody who is bound."""
        found: list[Day] = []
        so_far: Able = frozenset()
        for since in days(self.agreement):
            roles = able(self.agreement, since)
            if not found or roles != found[-1].able:
                so_far |= roles
                found.append(Day(since, roles, self._by(so_far)))
        return tuple(found)

    def _by(self, roles: Able) -> Walked:
        return self.walked.narrowed(lambda state, edge: may(roles, state, edge))


class Broken(NamedTuple):
    """The shortest way to break a promise, where it ends, and what to do about it."""

    way: Way
    end: str
    remedy: str


Judge = Callable[[Ground, Promise], Broken | None]


def may(roles: Able, state: State, edge: Edge) -> bool:
    """Is of each group that must do this a role among these?"""
    return all(any((state.intervention, role) in roles for role in group) for group in edge.doers)
