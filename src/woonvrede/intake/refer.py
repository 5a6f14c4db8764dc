# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Deciding that a report belongs outside the agreement, and referring somebody there (§3.6)."""

from collections.abc import Mapping
from datetime import datetime

from django.core.exceptions import ObjectDoesNotExist
from django.utils.timezone import localdate

from ..access.actor import Actor
from ..access.books import book
from ..access.door import note_report, reports_known_to
from ..casework.referring import referral
from ..casework.story.timeline import record
from ..records.person import Person
from ..records.report import Report
from .deciding import OUTSIDE, is_ours, settle
from .judges import categories_for


def refer(
    reference: str,
    target: str,
    *,
    actor: Actor,
    at: datetime,
    version: int,
    given: Mapping[str, str],
) -> Report:
    """
    End a report by referring outside, with only what the agreement lets go along; return it.

    :raises ObjectDoesNotExist: if the actor may not know of the report, or there is no such target
    :raises Conflict: if somebody changed the report since version ``version``
    :raises Refused: if the report is another party's to judge or is decided, or something was
        chosen that may not go along
    :raises Invalid: if nothing was chosen where something may, or nobody agreed where that is asked
    """
    report = reports_known_to(actor).select_for_update(of=("self",)).get(reference=reference)
    agreement = book(report.agreement)
    seen = categories_for(actor, report, agreement)
    note_report(actor, report, "refer", ["report", "dwelling"])
    to = next((each for each in agreement.referral_targets if each.key == target), None)
    if to is None:
        raise ObjectDoesNotExist
    is_ours(report, actor, version)
    people = Person.objects.filter(report=report, category__in=seen).order_by("pk")
    told = referral(
        agreement,
        to,
        given,
        sees=seen.__contains__,
        people=list(people),
        day=localdate(at),
    )
    settle(report, OUTSIDE, actor=actor, at=at)
    record(told, report=report, actor=actor, at=at, category="report")
    return report
