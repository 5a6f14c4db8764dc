# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands in a case, put together by category: that is what decides who sees it."""

from collections.abc import Sequence

from .objects import Note, Section
from .parts import FactGroup, Table
from .sight import seen_now
from .view import View


def sections(
    view: View, groups: Sequence[FactGroup], tables: Sequence[Table], notes: Sequence[Note]
) -> tuple[Section, ...]:
    """Return the categories in which this actor finds something, or may fill something in."""
    by_category = {group.category: group for group in groups}
    found = []
    for category, label in view.agreement.labels["categories"].items():
        group = by_category.get(category)
        section = Section(
            category=category,
            label=label,
            seen_by=seen_now(view, category),
            lines=group.lines if group else (),
            may_fill=bool(group and group.by_itself),
            tables=tuple(table for table in tables if table.category == category),
            notes=tuple(note for note in notes if note.category == category),
        )
        if section.lines or section.may_fill or section.tables or section.notes:
            found.append(section)
    return tuple(found)
