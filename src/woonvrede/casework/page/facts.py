# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Facts and notes of a case, in words."""

from dataclasses import replace

from ...access.given import MOVE
from ...agreement.book import Fact
from ...agreement.values import Value, show, written
from ...agreement.vocabulary import NEXT
from ...records.case import Involvement
from ...records.entry import Entry
from ..persons import name_of
from ..recipients import receivers
from ..writing import is_open
from .dutch import day_of, in_words
from .objects import Note
from .parts import FactGroup, Field, Line, NoteForm
from .sight import seen_by
from .view import View


def fact_groups(view: View) -> tuple[FactGroup, ...]:
    """Return the facts per category that this actor sees or may fill in."""
    return tuple(
        group
        for category in view.agreement.labels["categories"]
        if view.sees(category) or view.writes(category)
        if (group := fact_group(view, category)).lines or group.fields
    )


def notes(view: View) -> tuple[Note, ...]:
    """Return the notes that this actor sees, newest first."""
    return tuple(
        Note(
            entry.category,
            view.label("categories", entry.category),
            entry.values["text"],
            entry.party.label,
            in_words(day_of(entry.at)),
        )
        for entry in reversed(view.entries)
        if entry.kind == Entry.NOTE
    )


def note_forms(view: View) -> tuple[NoteForm, ...]:
    """Return the kinds of notes that this actor may write here, while the case is open."""
    if view.case.closed_at:
        return ()
    return tuple(
        NoteForm(category, label, seen_by(view, category), recipients(view, category))
        for category, label in view.agreement.labels["categories"].items()
        if view.writes(category) and category not in view.agreement.without_notes
    )


def as_field(view: View, fact: Fact, *, required: bool, stage: str = "") -> Field:
    """Return a fact as a question of a form, with what stands now, for who sees it in a stage."""
    field = question(view, fact, required=required)
    filled = answered(view, fact, field, view.values.get(fact.key))
    return replace(filled, seen_by=seen_by(view, fact.category, stage))


def answered(view: View, fact: Fact, field: Field, value: Value | None) -> Field:
    """Return a question with what stands now, also where that could not be chosen any more."""
    if value is None:
        return field
    now, shown = written(fact, value), in_sight(view, fact, value)
    offered = field.choices
    if fact.kind in ("choice", "party", "person") and now not in dict(offered):
        offered = (*offered, (now, shown))
    return replace(field, value=now, shown=shown, choices=offered, may_empty=not field.required)


def in_sight(view: View, fact: Fact, value: Value) -> str:
    """Return a value in words; a person only by name for who may know them."""
    if fact.kind == "person":
        names = {person.pk: name_of(person) for person in view.people}
        return names.get(int(value), "iemand die u niet kunt zien")
    return show(fact, value, view.agreement)


def choices(view: View, fact: Fact) -> tuple[tuple[str, str], ...]:
    """Return what can be chosen for a fact."""
    if fact.kind == "choice":
        codes = view.agreement.code_list(fact.options).codes
        comes = fact.key == NEXT
        return tuple((k, label) for k, label in codes.items() if not comes or _holds_here(view, k))
    if fact.kind == "yes_no":
        return (("ja", "Ja"), ("nee", "Nee"))
    if fact.kind == "person":
        return tuple((str(each.pk), each.name) for each in view.people if each.name)
    if fact.kind == "party":
        return tuple((seat.party.key, seat.party.label) for seat in _by_party(view))
    return ()


def recipients(view: View, category: str) -> tuple[tuple[str, str], ...]:
    """Return the circles for which something may be meant, where the agreement asks for that."""
    able = receivers(view.case, category, view.current)
    return tuple((key, party.label) for key, party in able.items() if party.pk != view.actor.party)


def fact_group(view: View, category: str) -> FactGroup:
    """Return the facts of one category: what stands, and what is asked in this stage."""
    facts = [fact for fact in view.intervention.facts if fact.category == category]
    may_fill = view.writes(category) and is_open(view.case, category)
    kept = view.intervention.kept_by_steps
    here = [fact for fact in facts if may_fill and view.case.stage in fact.stages]
    asked = [fact for fact in here if fact.key not in kept]
    by_moves = _asked_by_moves(view)
    return FactGroup(
        category=category,
        label=view.label("categories", category),
        seen_by=seen_by(view, category),
        lines=tuple(
            Line(fact.label, in_sight(view, fact, view.values[fact.key]))
            for fact in facts
            if fact.key in view.values
        ),
        fields=tuple(as_field(view, fact, required=False) for fact in asked),
        by_itself=any(fact.key not in by_moves for fact in asked),
    )


def question(view: View, fact: Fact, *, required: bool) -> Field:
    """Return a fact, or a column, as a question to which nothing was answered yet."""
    return Field(
        key=fact.key,
        label=fact.label,
        kind=fact.kind,
        help=fact.help,
        why=fact.why,
        required=required,
        choices=choices(view, fact),
        helps=view.agreement.code_list(fact.options).helps if fact.kind == "choice" else {},
    )


def _holds_here(view: View, code: str) -> bool:
    """Can this be for this dwelling?  An intervention may not hold for how it is held."""
    to = view.agreement.interventions.get(code)
    return to is None or view.place.tenure in to.tenures


def _asked_by_moves(view: View) -> set[str]:
    """Return the facts for which a move of this stage has a form."""
    moves = view.place.things(MOVE)
    return {
        key
        for move in view.intervention.moves
        if move.key in moves
        for key in (*move.requires, *move.offers)
    }


def _by_party(view: View) -> list[Involvement]:
    return list({seat.party_id: seat for seat in view.current}.values())
