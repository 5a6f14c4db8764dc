# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The bar on top of a case: what is done, what is now, and what comes."""

from ...agreement.book import Stage
from .dutch import day_of, in_words
from .objects import StageStep
from .view import View


def bar(view: View) -> tuple[StageStep, ...]:
    """Return the stages with what is done, what is now and what comes."""
    shown = _shown(view)
    now = next(i for i, stage in enumerate(shown) if stage.key == view.case.stage)
    since = in_words(day_of(view.case.stage_since))
    found = []
    for i, stage in enumerate(shown):
        if i == now:
            found.append(StageStep(stage.label, "now", f"sinds {since}"))
        elif i > now or _was_passed_over(view, stage.key):
            found.append(StageStep(stage.label, "later", "overgeslagen" if i < now else ""))
        else:
            found.append(StageStep(stage.label, "done"))
    return tuple(found[: now + 1] if view.case.closed_at else found)


def _shown(view: View) -> list[Stage]:
    """Return the way that leads to where the case is; an aside stage has a way of its own."""
    described, here = view.intervention, view.case.stage
    if not described.stage(here).aside:
        return [stage for stage in described.stages if not stage.aside]
    origins = {origin for move in described.moves if move.to == here for origin in move.origin}
    return [stage for stage in described.stages if stage.key in {here, *origins}]


def _was_passed_over(view: View, stage: str) -> bool:
    """Are there terms for this stage, and did none of them ever begin to run?"""
    terms = {term.key for term in view.intervention.deadlines if stage in term.stages}
    return bool(terms) and terms.isdisjoint(row["key"] for row in view.around["deadline"])
