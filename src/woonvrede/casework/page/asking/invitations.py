# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whom this person may invite, whether that fits the case, and who had to agree to it first."""

from ....access.given import INVITE
from ....agreement.book import Intervention
from ....agreement.proof.bound import may_take_part
from ...steps.conditions import GUARDS
from ..parts import Invitation
from ..sight import sight
from ..steps import obstacle
from ..view import View


def judging(described: Intervention) -> set[str]:
    """Return the categories of what it hangs on whether somebody can be invited."""
    names = {name for each in described.invitations for name in each.when}
    keys = names.union(*(GUARDS[name].by for name in names if name in GUARDS))
    return {fact.category for fact in described.facts if fact.key in keys}


def invitations(view: View) -> tuple[Invitation, ...]:
    """Return the roles into which this actor may invite, with the parties that may play them."""
    present = {(seat.role, seat.party.key) for seat in view.current}
    found = []
    for role in sorted(view.place.things(INVITE)):
        agreed = view.agreement.role(role)
        parties = tuple(
            (key, view.label("circles", key))
            for key in agreed.parties
            if (role, key) not in present
            and may_take_part(view.agreement, view.intervention.key, key, view.today)
        )
        entries = [each for each in view.intervention.invitations if each.role == role]
        refused = obstacle(view, (name for each in entries for name in each.when))
        if parties or consent(view, role) is not None:
            found.append(
                Invitation(
                    role,
                    agreed.label,
                    agreed.source,
                    () if refused else parties,
                    tuple(sight(view, role, view.case.stage).values()),
                    consent(view, role),
                    refused,
                )
            )
    return tuple(found)


def consent(view: View, role: str) -> bool | None:
    """Say whether a consent stands for a role; None where the agreement asks for none."""
    asked = any(each.role == role and each.after_consent for each in view.intervention.invitations)
    standing = [row for row in view.around["consent"] if row["withdrawn_on"] is None]
    return any(row["role"] == role for row in standing) if asked else None
