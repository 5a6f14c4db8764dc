# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The names in worked cases that neither the agreement nor the cast knows."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from tests.examples.words import Example, Moment
from woonvrede.agreement.book import Agreement, Intervention
from woonvrede.agreement.vocabulary import DWELLING
from woonvrede.casework.referring import SEND
from woonvrede.intake.deciding import NO_ROUTE

# Of which kind the name in a word is, by what is done.
KINDS: dict[str, dict[str, str]] = {
    "report": {"tenure": "tenure", "landlord": "circle", "answers": "question"},
    "route": {"to": "route"},
    "step": {"step": "move", "given": "fact"},
    "facts": {"category": "category", "given": "fact"},
    "row": {"register_": "register", "recipients": "circle"},
    "note": {"category": "category"},
    "invite": {"role": "role", "party": "circle"},
    "release": {"role": "role", "party": "circle"},
    "consent": {"role": "role"},
    "withdraw": {"role": "role"},
    "task": {"party": "circle"},
    "proposal": {"route": "route", "barred": "route"},
    "look": {
        "sees": "category",
        "not_sees": "category",
        "may": "move",
        "may_not": "move",
        "stage": "stage",
        "outcome": "outcome",
        "lead": "circle",
    },
    "counts": {"party": "circle", "figures": "indicator"},
}


def unknown_names(
    examples: Iterable[Example], agreement: Agreement, people: Collection[str]
) -> Iterator[str]:
    """Tell each name that stands nowhere, in one line, with the case that it stands in."""
    known = _known(agreement)
    for example in examples:
        for number, moment in enumerate(example.steps, 1):
            place = f"{example.key}, step {number}"
            for who in moment.people:
                if who not in people:
                    yield f"{place}: {who} is not among the people"
            for kind, name in _names(moment):
                if name and name not in known[kind]:
                    yield f"{place}: there is no {kind} {name}"


def _names(moment: Moment) -> Iterator[tuple[str, str]]:
    told = moment.step or moment.expects
    for word, kind in KINDS.get(told.does, {}).items() if told else ():
        value = getattr(told, word)
        for name in (value,) if isinstance(value, str | None) else value:
            yield kind, name or ""


def _known(agreement: Agreement) -> Mapping[str, Collection[str]]:
    every = agreement.interventions.values()
    return {
        "tenure": agreement.labels["tenures"],
        "circle": agreement.circles,
        "role": agreement.labels["roles"],
        "category": agreement.labels["categories"],
        "question": {each.key for each in agreement.questions},
        "route": {*agreement.interventions, NO_ROUTE},
        "move": {each.key for one in every for each in one.moves},
        "fact": {key for one in every for key in _answers(one)} | _sent(agreement),
        "register": {each.key for one in every for each in one.registers},
        "stage": {each.key for one in every for each in one.stages},
        "outcome": {each.key for one in every for each in one.outcomes},
        "indicator": {each.key for one in every for each in one.indicators},
    }


def _answers(one: Intervention) -> Iterator[str]:
    """Give what can be answered: the facts, and in the form of a step what its row needs."""
    yield from (fact.key for fact in one.facts)
    yield from (fact.key for move in one.moves for fact in one.asked(move))


def _sent(agreement: Agreement) -> set[str]:
    """Return what can be ticked in a referral, whether it may go along or not."""
    asked = {question.key for question in agreement.questions}
    return {f"{SEND}{key}" for key in {DWELLING} | asked | {*agreement.labels["person_roles"]}}
