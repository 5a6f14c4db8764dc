# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The registers of a case, in words."""

from ...access.given import WRITE
from ...agreement.book import Fact, Register
from ...records.entry import Entry
from ..writing import is_ours_to_correct
from .facts import answered, in_sight, question, recipients
from .parts import Field, Line, Row, Table
from .sight import seen_by
from .steps import obstacle
from .view import View


def tables(view: View) -> tuple[Table, ...]:
    """Return the registers that this actor sees, as far as they hold something or are asked now."""
    return tuple(
        found
        for register in view.intervention.registers
        if view.sees(register.category) or view.writes(register.category)
        if (found := table(view, register)).rows or _is_asked(view, register)
    )


def table(view: View, register: Register) -> Table:
    """Return a register: the rows in sight and, where this actor may add, the columns to fill."""
    columns = register.columns
    entries = [e for e in view.entries if e.kind == Entry.ROW and e.key == register.key]
    asked = _is_asked(view, register) and view.writes(register.category)
    full = obstacle(view, register.needs) if asked else ""
    may_add = asked and not full
    return Table(
        key=register.key,
        category=register.category,
        label=register.label,
        help=register.help,
        why=register.why,
        seen_by=seen_by(view, register.category),
        heads=tuple(column.label for column in columns),
        rows=tuple(_row(view, register, e) for e in _by_day(register, entries)),
        fields=tuple(question(view, c, required=c.required) for c in columns) if may_add else (),
        recipients=recipients(view, register.category) if may_add else (),
        full=full,
    )


def row_fields(view: View, register: Register, entry: Entry) -> tuple[Field, ...]:
    """Return the columns as questions, with what stands in a row."""
    return tuple(
        answered(view, c, question(view, c, required=c.required), entry.values.get(c.key))
        for c in register.columns
    )


def _is_asked(view: View, register: Register) -> bool:
    """Are rows asked here for themselves, and not by a step alone?"""
    kept = register.key in view.intervention.kept_by_steps
    return view.case.stage in register.stages and not kept


def _by_day(register: Register, entries: list[Entry]) -> list[Entry]:
    """Return rows by their first day, so that a corrected one keeps its place."""
    day = next((column.key for column in register.columns if column.kind == "date"), "")
    return sorted(entries, key=lambda entry: (str(entry.values.get(day, "")), entry.pk))


def _row(view: View, register: Register, entry: Entry) -> Row:
    asked = _is_asked(view, register) and _is_writable(view, entry)
    may_correct = asked and is_ours_to_correct(view.place, entry)
    cells = tuple(Line(c.label.rstrip("?"), _cell(view, c, entry)) for c in register.columns)
    return Row(
        cells,
        entry.party.label,
        id=entry.pk if may_correct else 0,
        tick=_tick(register, entry) if may_correct else None,
    )


def _cell(view: View, column: Fact, entry: Entry) -> str:
    value = entry.values.get(column.key)
    return "" if value is None else in_sight(view, column, value)


def _tick(register: Register, entry: Entry) -> tuple[str, str] | None:
    """Return the column to which one click says yes: one that is asked, but not of a new row."""
    open_ = (
        (column.key, column.label.rstrip("?"))
        for column in register.columns
        if column.kind == "yes_no" and not column.required and not entry.values.get(column.key)
    )
    return next(open_, None)


def _is_writable(view: View, entry: Entry) -> bool:
    """May this actor write this row?  As ``Standing.rows`` asks it of the database."""
    limits = {
        right.only
        for right in view.place.rights
        if right.verb == WRITE and right.thing == entry.category
    }
    own = entry.party_id == view.actor.party
    meant = view.actor.party in entry.recipient_ids
    return "" in limits or ("own" in limits and own) or ("recipient" in limits and meant)
