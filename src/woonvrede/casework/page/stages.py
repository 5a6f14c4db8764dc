# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The bar on top of a case: what is done, what is now, and what comes."""

from ...agreement.book import Stage
from .dutch import day_of, in_words
from .objects import StageStep
from .view import View


def bar(view: View) -> tuple[StageStep, ...]:
    """
    Return the stages with what is done, what is now and what comes.

    Done is a stage in which the case was.  One on the way in which it never was, is said to be
    passed over; but not where that way ended: a closed case, and one in a stage aside, show the
    way that they went.
    """
    shown, been = _shown(view), _been_in(view)
    ended = view.case.closed_at is not None
    ended = ended or view.intervention.stage(view.case.stage).aside
    now = next(i for i, stage in enumerate(shown) if stage.key == view.case.stage)
    found = []
    for i, stage in enumerate(shown):
        if i == now:
            since = in_words(day_of(view.case.stage_since))
            found.append(StageStep(stage.label, "now", f"sinds {since}"))
        elif i < now and stage.label in been:
            found.append(StageStep(stage.label, "done"))
        elif not ended:
            found.append(StageStep(stage.label, "later", _passed_over(view) if i < now else ""))
    return tuple(found)


def _shown(view: View) -> list[Stage]:
    """Return the way that leads to where the case is; an aside stage has a way of its own."""
    described, here = view.intervention, view.case.stage
    if not described.stage(here).aside:
        return [stage for stage in described.stages if not stage.aside]
    origins = {origin for move in described.moves if move.to == here for origin in move.origin}
    return [stage for stage in described.stages if stage.key in {here, *origins}]


def _been_in(view: View) -> set[str]:
    """Return the labels of the stages in which the case was: it began in one, and was moved."""
    start = view.intervention.stage(view.intervention.start).label
    return {start} | {label for row in view.around["stages"] for label in row["labels"]}


def _passed_over(view: View) -> str:
    """Say that a stage was passed over, unless it may have had another name in a former version."""
    return "" if any(row["renamed"] for row in view.around["stages"]) else "overgeslagen"
