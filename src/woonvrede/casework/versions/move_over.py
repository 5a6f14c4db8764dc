# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bringing one running case under a later version of its agreement: whole, or not at all."""

from collections.abc import Sequence
from datetime import datetime

from ...access.refusals import Refused
from ...agreement.book import Agreement
from ...agreement.moving.hindrances import Hindrance
from ...records.case import Case
from ...records.party import Party
from ..story.happenings import LedBy, MovedToAgreement
from ..story.timeline import record
from ..terms.next_version import follow_agreement
from .plan import MOVES, plan

MOVED = ("agreement", "intervention", "stage", "stage_since", "lead", "version")


class Stays(Refused):
    """The case has no place in the new version; ``hindrances`` say why."""

    def __init__(self, hindrances: Sequence[Hindrance]) -> None:
        super().__init__("Deze casus past niet in de nieuwe versie van de overeenkomst.")
        self.hindrances = tuple(hindrances)


def move_over(case: int, *, former: Agreement, new: Agreement, at: datetime) -> bool:
    """
    Bring a running case under the new version, and say whether it still had to be; again is
    harmless.

    From then on its rights, steps, terms and figures are those of the new version, and it is led by
    who plays the role that leads there.  What was written stays as it is, and so does who takes
    part.

    :raises Stays: if it has no place there
    """
    found = Case.objects.select_for_update().get(pk=case)
    # Judged again: somebody may have written in it, or closed it, since the plan was made.
    planned = next(iter(plan(former, new, case=case)), None)
    if planned is None:
        return False
    if planned.stays:
        raise Stays(planned.hindrances)
    was = (found.intervention, found.stage)
    found.agreement, (found.intervention, found.stage) = new.key, planned.to
    found.version += 1
    if was != planned.to:
        found.stage_since = at
    if planned.leads:
        found.lead = Party.objects.get(key=planned.leads)
    found.save(update_fields=MOVED)
    follow_agreement(found, former.key, was=was, at=at)
    happened = MovedToAgreement(
        former=former.label,
        to=new.label,
        origin=former.interventions[was[0]].stage(was[1]).label,
        stage=new.interventions[found.intervention].stage(found.stage).label,
        agreement_key=new.key,
        intervention_key=found.intervention,
        stage_key=found.stage,
    )
    record(happened, case=found, actor=None, at=at, system=MOVES)
    if planned.leads:
        record(LedBy(party=found.lead.label), case=found, actor=None, at=at, system=MOVES)
    return True
