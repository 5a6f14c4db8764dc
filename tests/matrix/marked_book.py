# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
The agreement with canaries in its own words, in this process alone.

A yes/no or a party cannot hold a canary: it is proven by the label rendered with it, so each
label of a fact, a column and a register gets one.  Each choice gets a list of its own with one
option more, which nobody else has.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest

from tests.matrix.canaries import word
from tests.oracle.vocabulary import STAGES
from woonvrede.access import books as shelf
from woonvrede.access import given
from woonvrede.agreement.book import Agreement, CodeList, Fact, Intervention, Register
from woonvrede.agreement.read import read

AGREEMENT = "utrecht-2019"
CHOSEN = "kanarie"
PERMISSION, HAND_OVER = "kanarie_permission", "kanarie_handover"
FIRST = 90_000  # the numbers of a book's canaries; those of the cases begin at 1


class Marks:
    """Which number stands in which word of the agreement: (intervention, kind, key, column)."""

    def __init__(self) -> None:
        self.numbers: dict[tuple[str, str, str, str], int] = {}

    def on(self, label: str, *place: str) -> str:
        """Return a label with the canary of its place."""
        key = (place[0], place[1], place[2], place[3] if len(place) > 3 else "")
        number = self.numbers.setdefault(key, FIRST + len(self.numbers))
        return f"{label} {word(number)}"


MARKS = Marks()


@contextmanager
def marked() -> Iterator[None]:
    """Let this process read the marked agreement."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shelf, "read", _marked)
        _forget()
        yield
    _forget()


@cache
def _marked(folder: Path) -> Agreement:
    agreement = read(folder)
    if agreement.key != AGREEMENT:  # of another city, of which no case is made
        return agreement
    lists = list(agreement.codes)
    interventions = {
        key: _mark(each, agreement, lists) if key in STAGES else each
        for key, each in agreement.interventions.items()
    }
    questions = tuple(
        _mark_fact(each, ("report", "question", each.key), agreement, lists)
        for each in agreement.questions
    )
    for code, place in ((PERMISSION, "permission"), (HAND_OVER, "hand_over")):
        label = MARKS.on("Reden", "case", place, "reason")
        lists.append(CodeList(key=code, label="Reden", codes={code: label}))
    return agreement.model_copy(
        update={"interventions": interventions, "questions": questions, "codes": tuple(lists)}
    )


def _mark(described: Intervention, agreement: Agreement, lists: list[CodeList]) -> Intervention:
    key = described.key
    return described.model_copy(
        update={
            "facts": tuple(
                _mark_fact(each, (key, "fact", each.key), agreement, lists)
                for each in described.facts
            ),
            "registers": tuple(
                _mark_register(each, key, agreement, lists) for each in described.registers
            ),
            "outcomes": tuple(
                each.model_copy(update={"label": MARKS.on(each.label, key, "outcome", each.key)})
                for each in described.outcomes
            ),
        }
    )


def _mark_register(
    register: Register, intervention: str, agreement: Agreement, lists: list[CodeList]
) -> Register:
    place = (intervention, "register", register.key)
    return register.model_copy(
        update={
            "label": MARKS.on(register.label, *place),
            "columns": tuple(
                _mark_fact(each, (*place, each.key), agreement, lists) for each in register.columns
            ),
        }
    )


def _mark_fact(
    fact: Fact, place: tuple[str, ...], agreement: Agreement, lists: list[CodeList]
) -> Fact:
    marks = {"label": MARKS.on(fact.label, *place)}
    if fact.kind == "choice":
        own = "_".join(("kanarie", *place))
        former = agreement.code_list(fact.options)
        option = MARKS.on("Keuze", place[0], f"chosen_{place[1]}", *place[2:])
        codes = {**former.codes, CHOSEN: option}
        lists.append(former.model_copy(update={"key": own, "codes": codes}))
        marks["options"] = own
    return fact.model_copy(update=marks)


def _forget() -> None:
    shelf.books.cache_clear()
    given.rights.cache_clear()
