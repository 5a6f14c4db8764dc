# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Facts, registers and notes of a case, in words."""

from collections.abc import Iterable

from ...agreement.book import Fact
from ...agreement.values import Value, show, written
from ...records.case import Involvement
from ...records.entry import Entry
from ..recipients import needs_recipients
from .dutch import day_of, in_words
from .objects import FactGroup, Field, Line, Note, NoteForm, Row, Table
from .view import View


def fact_groups(view: View) -> tuple[FactGroup, ...]:
    """Return the facts per category that this actor sees or may fill in."""
    return tuple(
        group
        for category in view.agreement.labels["categories"]
        if (group := _group(view, category)) and (group.lines or group.fields)
    )


def tables(view: View) -> tuple[Table, ...]:
    """Return the registers that this actor sees or may add to."""
    return tuple(
        _table(view, register.key)
        for register in view.intervention.registers
        if view.sees(register.category) or _may_add(view, register.key)
    )


def notes(view: View) -> tuple[Note, ...]:
    """Return the notes that this actor sees, newest first."""
    return tuple(
        Note(
            view.label("categories", entry.category),
            entry.values["text"],
            entry.party.label,
            in_words(day_of(entry.at)),
        )
        for entry in reversed(view.entries)
        if entry.kind == Entry.NOTE
    )


def note_forms(view: View) -> tuple[NoteForm, ...]:
    """Return the kinds of notes that this actor may write here."""
    return tuple(
        NoteForm(category, label, view.seen_by(category), recipients(view, category))
        for category, label in view.agreement.labels["categories"].items()
        if view.writes(category)
    )


def as_field(view: View, fact: Fact, *, required: bool) -> Field:
    """Return a fact as a question of a form, with what stands now."""
    value = view.values.get(fact.key)
    return Field(
        key=fact.key,
        label=fact.label,
        kind=fact.kind,
        help=fact.help,
        why=fact.why,
        value="" if value is None else written(fact, value),
        required=required,
        choices=choices(view, fact),
    )


def in_sight(view: View, fact: Fact, value: Value) -> str:
    """Return a value in words; a person only by name for who may know them."""
    if fact.kind == "person":
        names = {person.pk: person.name for person in view.people}
        return names.get(int(value), "iemand die u niet kunt zien")
    return show(fact, value, view.agreement)


def choices(view: View, fact: Fact) -> tuple[tuple[str, str], ...]:
    """Return what can be chosen for a fact."""
    if fact.kind == "choice":
        return tuple(view.agreement.code_list(fact.options).codes.items())
    if fact.kind == "yes_no":
        return (("ja", "Ja"), ("nee", "Nee"))
    if fact.kind == "person":
        return tuple((str(person.pk), person.name) for person in view.people)
    if fact.kind == "party":
        return tuple((seat.party.key, seat.party.label) for seat in _by_party(view))
    return ()


def recipients(view: View, category: str) -> tuple[tuple[str, str], ...]:
    """Return the circles for which something may be meant, where the agreement asks for that."""
    if not needs_recipients(view.case, category):
        return ()
    return tuple(
        (seat.party.key, seat.party.label)
        for seat in _by_party(view)
        if seat.party_id != view.actor.party
    )


def _group(view: View, category: str) -> FactGroup | None:
    if not (view.sees(category) or view.writes(category)):
        return None
    facts = [fact for fact in view.intervention.facts if fact.category == category]
    lines = tuple(
        Line(fact.label, in_sight(view, fact, view.values[fact.key]))
        for fact in facts
        if fact.key in view.values
    )
    asked: Iterable[Fact] = ()
    if view.writes(category):
        asked = [fact for fact in facts if view.case.stage in fact.stages]
    return FactGroup(
        category,
        view.label("categories", category),
        view.seen_by(category),
        lines,
        tuple(as_field(view, fact, required=False) for fact in asked),
    )


def _may_add(view: View, key: str) -> bool:
    register = view.intervention.register(key)
    return view.case.stage in register.stages and view.writes(register.category)


def _table(view: View, key: str) -> Table:
    register = view.intervention.register(key)
    columns = register.columns
    rows = tuple(
        Row(
            tuple(
                in_sight(view, column, entry.values[column.key])
                if column.key in entry.values
                else ""
                for column in columns
            ),
            entry.party.label,
        )
        for entry in view.entries
        if entry.kind == Entry.ROW and entry.key == key
    )
    may_add = _may_add(view, key)
    return Table(
        key=key,
        label=register.label,
        why=register.why,
        seen_by=view.seen_by(register.category),
        heads=tuple(column.label for column in columns),
        rows=rows,
        fields=tuple(as_field(view, c, required=c.required) for c in columns) if may_add else (),
        recipients=recipients(view, register.category) if may_add else (),
    )


def _by_party(view: View) -> list[Involvement]:
    return list({seat.party_id: seat for seat in view.current}.values())
