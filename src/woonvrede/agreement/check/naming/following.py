# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
What may only follow from another fault waits until that one is mended: its remedy would be a right
that nobody agreed on.
"""

from collections.abc import Set

from ...book import Agreement
from ...fault import Fault, Rule
from ...places import SHARED, file_of
from ..paths import lost

# Rules about where a case goes and who then sees and writes, which no unknown name leaves true.
FOLLOWING: frozenset[Rule] = frozenset(
    {
        "unreachable_stage",
        "inescapable_stage",
        "unseen_stage",
        "unmoved_stage",
        "unwritable_fact",
        "category_without_ground",
        "write_without_see",
        "unfit_order",
        "unseen_term",
    }
)


def follows(fault: Fault, astray: Set[str], agreement: Agreement) -> bool:
    """
    May this be no fault of its own: in a file that has gone ``astray`` by an unknown name, of what
    is shared in any, or at a stage that cannot be reached or a step that goes on from there?
    """
    if fault.rule not in FOLLOWING:
        return False
    if fault.file in astray or (astray and fault.file == SHARED):
        return True
    return fault.rule != "unreachable_stage" and (fault.file, fault.entry) in _lost(agreement)


def _lost(agreement: Agreement) -> set[tuple[str, str]]:
    found = set()
    for intervention in agreement.interventions.values():
        file, stages = file_of(intervention), lost(intervention)
        found |= {(file, f"stages.{stage}") for stage in stages}
        moves = (move for move in intervention.moves if stages.intersection(move.origin))
        found |= {(file, f"moves.{move.key}") for move in moves}
    return found
