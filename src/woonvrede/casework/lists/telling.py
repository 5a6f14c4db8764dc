# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What of somebody's work may be told them, and of what that tells."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from ...access.books import book
from ...agreement.telling import tells_of
from .lines import CaseLine
from .work_items import Item

# Some things concern only who sees this category in the case as it stands.
NEEDS = {
    "question": "permission",
    "answered": "permission",
    "request": "outcome",
    "awaited_request": "outcome",
}
# And tell of it; somebody's own task is of the course of the case.
TELLS = NEEDS | {"task": "approach", "given": "approach"}
TERMS = ("term", "awaited_term", "escalated")


def to_tell(found: Iterable[Item], cases: Mapping[int, CaseLine]) -> list[Item]:
    """Return what may be told: a term to who sees all that it tells of by being there."""
    may = [
        item
        for item in found
        if item.case in cases
        and NEEDS.get(item.kind, "process") in cases[item.case].sees
        and cases[item.case].sees_all_of(*_of_a_term(item, cases[item.case]))
    ]
    return list(_each_question_once(may))


def tells(told: Iterable[Item], cases: Mapping[int, CaseLine]) -> Iterator[tuple[int, str]]:
    """Give of each thing what it tells of, besides that its case is there."""
    for item in told:
        yield item.case, TELLS.get(item.kind, "")
        yield from ((item.case, thing) for thing in _of_a_term(item, cases[item.case]))


def _of_a_term(item: Item, line: CaseLine) -> frozenset[str]:
    """Return of which categories a term tells; nothing else does."""
    if item.kind not in TERMS:
        return frozenset()
    intervention = book(line.agreement).interventions[line.key]
    terms = (each for each in intervention.deadlines if each.key == item.what)
    return frozenset().union(*(tells_of(each, intervention) for each in terms))


def _each_question_once(found: Sequence[Item]) -> Iterable[Item]:
    """
    Let a question to us take the place and the day of our own first term in its case, and do not
    call a case new besides.
    """
    terms = sorted((item for item in found if item.kind == "term"), key=_day, reverse=True)
    first = {item.case: item for item in terms}
    questioned = {item.case for item in found if item.kind == "question"}
    asked = questioned | {item.case for item in found if item.kind == "request"}
    for item in found:
        if item.kind == "question":
            yield replace(item, due=first[item.case].due) if item.case in first else item
        elif item.kind in ("assigned", "invited"):
            if item.case not in asked:
                yield item
        elif item.case not in questioned or item is not first.get(item.case):
            yield item


def _day(item: Item) -> date:
    return item.due or date.max
