# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may do more, and who less, in a case that comes under a later version of its agreement."""

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from ..book import Agreement, Grant, Role
from ..vocabulary import PROCESS

Place = tuple[str, str]


@dataclass(frozen=True, order=True)
class Reach:
    """Something (``verb`` and ``thing``) that a role may in one of the functions that play it."""

    role: str
    function: str
    verb: str
    thing: str
    only: str = ""


@dataclass(frozen=True)
class Difference:
    """What may be done after a move and not before it, and the other way round."""

    gained: tuple[Reach, ...]
    lost: tuple[Reach, ...]


def difference(
    former: Agreement, was: Place, new: Agreement, now: Place, *, roles: Iterable[str]
) -> Difference:
    """
    Return what these roles gain and lose when a case goes from one intervention and stage of the
    former version to one of the new.

    All of something holds its own part of it: a role that saw all and sees its own only loses.
    """
    before, after = set(), set()
    for role in roles:
        before |= reach_of(former, was, role)
        after |= reach_of(new, now, role)
    return Difference(_beyond(after, before), _beyond(before, after))


def sees_no_more(one: tuple[Agreement, str], other: tuple[Agreement, str], *, of: Set[str]) -> bool:
    """
    Is nobody shown more of these categories in an intervention of one version, in any stage, than
    the other version shows them in its own?
    """
    return not _beyond(_seen(*one, of), _seen(*other, of))


def reach_of(agreement: Agreement, place: Place, key: str) -> set[Reach]:
    """Return all that a role may in a stage: nothing, if it may not know that there is a case."""
    role = next((each for each in agreement.roles if each.key == key), None)
    if role is None or place[0] not in agreement.interventions:
        return set()
    found = set(_reach(agreement, place, role))
    knows = any((each.verb, each.thing) == ("see", PROCESS) for each in found)
    return found if knows else set()


def _seen(agreement: Agreement, intervention: str, categories: Set[str]) -> set[Reach]:
    return {
        each
        for stage in agreement.interventions[intervention].stages
        for role in agreement.roles
        for each in reach_of(agreement, (intervention, stage.key), role.key)
        if each.verb == "see" and each.thing in categories
    }


def _reach(agreement: Agreement, place: Place, role: Role) -> Iterator[Reach]:
    intervention, stage = agreement.interventions[place[0]], place[1]
    for function in role.functions:
        for grant in intervention.grants:
            if grant.role == role.key and stage in grant.stages:
                yield from _of_a_grant(grant, function)
        for move in intervention.moves:
            if role.key in move.by and stage in move.origin:
                yield Reach(role.key, function, "move", move.key)
        for invitation in intervention.invitations:
            if role.key in invitation.by and stage in invitation.stages:
                yield Reach(role.key, function, "invite", invitation.role)


def _of_a_grant(grant: Grant, function: str) -> Iterator[Reach]:
    yield from (Reach(grant.role, function, "see", thing, grant.only) for thing in grant.see)
    yield from (Reach(grant.role, function, "write", thing, grant.only) for thing in grant.write)


def _beyond(these: Set[Reach], those: Set[Reach]) -> tuple[Reach, ...]:
    """Return which of these lie outside those."""
    return tuple(
        sorted(
            each
            for each in these - those
            if Reach(each.role, each.function, each.verb, each.thing) not in those
        )
    )
