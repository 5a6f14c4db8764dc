# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who takes part in an agreement: each party with its units, signature, successor and seat."""

from dataclasses import dataclass

from ..book import Agreement, Keyed, Seat, Signatory
from .entries import anchor
from .sayings import SAID
from .scope import Scope, day


@dataclass(frozen=True)
class Party:
    """One party; what is not so, is empty."""

    anchor: str
    label: str
    units: tuple[str, ...]
    signed: tuple[str, ...]
    seat: str
    successor: str
    source: str
    assumed: bool
    note: str


def parties(agreement: Agreement) -> tuple[Party, ...]:
    """Return every party of an agreement."""
    scope = Scope(agreement)
    return tuple(_party(each, scope) for each in agreement.parties)


def _party(party: Keyed, scope: Scope) -> Party:
    agreement = scope.agreement
    return Party(
        anchor=anchor(f"parties.{party.key}"),
        label=party.label,
        units=tuple(unit.label for unit in agreement.units if unit.of == party.key),
        signed=tuple(
            _signed(each, scope) for each in agreement.signatories if each.party == party.key
        ),
        seat=", ".join(
            _seat(each, scope) for each in agreement.steering if each.party == party.key
        ),
        successor=", ".join(
            f"{scope.label('parties', each.by)}, vanaf {day(each.since)}"
            for each in agreement.successors
            if each.of == party.key
        ),
        source=party.source,
        assumed=party.assumed,
        note=party.note,
    )


def _signed(signatory: Signatory, scope: Scope) -> str:
    _, parts = SAID[Signatory]["parts"]
    said = parts(scope, signatory.parts)
    if signatory.signs_through:
        said += f", via {scope.label('parties', signatory.signs_through)}"
    if signatory.by_order_of:
        said += f", in opdracht van {scope.labels('parties', signatory.by_order_of)}"
    return f"{said}, tot {day(signatory.until)}" if signatory.until else said


def _seat(seat: Seat, scope: Scope) -> str:
    _, words = SAID[Seat]["seat"]
    return words(scope, seat.seat)
