# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Somebody in the case sees every stage and can go on from it; what goes is not seen after it."""

from collections.abc import Iterator

from ..book import Agreement, Grant, Intervention, Move, Retention
from ..fault import Fault
from ..places import file_of, places_in
from ..vocabulary import PROCESS
from .presence import present


def sight(agreement: Agreement) -> Iterator[Fault]:
    """
    Find stages that nobody sees, and stages before the last in which nobody can move.

    A stage that no move leaves is for ``paths`` to tell.
    """
    for intervention in agreement.interventions.values():
        for stage in intervention.stages:
            seeing = _seeing(intervention, stage.key) & present(intervention, stage.key)
            leaving = _leaving(intervention, stage.key)
            entry = f"stages.{stage.key}"
            if not seeing:
                yield Fault(
                    file_of(intervention),
                    entry,
                    "unseen_stage",
                    "Niemand ziet een casus in deze fase.",
                    f"Geef een rol die dan meedoet het recht om “{PROCESS}” te zien.",
                )
            elif leaving and not stage.final and not seeing & _moving(leaving):
                yield Fault(
                    file_of(intervention),
                    entry,
                    "unmoved_stage",
                    "Niemand die een casus in deze fase ziet, kan een stap zetten.",
                    f"Voeg een stap toe, of geef wie hem zet het recht om “{PROCESS}” te zien.",
                )


def keeping(agreement: Agreement) -> Iterator[Fault]:
    """Find rights to see, in a last stage, what may not be kept once the case is closed."""
    for intervention in agreement.interventions.values():
        going = {
            key for each in intervention.retention if _at_once(each) for key in each.categories
        }
        final = {stage.key for stage in intervention.stages if stage.final}
        for place in places_in(intervention):
            if isinstance(place.of, Grant) and final.intersection(place.of.stages):
                for category in sorted(going.intersection(place.of.see)):
                    yield place.fault(
                        "seen_too_long",
                        f"“{category}” gaat weg als de casus sluit, en is daarna nog te zien.",
                        "Haal deze categorie of de laatste fase hier weg.",
                    )


def _seeing(intervention: Intervention, stage: str) -> set[str]:
    return {
        grant.role
        for grant in intervention.grants
        if stage in grant.stages and PROCESS in grant.see and not grant.only
    }


def _leaving(intervention: Intervention, stage: str) -> list[Move]:
    """Return the moves that go on from a stage; staying is no going on."""
    return [move for move in intervention.moves if stage in move.origin and move.to is not None]


def _moving(leaving: list[Move]) -> set[str]:
    return {role for move in leaving for role in move.by}


def _at_once(kept: Retention) -> bool:
    """Does it go as soon as a case closes, whichever case?"""
    return not (kept.months or kept.weeks or kept.after or _of_some(kept))


def _of_some(kept: Retention) -> bool:
    return bool(kept.outcomes or kept.followed_by or kept.when or kept.persons)
