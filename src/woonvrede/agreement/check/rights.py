# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a role writes it sees, and it sees each thing for one purpose on one ground."""

from collections.abc import Iterator

from ..book import Agreement, Grant, Intervention
from ..fault import Fault
from ..places import Place, places_in

Cell = tuple[str, str, str]


def rights(agreement: Agreement) -> Iterator[Fault]:
    """Find rights to write without seeing, and two reasons for one right."""
    for intervention in agreement.interventions.values():
        yield from _blind(intervention)
        yield from _two_reasons(intervention)


def _blind(intervention: Intervention) -> Iterator[Fault]:
    seen = {cell for grant in intervention.grants for cell in _cells(grant, grant.see)}
    for place, grant in _grants(intervention):
        for category in sorted(
            {cell[2] for cell in _cells(grant, grant.write) if cell not in seen}
        ):
            yield place.fault(
                "write_without_see",
                f"De rol “{grant.role}” mag “{category}” schrijven maar niet zien.",
                "Geef ook het recht om te zien, of haal het schrijven weg.",
            )


def _two_reasons(intervention: Intervention) -> Iterator[Fault]:
    reasons: dict[Cell, tuple[str, str]] = {}
    for place, grant in _grants(intervention):
        mine = (grant.purpose, grant.ground)
        differing = set()
        for cell in _cells(grant, (*grant.see, *grant.write)):
            if reasons.setdefault(cell, mine) != mine:
                differing.add(cell[2])
        for category in sorted(differing):
            yield place.fault(
                "two_reasons",
                f"De rol “{grant.role}” ziet “{category}” in één fase om twee redenen.",
                "Kies één doel en één grondslag.",
            )


def _grants(intervention: Intervention) -> Iterator[tuple[Place, Grant]]:
    for place in places_in(intervention):
        if isinstance(place.of, Grant):
            yield place, place.of


def _cells(grant: Grant, categories: tuple[str, ...]) -> Iterator[Cell]:
    for stage in grant.stages:
        for category in categories:
            yield grant.role, stage, category
