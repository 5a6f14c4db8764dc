# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is remembered of a case, or of a report before it, while every way is walked."""

from typing import Literal, NamedTuple

from ..book import Agreement

Happens = Literal[
    "passes_on",
    "decides",
    "moves",
    "opens",
    "invites",
    "leaves",
    "agrees",
    "withdraws",
    "writes",
]

NOBODY: frozenset[str] = frozenset()


class State(NamedTuple):
    """
    A case as far as it decides what can happen next; a report has no ``stage``, and the
    ``intervention`` that is proposed for it.

    ``asked`` is the intervention to which a hand-over waits for its answer, ``opened`` whether one
    was accepted, and ``known`` the facts that a later step needs and can no longer ask.
    """

    intervention: str
    stage: str
    tenure: str
    seats: frozenset[str] = NOBODY
    consents: frozenset[str] = NOBODY
    permission: str = ""
    asked: str = ""
    opened: bool = False
    known: frozenset[str] = NOBODY


class Edge(NamedTuple):
    """
    One thing that can happen in a state.

    Of each group of roles in ``doers`` one must do it.  ``enters`` are the roles that come in,
    ``name`` is what it is done with, and ``next`` the intervention that is chosen to come next.
    """

    kind: Happens
    name: str
    to: State
    doers: tuple[tuple[str, ...], ...] = ()
    enters: tuple[str, ...] = ()
    next: str = ""


def opening(agreement: Agreement, intervention: str, tenure: str) -> State:
    """Return a case at its start, with those who take part from then on."""
    described = agreement.interventions[intervention]
    seats = frozenset({described.lead, *described.opens_with})
    return State(intervention, described.start, tenure, seats)


def has_landlord(agreement: Agreement, tenure: str) -> bool:
    """Does a party let such dwellings?"""
    return any(each.landlords for each in agreement.tenures if each.key == tenure)
