# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether a role can come into a case as it is now, by what was recorded (§3.4)."""

from datetime import datetime

from ..records.case import Case
from .steps.guards import meet
from .steps.situation import situation_of


def refuse_where_it_does_not_fit(case: Case, role: str, at: datetime) -> None:
    """
    Go on only when every condition holds that the agreement sets on inviting into this role.

    :raises Refused: with the sentence of the first that does not, and the section
    """
    situation = situation_of(case, at)
    for invitation in situation.intervention.invitations:
        if invitation.role == role:
            meet(invitation.when, situation, invitation.source)
