# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an agreement gives, multiplied out: in this stage, this role may do this with that."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import product

from ..agreement.book import Intervention
from .books import book

SEE, WRITE, MOVE, INVITE, OPEN = "see", "write", "move", "invite", "open"
LETTER = "letter"


@dataclass(frozen=True)
class Given:
    """One right as the agreement gives it."""

    intervention: str
    stage: str
    role: str
    verb: str
    thing: str
    only: str
    because: str
    purpose: str = ""
    ground: str = ""


def given(intervention: Intervention) -> Iterable[Given]:
    """Multiply out everything that one intervention gives."""
    key = intervention.key
    for grant in intervention.grants:
        for stage in grant.stages:
            place = (key, stage, grant.role)
            why = (grant.only, grant.source, grant.purpose, grant.ground)
            yield from (Given(*place, SEE, thing, *why) for thing in grant.see)
            yield from (Given(*place, WRITE, thing, *why) for thing in grant.write)
    for move in intervention.moves:
        for stage, role in product(move.origin, move.by):
            yield Given(key, stage, role, MOVE, move.key, "", move.source)
            if move.opens:
                yield Given(key, stage, role, OPEN, move.opens, "", move.source)
    yield from _asking(intervention)


def _asking(intervention: Intervention) -> Iterable[Given]:
    """Multiply out who may write to people outside, and bring parties in."""
    key = intervention.key
    for letter in intervention.letters:
        for stage, role in product(letter.stages, letter.by):
            yield Given(key, stage, role, LETTER, letter.key, "", letter.source)
    for invited in intervention.invitations:
        for stage, role in product(invited.stages, invited.by):
            yield Given(key, stage, role, INVITE, invited.role, "", invited.source)


@cache
def rights(agreement: str, intervention: str) -> dict[tuple[str, str], tuple[Given, ...]]:
    """Return the rights of one intervention, by stage and role."""
    found: dict[tuple[str, str], list[Given]] = {}
    for right in given(book(agreement).interventions[intervention]):
        found.setdefault((right.stage, right.role), []).append(right)
    return {place: tuple(rows) for place, rows in found.items()}
