# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Of whom somebody gets cases, for whoever has none yet."""

from collections.abc import Iterator

from ...access.actor import Actor
from ...agreement.book import Agreement, Role
from .filters import played_by


def givers(actor: Actor, agreement: Agreement) -> tuple[str, ...]:
    """Return who assigns this actor, asks them or invites them, in words after *van*."""
    found = (agreement.role(key) for key in _giving(actor, agreement))
    return tuple(dict.fromkeys(_words(role, agreement) for role in found))


def _giving(actor: Actor, agreement: Agreement) -> Iterator[str]:
    """Give the roles that can give a role which this actor plays, and does not have by itself."""
    mine = played_by(actor, agreement)
    for each in agreement.interventions.values():
        for step in each.moves:
            if step.role in mine:
                yield from step.by
        for invitation in each.invitations:
            if invitation.role in mine:
                yield from invitation.by


def _words(role: Role, agreement: Agreement) -> str:
    functions = " of ".join(agreement.labels["functions"][key].lower() for key in role.functions)
    if len(role.parties) > 1:
        return f"de {functions}"
    return f"de {functions} van {agreement.labels['circles'][role.parties[0]]}"
