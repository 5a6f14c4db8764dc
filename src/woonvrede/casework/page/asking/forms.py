# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
What the forms of a case ask: moves, facts, rows and notes.

A form that cannot be sent now still opens for whose role it is, and says why: whoever typed
something and came second loses nothing.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from functools import partial

from django.core.exceptions import ObjectDoesNotExist

from ....access.actor import Actor
from ....access.given import MOVE, WRITE
from ....access.refusals import Refused
from ....access.rights import decide
from ....agreement.book import Intervention, Move, Register
from ...notes.correct import row_to_correct
from ...notes.row import asked_register
from ...writing import permitted
from ..around import linked_to
from ..facts import fact_group, note_forms
from ..registers import row_fields, table
from ..sight import carried, changes, seen_by, told
from ..steps import alike, step
from ..view import View
from .asked import CorrectionPage, FactsPage, NotePage, RowPage, StepPage
from .look import head, look
from .pairing import matching_facts, pairing
from .prompting import prompted_by, prompts
from .referring import about
from .step_form import settled, step_fields

NOT_NOW = "In deze fase wordt hier niets gevraagd."


def read_step(reference: str, name: str, *, actor: Actor, at: datetime) -> StepPage:
    """
    Return the form of a move.

    :raises ObjectDoesNotExist: if the actor may not know of the case, or there is no such move
    :raises Refused: if it is another role's
    """
    shows = partial(_of_a_step, name)
    view = look(reference, actor=actor, at=at, action=f"form:move:{name}", shows=shows)
    move = next(iter(_moves(view.intervention, name)), None)
    if move is None or not view.place.roles.intersection(move.by):
        permitted(view.place, MOVE, name)
        raise ObjectDoesNotExist
    if move.opens:
        linked = linked_to(view.case.pk, actor=actor, at=at)
        view = replace(view, linked=linked)
    found, decision = step(view, move), decide(view.place, MOVE, name)
    if not decision.allowed:
        found = replace(found, refused=decision.because)
    fields = step_fields(view, move)
    return StepPage(
        head=head(view),
        fields=fields,
        refused=found.refused,
        step=found,
        also=alike(view, move),
        changes=(
            *settled(view, move),
            *changes(view, move),
            *carried(view, move),
            *_referring(view, move),
        ),
        seen_by=() if fields else told(view, move),
        pairing=pairing(view, move) if decision.allowed else None,
    )


def read_facts(reference: str, category: str, *, actor: Actor, at: datetime) -> FactsPage:
    """
    Return the form of the facts of one category.

    :raises ObjectDoesNotExist: if the actor may not know of the case, or nobody writes this
    :raises Refused: if it is not this actor's to write here
    """
    view = look(
        reference, actor=actor, at=at, action=f"form:record:{category}", shows=lambda _: {category}
    )
    permitted(view.place, WRITE, category)
    group = fact_group(view, category)
    if not any(fact.category == category for fact in view.intervention.facts):
        raise ObjectDoesNotExist
    refused = "" if group.fields else NOT_NOW
    return FactsPage(head=head(view), fields=group.fields, refused=refused, group=group)


def read_row(reference: str, register: str, *, actor: Actor, at: datetime) -> RowPage:
    """
    Return the form of a new row of a register.

    :raises ObjectDoesNotExist: if the actor may not know of the case, or there is no such register
    :raises Refused: if it is not this actor's to write here
    """

    def shows(described: Intervention) -> Iterable[str]:
        # Of a person a column may show the name, and what stands may bring something to mind; of
        # the rows themselves a form shows nothing.
        columns = [c for found in _registers(described, register) for c in found.columns]
        people = {"resident"} if any(column.kind == "person" for column in columns) else set()
        return people | prompted_by(described, register)

    action = f"form:row:{register}"
    view = look(reference, actor=actor, at=at, action=action, shows=shows, rows=True)
    found = next(iter(_registers(view.intervention, register)), None)
    if found is None:
        raise ObjectDoesNotExist
    permitted(view.place, WRITE, found.category)
    form = table(view, found)
    refused = "" if form.fields else form.full or NOT_NOW
    return RowPage(
        head=head(view),
        fields=form.fields,
        refused=refused,
        table=form,
        prompts=prompts(view, beside=register),
    )


def read_correction(
    reference: str, register: str, number: int, *, actor: Actor, at: datetime
) -> CorrectionPage:
    """
    Return the form of a new version of a row.

    :raises ObjectDoesNotExist: if the actor may not know of the case, or of such a row
    :raises Refused: if it is not this actor's to write here, or the row was replaced already
    """

    def shows(described: Intervention) -> Iterable[str]:
        columns = [c for found in _registers(described, register) for c in found.columns]
        people = {"resident"} if any(column.kind == "person" for column in columns) else set()
        return people | {found.category for found in _registers(described, register)}

    action = f"form:correct:{register}"
    view = look(reference, actor=actor, at=at, action=action, shows=shows)
    found = asked_register(view.place, register)
    fields = row_fields(view, found, row_to_correct(view.place, register, number))
    seeing = seen_by(view, found.category)
    return CorrectionPage(head=head(view), fields=fields, label=found.label, seen_by=seeing)


def read_note(reference: str, *, actor: Actor, at: datetime) -> NotePage:
    """
    Return the form of a note.

    :raises ObjectDoesNotExist: if the actor may not know of the case
    :raises Refused: if the actor may write nothing here
    """
    view = look(reference, actor=actor, at=at, action="form:note")
    kinds = note_forms(view)
    if not kinds:
        raise Refused("In deze fase kunt u in deze casus geen notities schrijven.")
    return NotePage(head=head(view), kinds=kinds)


def _referring(view: View, move: Move) -> tuple[str, ...]:
    if move.effect != "refer":
        return ()
    return about(view.agreement, view.agreement.referral_target(move.refers))


def _of_a_step(name: str, described: Intervention) -> Iterable[str]:
    """Return the categories of which the form of a step shows something."""
    moves = _moves(described, name)
    needed = {key for move in moves for key in move.needs}
    needed |= {key for move in moves for key in matching_facts(described, move)}
    asked = {fact.category for move in moves for fact in described.asked(move)}
    if any(move.effect == "refer" for move in moves):
        asked.add("resident")
    return asked | {fact.category for fact in described.facts if fact.key in needed}


def _moves(described: Intervention, name: str) -> list[Move]:
    return [move for move in described.moves if move.key == name]


def _registers(described: Intervention, key: str) -> list[Register]:
    return [register for register in described.registers if register.key == key]
