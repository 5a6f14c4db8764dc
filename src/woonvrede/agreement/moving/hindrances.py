# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Why a running case cannot come under a later version of its agreement."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeVar

from ..book import Agreement, Fact, Intervention, Keyed
from .jumping import jumps
from .live import Live, destination, migration_from
from .reach import Place, reach_of

K = TypeVar("K", bound=Keyed)

Why = Literal[
    "no_intervention",
    "no_stage",
    "at_the_end",
    "ahead",
    "other_purpose",
    "other_tenure",
    "no_lead",
    "several_leads",
    "no_role",
    "not_a_party",
    "no_consent",
    "other_fact",
    "other_register",
    "other_person_role",
    "no_category",
    "unseen",
]


@dataclass(frozen=True, order=True)
class Hindrance:
    """One reason: which rule, and the name that it is about."""

    why: Why
    name: str


def hindrances(live: Live, former: Agreement, new: Agreement, to: Place) -> list[Hindrance]:
    """
    Return every reason why a case has to stay: what it holds would have no place, or another
    meaning, in the new version, or nobody who takes part would know of it any more.
    """
    if to[0] not in new.interventions:
        return [Hindrance("no_intervention", to[0])]
    described = new.interventions[to[0]]
    was = former.interventions[live.intervention]
    return sorted(
        {
            *_of_the_intervention(live, was, described),
            *_of_the_stage(live, (former, was), new, to),
            *_of_the_seats(live, new),
            *_of_the_consents(live, was, described),
            *_of_the_content(live, (former, was), (new, described)),
        }
    )


def _of_the_intervention(
    live: Live, was: Intervention, described: Intervention
) -> Iterator[Hindrance]:
    """A case arrives for what it was opened for, in a dwelling for which that is, and is led."""
    if described.purpose != was.purpose:
        yield Hindrance("other_purpose", described.purpose)
    if live.tenure not in described.tenures:
        yield Hindrance("other_tenure", live.tenure)
    leaders = live.players(described.lead)
    if not leaders:
        yield Hindrance("no_lead", described.lead)
    elif described.lead != was.lead and len(leaders) > 1:
        yield Hindrance("several_leads", described.lead)


def _of_the_stage(
    live: Live, left: tuple[Agreement, Intervention], new: Agreement, to: Place
) -> Iterator[Hindrance]:
    (former, was), described = left, new.interventions[to[0]]
    migration = migration_from(former.key, new)
    names = {
        each.key: destination(migration, was.key, each.key)[1]
        for each in was.stages
        if migration is not None
    }
    stage = _entry(described.stages, to[1])
    if stage is None:
        yield Hindrance("no_stage", to[1])
    elif stage.final:
        yield Hindrance("at_the_end", stage.key)
    elif jumps(was, described, live.stage, stage.key, names):
        yield Hindrance("ahead", stage.key)
    elif not any(reach_of(new, to, role) for role in live.roles):
        yield Hindrance("unseen", stage.key)


def _of_the_seats(live: Live, new: Agreement) -> Iterator[Hindrance]:
    for key, party in live.seats:
        role = _entry(new.roles, key)
        if role is None:
            yield Hindrance("no_role", key)
        elif party not in role.parties:
            yield Hindrance("not_a_party", f"{key}: {party}")


def _of_the_consents(live: Live, was: Intervention, described: Intervention) -> Iterator[Hindrance]:
    """
    Who came without a consent stays no longer where the new version asks one: of a role for which
    the former asked none, none could be recorded.
    """
    for role in live.roles & (_after_consent(described) - _after_consent(was)):
        yield Hindrance("no_consent", role)


def _after_consent(intervention: Intervention) -> set[str]:
    return {each.role for each in intervention.invitations if each.after_consent}


def _of_the_content(
    live: Live, was: tuple[Agreement, Intervention], now: tuple[Agreement, Intervention]
) -> Iterator[Hindrance]:
    (former, left), (new, arrived) = was, now
    for key in live.facts:
        if not _same(_entry(left.facts, key), _entry(arrived.facts, key), former, new):
            yield Hindrance("other_fact", key)
    for key in live.registers:
        if not _same_register(left, arrived, former, new, key):
            yield Hindrance("other_register", key)
    for key in live.people:
        one, other = _entry(former.person_roles, key), _entry(new.person_roles, key)
        if one is None or other is None or one.category != other.category:
            yield Hindrance("other_person_role", key)
    for key in live.categories - {each.key for each in new.categories}:
        yield Hindrance("no_category", key)


def _same(one: Fact | None, other: Fact | None, former: Agreement, new: Agreement) -> bool:
    """Would what was written as the one be read, by the same people, as the other?"""
    if one is None or other is None or (one.kind, one.category) != (other.kind, other.category):
        return False
    return one.kind != "choice" or _codes(one, former) <= _codes(other, new)


def _same_register(
    left: Intervention, arrived: Intervention, former: Agreement, new: Agreement, key: str
) -> bool:
    one, other = _entry(left.registers, key), _entry(arrived.registers, key)
    if one is None or other is None or one.category != other.category:
        return False
    return all(
        _same(column, _entry(other.columns, column.key), former, new) for column in one.columns
    )


def _codes(fact: Fact, agreement: Agreement) -> set[str]:
    return set(agreement.code_list(fact.options).codes)


def _entry(entries: Iterable[K], key: str) -> K | None:
    return next((each for each in entries if each.key == key), None)
