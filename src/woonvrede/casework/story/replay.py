# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
What the events of a case say that it is now, to hold against what its rows say.

Whoever asks sees all of the case: a test, or a measurement, through the role that no policy binds.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from ...access.books import book
from ...records.case import Case, Involvement
from ...records.entry import Entry
from ...records.event import Event
from . import happenings as told


@dataclass
class State:
    """Where a case is; ``seats`` are role and party of who takes part, ``facts`` what stands."""

    agreement: str
    intervention: str = ""
    stage: str = ""
    stage_since: datetime | None = None
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    outcome: str = ""
    seats: set[tuple[str, str]] = field(default_factory=set)
    facts: set[str] = field(default_factory=set)


def as_it_stands(case: int) -> State:
    """Return what the rows of a case say."""
    found = Case.objects.get(pk=case)
    seats = Involvement.objects.filter(case=case, until=None)
    facts = Entry.objects.filter(case=case, kind=Entry.FACT, until=None)
    return State(
        agreement=found.agreement,
        intervention=found.intervention,
        stage=found.stage,
        stage_since=found.stage_since,
        opened_at=found.opened_at,
        closed_at=found.closed_at,
        outcome=found.outcome,
        seats=set(seats.values_list("role", "party__key")),
        facts=set(facts.values_list("key", flat=True)),
    )


def replayed(case: int, agreement: str) -> State:
    """Return what the events of a case say, in their order; it was opened under an agreement."""
    state = State(agreement)
    for event in Event.objects.filter(case=case).order_by("pk"):
        happens = HAPPENS.get(event.kind)
        if happens:
            happens(state, event.facts, event.at)
    return state


Facts = Mapping[str, Any]


def _opened(state: State, facts: Facts, at: datetime) -> None:
    state.intervention, state.stage = facts["key"], facts["stage"]
    state.opened_at = state.stage_since = at
    state.facts |= set(facts["carried"])


def _moved(state: State, facts: Facts, at: datetime) -> None:
    state.stage, state.stage_since = facts["stage"], at


def _moved_to_agreement(state: State, facts: Facts, at: datetime) -> None:
    was = (state.intervention, state.stage)
    state.agreement = facts["agreement_key"]
    state.intervention, state.stage = facts["intervention_key"], facts["stage_key"]
    if was != (state.intervention, state.stage):
        state.stage_since = at


def _closed(state: State, facts: Facts, at: datetime) -> None:
    state.closed_at, state.outcome = at, facts["key"]
    # That a person's own seat ends with the case is told of nobody: it follows from the rights.
    grants = book(state.agreement).interventions[state.intervention].grants
    seeing = {each.role for each in grants if state.stage in each.stages and "process" in each.see}
    state.seats = {seat for seat in state.seats if seat[0] in seeing}


def _reopened(state: State, facts: Facts, at: datetime) -> None:
    del facts, at
    state.closed_at, state.outcome = None, ""


def _seated(state: State, facts: Facts, at: datetime) -> None:
    del at
    state.seats.add((facts["role_key"], facts["party_key"]))


def _left(state: State, facts: Facts, at: datetime) -> None:
    del at
    state.seats.discard((facts["role_key"], facts["party_key"]))


def _recorded(state: State, facts: Facts, at: datetime) -> None:
    del at
    state.facts.add(facts["key"])


def _emptied(state: State, facts: Facts, at: datetime) -> None:
    del at
    state.facts.discard(facts["key"])


HAPPENS = {
    told.Opened.__name__: _opened,
    told.Moved.__name__: _moved,
    told.MovedToAgreement.__name__: _moved_to_agreement,
    told.Closed.__name__: _closed,
    told.Reopened.__name__: _reopened,
    told.Involved.__name__: _seated,
    told.Assigned.__name__: _seated,
    told.Released.__name__: _left,
    told.FactRecorded.__name__: _recorded,
    told.FactEmptied.__name__: _emptied,
}
