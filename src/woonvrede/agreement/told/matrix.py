# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may see and write what: per kind of data and role, with the stages by their letters."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..book import Agreement, Grant, Intervention
from ..places import in_order
from ..vocabulary import SEATING
from .conditions import ONLY
from .scope import Scope

SHORT = {"": "", "own": " (alleen eigen)", "recipient": " (alleen als ontvanger)"}


@dataclass(frozen=True)
class Cell:
    """What one role may with one kind of data; without lines: nothing, ever."""

    role: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Row:
    """One kind of data, with a cell for every role of the matrix."""

    category: str
    explains: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Column:
    """One role, and on what ``condition`` it is in a case at all; empty from the start on."""

    role: str
    condition: str


@dataclass(frozen=True)
class Matrix:
    """The rights of an intervention; roles that have none stand not in it."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Right:
    """One right as a line of its own: what a role may with a kind of data, when and why."""

    intervention: str
    role: str
    category: str
    may: str
    stages: str
    only: str
    purpose: str
    ground: str
    source: str
    assumed: bool


def matrix(intervention: Intervention, scope: Scope) -> Matrix:
    """Return who may see and write what, in the order of the agreement's roles and categories."""
    agreement = scope.agreement
    given = {grant.role for grant in intervention.grants}
    roles = [role for role in agreement.roles if role.key in given]
    seen = {key for grant in intervention.grants for key in (*grant.see, *grant.write)}
    return Matrix(
        columns=tuple(
            Column(role.label, _condition(role.key, intervention, scope)) for role in roles
        ),
        rows=tuple(
            Row(
                category.label,
                category.explains,
                tuple(
                    Cell(role.label, tuple(_cell(role.key, category.key, intervention, scope)))
                    for role in roles
                ),
            )
            for category in agreement.categories
            if category.key in seen
        ),
    )


def rights(agreement: Agreement, *, role: str = "", intervention: str = "") -> tuple[Right, ...]:
    """Return every right, or those of one role, or of one intervention."""
    return tuple(
        right
        for each in in_order(agreement)
        if intervention in ("", each.key)
        for grant in each.grants
        if role in ("", grant.role)
        for right in _rights(grant, each, Scope(agreement, each))
    )


def _condition(role: str, intervention: Intervention, scope: Scope) -> str:
    """Return by which ways a role comes into a case that did not begin with it."""
    if role in (intervention.lead, *intervention.opens_with):
        return ""
    steps = [
        f"{number}"
        for number, each in enumerate(intervention.moves, start=1)
        if each.role == role and each.effect in SEATING
    ]
    invited = [each for each in intervention.invitations if each.role == role]
    ways = [f"na stap {' of '.join(steps)}"] if steps else []
    if invited:
        consent = all(each.after_consent for each in invited)
        only = scope.conditions(dict.fromkeys(name for each in invited for name in each.when))
        way = "pas na instemming, op uitnodiging" if consent else "op uitnodiging"
        ways.append(f"{way} bij {only}" if only else way)
    if any(each.asks == role for each in intervention.carries):
        ways.append("bij de vraag om een vervolg")
    return ", of ".join(ways)


def _cell(role: str, category: str, intervention: Intervention, scope: Scope) -> Iterator[str]:
    grants = [grant for grant in intervention.grants if grant.role == role]
    for only, words in SHORT.items():
        sees = _stages([g for g in grants if g.only == only and category in g.see], scope)
        writes = _stages([g for g in grants if g.only == only and category in g.write], scope)
        if sees:
            yield f"ziet {sees}{words}"
        if writes:
            yield f"schrijft {writes}{words}"


def _stages(grants: list[Grant], scope: Scope) -> str:
    return scope.letters(stage for grant in grants for stage in grant.stages)


def _rights(grant: Grant, intervention: Intervention, scope: Scope) -> Iterator[Right]:
    for category in scope.agreement.categories:
        verbs = [
            word
            for word, keys in (("ziet", grant.see), ("schrijft", grant.write))
            if category.key in keys
        ]
        if verbs:
            yield Right(
                intervention=intervention.label,
                role=scope.label("roles", grant.role),
                category=category.label,
                may=" en ".join(verbs),
                stages=scope.stages(grant.stages),
                only=ONLY.get(grant.only, grant.only),
                purpose=scope.label("purposes", grant.purpose),
                ground=scope.label("grounds", grant.ground),
                source=grant.source,
                assumed=grant.assumed,
            )
