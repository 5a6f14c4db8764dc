# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
By what a list of cases can be filtered: codes of the agreement, and never by what its reader may
not see, for what is left would tell it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta

from django.db.models import Exists, OuterRef, Q
from django.utils.timezone import localdate

from ...access.actor import Actor, current_at
from ...access.books import in_force
from ...access.given import SEE
from ...access.rights import may
from ...agreement.book import Agreement, Intervention
from ...records.case import Involvement

Choices = tuple[tuple[str, str], ...]
WEEK = timedelta(days=6)
ALL = "Alle"
# What a filter that offers nothing yet waits for.
FIRST = {"stage": "Kies eerst een aanpak"}
DWELLING, OUTCOME = "dwelling", "outcome"
# What a filter tells of each case that it leaves in; the others tell of its course alone.
TELLS = {"district": DWELLING, "outcome": OUTCOME}
TERMS = {"te-laat": "Te laat", "deze-week": "Deze week", "later": "Later", "geen": "Geen termijn"}
NEWEST, OLDEST, QUIET = "nieuwste", "oudste", "stilste"
ORDERS = {NEWEST: "Nieuwste eerst", OLDEST: "Oudste eerst", QUIET: "Langst stil eerst"}


@dataclass(frozen=True)
class Wanted:
    """
    Which cases somebody wants to see: codes of the agreement, those in their charge alone, in
    which order (``sort``), and after which line.
    """

    intervention: str = ""
    stage: str = ""
    district: str = ""
    role: str = ""
    term: str = ""
    outcome: str = ""
    lead: str = ""
    party: str = ""
    sort: str = ""
    in_charge: bool = False
    closed: bool = False
    after: str = ""


@dataclass(frozen=True)
class Filter:
    """One filter: what can be chosen, what is, and what it is called when nothing is."""

    key: str
    label: str
    chosen: str
    choices: Choices
    none: str = ALL

    @property
    def words(self) -> str:
        """What is chosen, in words."""
        return f"{self.label}: {dict(self.choices).get(self.chosen, self.none)}"


def offer(wanted: Wanted, actor: Actor, agreement: Agreement) -> tuple[Filter, ...]:
    """Return every filter; what it does not offer to this actor is not chosen."""
    given = {each.name: getattr(wanted, each.name) for each in fields(wanted)}
    none = {"sort": "Nieuwste eerst" if wanted.closed else "Eerste termijn eerst"}
    return tuple(
        Filter(
            key,
            label,
            given[key] if given[key] in offered else "",
            tuple(offered.items()),
            none.get(key, ALL) if offered else FIRST.get(key, ALL),
        )
        for key, label, offered in _offered(wanted, actor, agreement)
    )


def asked_of(wanted: Wanted, *, actor: Actor, at: datetime) -> tuple[Filter, ...]:
    """Return every filter as this actor chose it, without looking at any case."""
    return offer(wanted, actor, in_force(localdate(at), actor.party_key))


def in_words(wanted: Wanted, filters: Iterable[Filter]) -> tuple[str, ...]:
    """Return in words which cases are wanted, and in which order."""
    kind = "Afgesloten casussen" if wanted.closed else "Lopende casussen"
    ours = ("Alleen in eigen regie of aan u toegewezen",) if wanted.in_charge else ()
    return (kind, *ours, *(each.words for each in filters if each.chosen))


def chosen_in(filters: Iterable[Filter]) -> dict[str, str]:
    """Return what was chosen of the filters, the order left out: that leaves no case away."""
    return {each.key: each.chosen for each in filters if each.chosen and each.key != "sort"}


def matching(chosen: Mapping[str, str], actor: Actor, at: datetime) -> Q:
    """Select the actor's involvements in cases that answer to what was chosen."""
    found = Q()
    for key, value in chosen.items():
        found &= _as_said(key, value, at)
        if key in TELLS:
            found &= may(actor, SEE, TELLS[key], at)
    return found


def played_by(actor: Actor, agreement: Agreement) -> list[str]:
    """Return the roles that this actor plays under an agreement."""
    return [
        role.key
        for role in agreement.roles
        if actor.party_key in role.parties and actor.functions.intersection(role.functions)
    ]


def worked_on(actor: Actor, agreement: Agreement) -> list[Intervention]:
    """Return the interventions in which such a role has rights, and on which the actor works."""
    played = played_by(actor, agreement)
    return [
        each
        for each in agreement.interventions.values()
        if any(grant.role in played for grant in each.grants)
        and (not actor.interventions or each.key in actor.interventions)
    ]


def _as_said(key: str, value: str, at: datetime) -> Q:
    if key == "term":
        return _in_term(value, localdate(at))
    if key == "lead":
        return Q(lead__key=value)
    if key == "party":
        seats = Involvement.objects.filter(current_at(at), party__key=value, case=OuterRef("case"))
        return Q(Exists(seats))
    return Q(**{key: value})


def _in_term(value: str, today: date) -> Q:
    return {
        "te-laat": Q(due__lt=today),
        "deze-week": Q(due__gte=today, due__lte=today + WEEK),
        "later": Q(due__gt=today + WEEK),
        "geen": Q(due=None),
    }[value]


def _offered(
    wanted: Wanted, actor: Actor, agreement: Agreement
) -> Iterable[tuple[str, str, Mapping[str, str]]]:
    """Give of each filter its key, what it is called, and what it offers."""
    played, mine = played_by(actor, agreement), worked_on(actor, agreement)
    chosen = [each for each in mine if each.key == wanted.intervention]
    districts = agreement.labels["districts"].items()
    yield "intervention", "Aanpak", {each.key: each.label for each in mine}
    stages = [stage for each in chosen for stage in each.stages if stage.final == wanted.closed]
    yield "stage", "Fase", {stage.key: stage.label for stage in stages}
    yield (
        "district",
        "Wijk",
        {key: name for key, name in districts if not actor.districts or key in actor.districts},
    )
    yield "role", "Uw rol", {key: agreement.role(key).label for key in played}
    if wanted.closed:
        yield "outcome", "Afloop", _outcomes(chosen or mine, played)
    else:
        yield "term", "Eerste termijn", TERMS
    yield "lead", "Regie bij", _circles((each.lead for each in mine), agreement)
    yield (
        "party",
        "Partij die meedoet",
        _circles((grant.role for each in mine for grant in each.grants), agreement),
    )
    yield "sort", "Volgorde", {OLDEST: ORDERS[OLDEST]} if wanted.closed else ORDERS


def _outcomes(interventions: Sequence[Intervention], played: Sequence[str]) -> dict[str, str]:
    """Return the outcomes of those interventions in which one of these roles may see them."""
    return {
        outcome.key: outcome.label
        for each in interventions
        if any(grant.role in played and OUTCOME in grant.see for grant in each.grants)
        for outcome in each.outcomes
    }


def _circles(roles: Iterable[str], agreement: Agreement) -> dict[str, str]:
    """Return the circles that play these roles, by name."""
    labels = agreement.labels["circles"]
    keys = {party for role in set(roles) for party in agreement.role(role).parties}
    return {key: labels[key] for key in sorted(keys, key=lambda each: labels[each].lower())}
