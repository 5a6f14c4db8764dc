# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The promise that content stays where it was told: nothing carries it along, no other sees it."""

from collections.abc import Iterator

from ..book import Agreement, Carry, Intervention, Promise
from .state import Edge, State
from .verdict import Broken, Ground
from .walk import Step


def stays_within(ground: Ground, promise: Promise) -> Broken | None:
    """Find content of these categories that another intervention gets or shows (§3.1, §4)."""
    for state, edges in ground.walked.edges.items():
        if state.intervention not in promise.interventions:
            for category, role in _told(ground.agreement, promise, state):
                return _seen(ground, state, category, role)
            continue
        for edge in edges:
            for category in _carried(ground.agreement, promise, state, edge):
                return _taken_along(ground, Step(state, edge), category)
    return None


def _told(agreement: Agreement, promise: Promise, state: State) -> Iterator[tuple[str, str]]:
    """Yield which of the categories is told in a case, and to which role."""
    for grant in agreement.interventions[state.intervention].grants:
        if grant.role in state.seats and state.stage in grant.stages:
            for category in promise.categories:
                if category in grant.see:
                    yield category, grant.role


def _carried(agreement: Agreement, promise: Promise, state: State, edge: Edge) -> Iterator[str]:
    """Yield which of the categories goes along when this opens a case of another intervention."""
    if edge.kind != "opens" or edge.to.intervention in promise.interventions:
        return
    leaving = agreement.interventions[state.intervention]
    for carry in leaving.carries:
        if carry.to == edge.to.intervention:
            taken = _categories(agreement, leaving, carry)
            yield from (category for category in promise.categories if category in taken)


def _categories(agreement: Agreement, leaving: Intervention, carry: Carry) -> set[str]:
    facts = {leaving.fact(key).category for key in carry.facts.values()}
    people = {each.category for each in agreement.person_roles if each.key in carry.persons}
    return facts | people


def _seen(ground: Ground, state: State, category: str, role: str) -> Broken:
    labels = ground.agreement.labels
    return Broken(
        ground.walked.way_to(state),
        f"Zo ziet “{labels['roles'][role]}” de gegevens “{labels['categories'][category]}” in "
        f"“{ground.agreement.interventions[state.intervention].label}”.",
        "Haal deze categorie daar weg bij de rechten.",
    )


def _taken_along(ground: Ground, step: Step, category: str) -> Broken:
    there = ground.agreement.interventions[step.edge.to.intervention].label
    return Broken(
        ground.walked.way_to(step.state).then(step),
        f"Zo gaan de gegevens “{ground.agreement.labels['categories'][category]}” mee naar "
        f"“{there}”.",
        "Haal deze gegevens of mensen weg bij “carries”.",
    )
