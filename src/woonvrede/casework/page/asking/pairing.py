# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pairs of volunteers from which the form of a move lets choose."""

from ....agreement.book import Intervention, Move
from ....agreement.values import show
from ...volunteers.candidates import candidates
from ...volunteers.pairs import best_pairs
from ...volunteers.views import Asked
from ..parts import Line
from ..view import View
from .asked import Pairing

ASSIGN_PAIR = "assign_pair"


def matching_facts(described: Intervention, move: Move) -> tuple[str, ...]:
    """Return the facts that a move matches a pair by."""
    words = described.volunteers
    if move.effect != ASSIGN_PAIR or words is None:
        return ()
    return (words.about, words.language, words.when)


def pairing(view: View, move: Move) -> Pairing | None:
    """Return the best pairs for this case, where a move assigns one."""
    words = view.intervention.volunteers
    if move.effect != ASSIGN_PAIR or words is None:
        return None
    found = candidates(view.case, view.seats, actor=view.actor, at=view.at)
    facts = [view.intervention.fact(key) for key in matching_facts(view.intervention, move)]
    return Pairing(
        pairs=best_pairs(found, Asked(words, view.agreement, view.values, view.today)),
        asked=tuple(
            Line(fact.label, show(fact, view.values[fact.key], view.agreement))
            for fact in facts
            if fact.key in view.values
        ),
        blocked=tuple(Line(each.name, each.blocked) for each in found if each.blocked),
    )
