# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Opening a case: the shared step of deciding a route and of handing over."""

from datetime import datetime

from ...access.actor import Actor
from ...access.books import book
from ...access.refusals import Refused
from ...records.case import Case
from ...records.party import Party
from ...records.report import Report
from ..references import with_reference
from ..seats import involve
from ..story.happenings import Opened
from ..story.timeline import record
from ..terms.deadlines import follow_stage


def open_case(
    origin: Report | Case,
    intervention: str,
    *,
    actor: Actor,
    at: datetime,
    carried: tuple[str, ...] = (),
) -> Case:
    """
    Open a case that the actor's circle leads, under the agreement and at the address of the report
    or the former case that it comes from; ``carried`` are the facts that will come along.

    :raises Refused: if the actor's circle cannot lead this intervention
    """
    agreed = book(origin.agreement)
    described = agreed.interventions[intervention]
    lead = agreed.role(described.lead)
    if actor.party_key not in lead.parties:
        raise Refused(f"Uw organisatie kan deze casus niet leiden ({described.source}).")
    case = with_reference(
        lambda reference: Case.objects.create(
            reference=reference,
            agreement=origin.agreement,
            intervention=intervention,
            stage=described.start,
            stage_since=at,
            dwelling_id=origin.dwelling_id,
            address=origin.address,
            place=origin.place,
            district=origin.district,
            lead_id=actor.party,
            opened_at=at,
            party_ids=[actor.party],
        ),
        at,
    )
    involve(case, described.lead, Party.objects.get(pk=actor.party), actor=actor, at=at)
    words = Opened(described.label, key=intervention, stage=described.start, carried=carried)
    record(words, case=case, actor=actor, at=at)
    follow_stage(case, at)
    return case
