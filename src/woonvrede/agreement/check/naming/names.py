# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every name that an entry uses is defined somewhere."""

from collections.abc import Collection, Iterator
from difflib import get_close_matches
from typing import NamedTuple

from ... import book
from ...book import (
    Agreement,
    Carry,
    CodeList,
    Entry,
    Fact,
    Intervention,
    Move,
    ReferralTarget,
    Retention,
)
from ...fault import Fault
from ...places import Place, places
from ...vocabulary import EFFECTS_WITH_ROLE, RELIED_ON
from .known import Known, keys_of
from .uses import USES

REMEDY = "Verbeter de naam, of voeg toe wat ontbreekt."
ALIKE, FEW = 3, 6  # how many names are told: of those alike, and of all

# Words that say where a case goes, who takes part, and who sees and writes what.
LEADING: dict[type[Entry], frozenset[str]] = {
    book.Intervention: frozenset({"lead", "start", "opens_with"}),
    book.Move: frozenset({"origin", "to", "by", "role"}),
    book.Grant: frozenset({"role", "see", "write", "stages"}),
    book.Invitation: frozenset({"role", "by", "stages"}),
    book.Fact: frozenset({"category", "stages"}),
    Carry: frozenset({"asks"}),
}


class Missing(NamedTuple):
    """A ``name`` that a ``word`` of an entry uses, or lacks, and the names that are ``there``."""

    place: Place
    word: str
    name: str
    there: Collection[str] = ()


def unknown_names(agreement: Agreement, known: Known) -> Iterator[Fault]:
    """Find names that stand nowhere else, and words that are needed beside another word."""
    for missing in _missing(agreement, known):
        yield unknown(*missing)


def astray(agreement: Agreement, known: Known) -> frozenset[str]:
    """Return the interventions' files with an unknown name of where a case goes or who sees it."""
    return frozenset(
        each.place.file
        for each in _missing(agreement, known)
        if each.place.within and each.word in LEADING.get(type(each.place.of), ())
    )


def _missing(agreement: Agreement, known: Known) -> Iterator[Missing]:
    for place in places(agreement):
        for word, listed in USES.get(type(place.of), {}).items():
            if _is_blank(place.of, word):
                yield Missing(place, word, "")
            there = known.names(listed, place.within)
            for name in _used(getattr(place.of, word)):
                if name not in there:
                    yield Missing(place, word, name, there)
        yield from _beside(place, agreement)


def unknown(place: Place, word: str, name: str, there: Collection[str] = ()) -> Fault:
    """Return the fault of a name that is not ``there``, or of a word without one."""
    if not name:
        return place.fault("unknown_name", f"“{word}” is hier nodig.", "Vul het in.")
    problem = f"“{name}” bij “{word}” bestaat niet."
    return place.fault("unknown_name", problem, f"{REMEDY}{_instead(name, there)}")


def _instead(name: str, there: Collection[str]) -> str:
    """Say which names there are that look like this one, or all of them when they are few."""
    alike = get_close_matches(name, sorted(there), ALIKE)
    told = alike or (sorted(there) if len(there) <= FEW else [])
    names = ", ".join(f"“{each}”" for each in told)
    return f" {'Het lijkt op' if alike else 'Er is'}: {names}." if told else ""


def missing_names(agreement: Agreement) -> Iterator[Fault]:
    """Find lists of the shared file that lack a name on which every page relies."""
    head = next(iter(places(agreement)))
    for listed, needed in RELIED_ON.items():
        for name in sorted(needed - keys_of(getattr(agreement, listed))):
            yield head.fault("unknown_name", f"“{listed}” mist “{name}”.", "Voeg het toe.")


def _beside(place: Place, agreement: Agreement) -> Iterator[Missing]:
    """Find facts, moves, carries and retention that lack the word that goes with another."""
    entry = place.of
    if isinstance(entry, Retention) and place.within:
        for pair in _ungiven(entry, place.within, agreement):
            yield Missing(place, "given", pair)
    if isinstance(entry, Carry) and place.within:
        yield from _beside_a_carry(place, entry, place.within, agreement)
    if isinstance(entry, Move):
        yield from _beside_a_move(place, entry, place.within)
    if isinstance(entry, Fact):
        yield from _beside_a_fact(place, entry)
    if isinstance(entry, ReferralTarget) and entry.sends and not entry.ground:
        yield Missing(place, "ground", "")
    if isinstance(entry, CodeList):
        unlisted = entry.helps.keys() - entry.codes.keys()
        yield from (Missing(place, "helps", code, entry.codes) for code in unlisted)


def _beside_a_move(place: Place, move: Move, within: Intervention | None) -> Iterator[Missing]:
    """
    A step opens what something is carried to, names the role of its effect, sets facts that are
    there, and a column that a fact answers is of the same kind.
    """
    if move.effect in EFFECTS_WITH_ROLE and not move.role:
        yield Missing(place, "role", "")
    if move.effect == "refer" and not move.refers:
        yield Missing(place, "refers", "")
    if within is None:
        return
    if _opens_nothing(move, within):
        yield Missing(place, "opens", move.opens)
    facts = {fact.key: fact for fact in within.facts}
    for key in move.sets.keys() - facts.keys():
        yield Missing(place, "sets", key, facts)
    columns = [c for each in within.registers if each.key == move.records for c in each.columns]
    for column in columns:
        fact = facts.get(column.key, column)
        if (fact.kind, fact.options) != (column.kind, column.options):
            yield Missing(place, "records", column.key)


def _beside_a_fact(place: Place, fact: Fact) -> Iterator[Missing]:
    """A fact or question has a category, and a choice has options."""
    if not fact.category and place.depth == 1:
        yield Missing(place, "category", "")
    if fact.kind == "choice" and not fact.options:
        yield Missing(place, "options", "")


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


def _ungiven(kept: Retention, within: Intervention, agreement: Agreement) -> Iterator[str]:
    """Find facts that are not there, or that are given a code that is none of theirs."""
    lists = {each.key: each.codes for each in agreement.codes}
    codes = {fact.key: lists.get(fact.options, {}) for fact in within.facts}
    for fact, code in kept.given.items():
        if code not in codes.get(fact, {}):
            yield f"{fact} = {code}"


def _used(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    if isinstance(value, tuple):
        return value
    return (value,) if value else ()


def _is_blank(entry: Entry, word: str) -> bool:
    return type(entry).model_fields[word].is_required() and getattr(entry, word) == ""
