# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""A way through an agreement in plain Dutch: who does what, in which stage."""

from collections.abc import Callable
from datetime import date

from ..book import Agreement, Intervention
from ..values import MONTHS
from .state import Happens, State
from .walk import Step, Way

Words = Callable[[Agreement, Step], str]


def told(agreement: Agreement, way: Way) -> tuple[str, ...]:
    """Return a way, one sentence a step, from the report on."""
    steps = (WORDS[step.edge.kind](agreement, step) for step in way.steps)
    return (_report(agreement, way.start), *steps)


def since(day: date) -> str:
    """
    Return from when.

    >>> since(date(2023, 1, 1))
    'vanaf 1 januari 2023'
    """
    return f"vanaf {day.day} {MONTHS[day.month - 1]} {day.year}"


def _report(agreement: Agreement, state: State) -> str:
    tenure = agreement.labels["tenures"][state.tenure]
    label = agreement.interventions[state.intervention].label
    return f"Er komt een melding over een woning met “{tenure}”; voorgesteld wordt “{label}”."


def _passes_on(agreement: Agreement, step: Step) -> str:
    return (
        f"{_judge(agreement, step)} geeft de melding door voor “{_there(agreement, step).label}”."
    )


def _decides(agreement: Agreement, step: Step) -> str:
    return f"{_judge(agreement, step)} besluit: {_begun(agreement, step)}."


def _moves(agreement: Agreement, step: Step) -> str:
    here = _here(agreement, step)
    label = here.move(step.edge.name).label
    chosen = step.edge.next and agreement.interventions[step.edge.next].label
    more = f", met als vervolg “{chosen}”" if chosen else ""
    return f"{_who(agreement, step)} zet {_during(agreement, step)} de stap “{label}”{more}."


def _opens(agreement: Agreement, step: Step) -> str:
    return f"{_moves(agreement, step)[:-1]}: {_begun(agreement, step)}."


def _invites(agreement: Agreement, step: Step) -> str:
    whom = _role(agreement, step.edge.name)
    return f"{_who(agreement, step)} nodigt {_during(agreement, step)} {whom} uit."


def _leaves(agreement: Agreement, step: Step) -> str:
    return f"{_who(agreement, step)} stapt {_during(agreement, step)} uit de casus."


def _agrees(agreement: Agreement, step: Step) -> str:
    whom = _role(agreement, step.edge.name)
    return f"De bewoner stemt {_during(agreement, step)} in met {whom}."


def _withdraws(agreement: Agreement, step: Step) -> str:
    whom = _role(agreement, step.edge.name)
    return f"De bewoner trekt {_during(agreement, step)} de instemming met {whom} in."


def _writes(agreement: Agreement, step: Step) -> str:
    label = _here(agreement, step).fact(step.edge.name).label
    return f"{_who(agreement, step)} vult {_during(agreement, step)} “{label}” in."


WORDS: dict[Happens, Words] = {
    "passes_on": _passes_on,
    "decides": _decides,
    "moves": _moves,
    "opens": _opens,
    "invites": _invites,
    "leaves": _leaves,
    "agrees": _agrees,
    "withdraws": _withdraws,
    "writes": _writes,
}


def _here(agreement: Agreement, step: Step) -> Intervention:
    return agreement.interventions[step.state.intervention]


def _there(agreement: Agreement, step: Step) -> Intervention:
    return agreement.interventions[step.edge.to.intervention]


def _begun(agreement: Agreement, step: Step) -> str:
    there = _there(agreement, step)
    return f"“{there.label}” begint in de fase “{there.stage(there.start).label}”"


def _during(agreement: Agreement, step: Step) -> str:
    return f"in de fase “{_here(agreement, step).stage(step.state.stage).label}”"


def _who(agreement: Agreement, step: Step) -> str:
    return _role(agreement, step.edge.doers[0][0])


def _judge(agreement: Agreement, step: Step) -> str:
    judge = _here(agreement, step).triage.party
    return f"“{agreement.labels['circles'].get(judge) or agreement.labels['roles'][judge]}”"


def _role(agreement: Agreement, key: str) -> str:
    return f"“{agreement.labels['roles'][key]}”"
