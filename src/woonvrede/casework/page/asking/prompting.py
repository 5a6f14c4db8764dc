# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Of what somebody is reminded: by what they themselves see of the case, so it tells nothing."""

from collections.abc import Iterator

from ....agreement.book import Fact, Intervention, Prompt
from ....agreement.values import written
from ..objects import PromptLine
from ..view import View


def prompts(view: View, *, beside: str = "") -> tuple[PromptLine, ...]:
    """Return of what this actor is reminded in this stage, or on the form of one register."""
    return tuple(
        PromptLine(each.label, each.says, _leads_to(view, each))
        for each in view.intervention.prompts
        if view.case.stage in each.stages
        and view.place.roles.intersection(each.to)
        and (not beside or beside in each.beside)
        and _is_called_for(view, each)
    )


def prompted_by(described: Intervention, register: str) -> frozenset[str]:
    """Return the categories by which somebody is reminded on the form of a register."""
    lists = {each.key: each.category for each in described.registers}
    names = [name for each in described.prompts if register in each.beside for name in each.any_of]
    facts = {fact.key: fact.category for fact in described.facts}
    return frozenset((facts | lists)[name.partition(".")[0]] for name in names)


def _is_called_for(view: View, prompt: Prompt) -> bool:
    return not prompt.any_of or any(
        answer in codes for name, codes in prompt.any_of.items() for answer in _answers(view, name)
    )


def _answers(view: View, name: str) -> Iterator[str]:
    """Yield what was answered, as a form writes it."""
    fact = view.intervention.answered(name)
    register, _, key = name.rpartition(".")
    rows = view.registers.get(register, ()) if register else (view.values,)
    assert isinstance(fact, Fact)
    yield from (written(fact, row[key]) for row in rows if row.get(key) is not None)


def _leads_to(view: View, prompt: Prompt) -> tuple[str, str] | None:
    """Return the list that it leads to, where this actor may add to it now."""
    found = (each for each in view.intervention.registers if each.key == prompt.leads_to)
    for register in found:
        if view.case.stage in register.stages and view.writes(register.category):
            return (register.key, register.label)
    return None
