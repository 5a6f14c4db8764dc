# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the form of a step asks."""

from collections.abc import Iterator, Set
from dataclasses import replace

from ....agreement.book import Move
from ....agreement.values import parse, show
from ....agreement.vocabulary import JUDGED_BY, NEEDS_EACH
from ...fields import is_today
from ...steps.colleagues import colleagues
from ...steps.guards import holds
from ..facts import as_field
from ..parts import Field
from ..steps import as_seen
from ..view import View
from .referring import referral_fields


def step_fields(view: View, move: Move) -> tuple[Field, ...]:
    """Return what the form of a move asks; who sees it is told for the stage it leads to."""
    to, facts = move.to or "", (*move.requires, *move.offers)
    may = set(move.offers).difference(_demanded(view, move))
    fields = [
        as_field(view, fact, required=fact.key not in may, stage=to)
        for fact in view.intervention.asked(move)
    ]
    if move.records:
        days = {fact.key for fact in view.intervention.asked(move) if is_today(fact, facts)}
        fields = [_of_a_new_row(view, field, days) for field in fields]
    if move.effect == "refer":
        target = view.agreement.referral_target(move.refers)
        fields += referral_fields(view.agreement, target, sees=view.sees, people=view.people)
    if move.effect == "assign":
        fields.append(_colleague(view, move))
    return tuple(fields)


def settled(view: View, move: Move) -> tuple[str, ...]:
    """Return what a step records by itself, as far as this actor sees it."""
    told = []
    for key, answer in move.settles.items():
        fact, agreement = view.intervention.fact(key), view.agreement
        if view.sees(fact.category):
            words = show(fact, parse(fact, answer, agreement), agreement)
            told.append(f"Dan staat vast: {fact.label} {words}.")
    return tuple(told)


def _of_a_new_row(view: View, field: Field, days: Set[str]) -> Field:
    """Return what stands in a field of a new row: its day is mostly today, and a text is new."""
    if field.key in days:
        return replace(field, value=view.today.isoformat())
    return replace(field, value="", shown="") if field.kind == "text" else field


def _demanded(view: View, move: Move) -> Iterator[str]:
    """Give what a move only offers, but without which a condition of it does not hold here."""
    situation = as_seen(view)
    for name in move.needs:
        offered = [key for key in move.offers if key in JUDGED_BY.get(name, {name})]
        if holds(name, situation):
            continue
        if len(offered) > 1 and name not in NEEDS_EACH:  # any may be the one
            continue
        fact = view.intervention.fact
        yield from (key for key in offered if view.place.sees_all_of(fact(key).category))


def _colleague(view: View, move: Move) -> Field:
    assert move.role is not None
    found = colleagues(move.role, view.case, view.actor, view.at)
    now = next((seat.account for seat in view.current if seat.role == move.role), None)
    return Field(
        key="colleague",
        label=view.label("roles", move.role),
        kind="choice",
        required=True,
        value=str(now.pk) if now else "",
        shown=now.name if now else "",
        choices=tuple((str(each.account_id), each.account.name) for each in found),
    )
