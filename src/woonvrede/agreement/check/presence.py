# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which roles can take part in a case by the time it is in a stage, and what they see all of."""

from ..book import Deadline, Intervention
from ..leading import reachable, steps
from ..telling import tells_of
from ..vocabulary import SEATING


def present(intervention: Intervention, stage: str) -> set[str]:
    """
    Return the roles that may have been given a seat: from the opening, by a step or an invitation
    in this stage or one before it, or by a closing that asks them to take over.
    """
    leading = steps(intervention)
    before = {each.key for each in intervention.stages if stage in reachable(leading, {each.key})}
    seated = {intervention.lead, *intervention.opens_with}
    seated |= {each.role for each in intervention.invitations if before.intersection(each.stages)}
    for move in intervention.moves:
        if before.intersection(move.origin):
            if move.effect in SEATING and move.role:
                seated.add(move.role)
            if move.effect == "close":
                seated |= {carry.asks for carry in intervention.carries if carry.asks}
    return seated


def seen_by(intervention: Intervention, role: str, stage: str) -> set[str]:
    """Return the categories of which a role sees every row in a stage."""
    return {
        category
        for grant in intervention.grants
        if grant.role == role and stage in grant.stages and not grant.only
        for category in grant.see
    }


def only_owner_knows(term: Deadline, intervention: Intervention, stage: str) -> bool:
    """Is all that a term tells of by being there seen by no role but that which must meet it?"""
    told = tells_of(term, intervention)
    others = {grant.role for grant in intervention.grants} - {term.owner}
    return bool(told) and not any(told <= seen_by(intervention, role, stage) for role in others)
