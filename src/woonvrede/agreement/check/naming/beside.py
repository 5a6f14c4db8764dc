# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words that an entry needs beside another word, and answers that facts cannot have."""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import NamedTuple

from ...book import (
    Agreement,
    Carry,
    CodeList,
    Fact,
    Feedback,
    Intervention,
    Keys,
    Move,
    Prompt,
    ReferralTarget,
)
from ...places import Place
from ...values import WORDS
from ...vocabulary import EFFECTS_WITH_ROLE

Find = Callable[[str], Fact | None]


class Missing(NamedTuple):
    """A ``name`` that a ``word`` of an entry uses, or lacks, and the names that are ``there``."""

    place: Place
    word: str
    name: str
    there: Collection[str] = ()


def beside(place: Place, agreement: Agreement) -> Iterator[Missing]:
    """Find entries that lack the word that goes with another, or name what nobody answers."""
    entry = place.of
    if isinstance(entry, Fact):
        yield from _beside_a_fact(place, entry)
    if isinstance(entry, Move):
        yield from _beside_a_move(place, entry, agreement)
    if isinstance(entry, Feedback | Prompt) and place.within:
        yield from _unheard(place, entry, place.within, agreement)
    if isinstance(entry, Carry) and place.within:
        yield from _beside_a_carry(place, entry, place.within, agreement)
    if isinstance(entry, ReferralTarget) and entry.sends and not entry.ground:
        yield Missing(place, "ground", "")
    if isinstance(entry, CodeList):
        unlisted = entry.helps.keys() - entry.codes.keys()
        yield from (Missing(place, "helps", code, entry.codes) for code in unlisted)


def _beside_a_fact(place: Place, fact: Fact) -> Iterator[Missing]:
    if not fact.category and place.depth == 1:
        yield Missing(place, "category", "")
    if fact.kind == "choice" and not fact.options:
        yield Missing(place, "options", "")


def _beside_a_move(place: Place, move: Move, agreement: Agreement) -> Iterator[Missing]:
    if place.within and _opens_nothing(move, place.within):
        yield Missing(place, "opens", move.opens)
    if move.effect in EFFECTS_WITH_ROLE and not move.role:
        yield Missing(place, "role", "")
    if move.effect == "refer" and not move.refers:
        yield Missing(place, "refers", "")
    if place.within:
        yield from (Missing(place, "records", key) for key in _unlike_facts(move, place.within))
        said = {fact: (code,) for fact, code in move.settles.items()}
        for pair in _unanswered(said, _facts(place.within), agreement):
            yield Missing(place, "settles", pair)


def _unlike_facts(move: Move, within: Intervention) -> Iterator[str]:
    """Find columns of a row that a step records which a fact of another kind would answer."""
    facts = {fact.key: fact for fact in within.facts}
    columns = [c for each in within.registers if each.key == move.records for c in each.columns]
    for column in columns:
        fact = facts.get(column.key, column)
        if (fact.kind, fact.options) != (column.kind, column.options):
            yield column.key


def _opens_nothing(move: Move, within: Intervention) -> bool:
    """Does a step open a case beside this one to which nothing is carried?"""
    beside = {carry.to for carry in within.carries if carry.tells}
    return move.effect == "open_beside" and move.opens not in beside


def _beside_a_carry(
    place: Place, carry: Carry, within: Intervention, agreement: Agreement
) -> Iterator[Missing]:
    """A carry asks somebody or tells this case, and takes only what can arrive."""
    if bool(carry.asks) == bool(carry.tells):
        yield Missing(place, "asks", carry.asks)
    if carry.to in agreement.interventions:
        for pair in _unlike(carry, within, agreement.interventions[carry.to]):
            yield Missing(place, "facts", pair)


def _unlike(carry: Carry, leaving: Intervention, arriving: Intervention) -> Iterator[str]:
    """Find facts to carry that are not there, or are not of one kind on both sides."""
    here = {fact.key: fact.kind for fact in leaving.facts}
    there = {fact.key: fact.kind for fact in arriving.facts}
    for to, origin in carry.facts.items():
        if to not in there or there[to] != here.get(origin):
            yield f"{to} = {origin}"


def _unheard(
    place: Place, entry: Feedback | Prompt, within: Intervention, agreement: Agreement
) -> Iterator[Missing]:
    """Find answers, for which somebody hears or reads something, that nobody can give."""
    if isinstance(entry, Feedback):
        word, pairs = "where", _unanswered(entry.where, _facts(within), agreement)
    else:
        word, pairs = "any_of", _unanswered(entry.any_of, within.answered, agreement)
    yield from (Missing(place, word, pair) for pair in pairs)


def _facts(within: Intervention) -> Find:
    return {fact.key: fact for fact in within.facts}.get


def _unanswered(told: Mapping[str, Keys], find: Find, agreement: Agreement) -> Iterator[str]:
    """Find what is not there, or can never be answered so."""
    lists: dict[str, Collection[str]] = {each.key: each.codes for each in agreement.codes}
    for name, codes in told.items():
        fact = find(name)
        answers = () if fact is None else lists.get(fact.options, WORDS if _asks_yes(fact) else ())
        yield from (f"{name} = {code}" for code in codes if code not in answers)


def _asks_yes(fact: Fact) -> bool:
    return fact.kind == "yes_no"
