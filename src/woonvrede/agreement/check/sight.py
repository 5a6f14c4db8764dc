# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Somebody sees every stage, and somebody who sees it can go on from it."""

from collections.abc import Iterator

from ..book import Agreement, Intervention
from ..fault import Fault
from ..places import file_of
from ..vocabulary import PROCESS


def sight(agreement: Agreement) -> Iterator[Fault]:
    """Find stages that nobody sees, and stages before the last in which nobody can move."""
    for intervention in agreement.interventions.values():
        for stage in intervention.stages:
            seeing = _seeing(intervention, stage.key)
            entry = f"stages.{stage.key}"
            if not seeing:
                yield Fault(
                    file_of(intervention),
                    entry,
                    "unseen_stage",
                    "Niemand ziet een casus in deze fase.",
                    f"Geef een rol het recht om “{PROCESS}” te zien.",
                )
            elif not stage.final and not seeing & _moving(intervention, stage.key):
                yield Fault(
                    file_of(intervention),
                    entry,
                    "unmoved_stage",
                    "Niemand die een casus in deze fase ziet, kan een stap zetten.",
                    f"Voeg een stap toe, of geef wie hem zet het recht om “{PROCESS}” te zien.",
                )


def _seeing(intervention: Intervention, stage: str) -> set[str]:
    return {
        grant.role
        for grant in intervention.grants
        if stage in grant.stages and PROCESS in grant.see and not grant.only
    }


def _moving(intervention: Intervention, stage: str) -> set[str]:
    """Return the roles that can take a move to a stage; staying is no going on."""
    return {
        role
        for move in intervention.moves
        if stage in move.origin and move.to is not None
        for role in move.by
    }
