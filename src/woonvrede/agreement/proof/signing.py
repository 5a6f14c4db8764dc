# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The promise that nobody outside a signed part ever gets a right in it (§1, §6)."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from ..book import Agreement, Promise
from .bound import bound, days, is_there
from .verdict import Broken, Ground
from .walk import Step, Way
from .wording import since


class Stranger(NamedTuple):
    """A circle that is there on a day without being bound."""

    circle: str
    day: date


def unsigned_see_nothing(ground: Ground, promise: Promise) -> Broken | None:
    """Find a party that comes into a case, or judges a report, of a part that it did not sign."""
    agreement = ground.agreement
    meant = promise.interventions or tuple(agreement.interventions)
    unsigned = {part: strangers(agreement, part) for part in meant}
    playing = {
        (part, role.key): _first(unsigned[part], role.parties)
        for part in meant
        for role in agreement.roles
    }
    judging = {part: _first(unsigned[part], _judges(agreement, part)) for part in meant}
    for state, edges in ground.walked.edges.items():
        if not state.stage and (stranger := judging.get(state.intervention)):
            return _let_in(ground, ground.walked.way_to(state), state.intervention, stranger)
        for edge in edges:
            for role in edge.enters:
                if stranger := playing.get((edge.to.intervention, role)):
                    way = ground.walked.way_to(state).then(Step(state, edge))
                    return _let_in(ground, way, edge.to.intervention, stranger)
    return None


def strangers(agreement: Agreement, part: str) -> dict[str, date]:
    """Return the circles that are there on a day without being bound to a part, with the first."""
    found: dict[str, date] = {}
    for day in days(agreement):
        signed = bound(agreement, part, day)
        for circle, party in agreement.circles.items():
            if party not in signed and is_there(agreement, party, day):
                found.setdefault(circle, day)
    return found


def _judges(agreement: Agreement, part: str) -> tuple[str, ...]:
    judge = agreement.interventions[part].triage.party
    return next((role.parties for role in agreement.roles if role.key == judge), (judge,))


def _first(unsigned: Mapping[str, date], circles: tuple[str, ...]) -> Stranger | None:
    found = [Stranger(circle, unsigned[circle]) for circle in circles if circle in unsigned]
    return min(found, key=lambda stranger: stranger.day, default=None)


def _let_in(ground: Ground, way: Way, part: str, stranger: Stranger) -> Broken:
    agreement = ground.agreement
    return Broken(
        way,
        f"Zo ziet “{agreement.labels['circles'][stranger.circle]}” gegevens van "
        f"“{agreement.interventions[part].label}”, zonder daarvoor te hebben getekend "
        f"({since(stranger.day)}).",
        "Haal deze partij weg bij de rol of de beoordeling, of zet bij “signatories” waarvoor zij "
        "tekende.",
    )
