# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Keeping a person out of a case: own address, family, conflict of interest."""

from datetime import datetime

from ...access.actor import Actor
from ...access.books import book
from ...access.door import enter_to_change
from ...access.refusals import Invalid, Refused
from ...records.account import Account
from ...records.case import Case, Exclusion
from ..story.happenings import Excluded
from ..story.timeline import record

REASONS = {
    "own_address": "Woont er zelf of in de buurt",
    "family": "Familie of vriend",
    "conflict_of_interest": "Ander belang",
}


def exclude(reference: str, account: int, reason: str, *, actor: Actor, at: datetime) -> Case:
    """
    Keep a colleague, or oneself, out of a case from now on; it beats every right.

    Who leads the case may exclude anybody; everybody may step aside.

    :raises ObjectDoesNotExist: if the actor may not know of the case
    :raises Refused: if it is somebody else and the actor does not lead
    :raises Invalid: if the reason or the person is not one of the list
    """
    place = enter_to_change(actor, reference, at=at, action="exclude")
    case = place.case
    leading = book(case.agreement).interventions[case.intervention].lead in place.roles
    if not leading and account != actor.account:
        raise Refused("Alleen wie de regie heeft, kan een ander buiten de casus plaatsen.")
    if reason not in REASONS or not Account.objects.filter(pk=account).exists():
        raise Invalid({"reason": "Kies een persoon en een reden uit de lijst."})
    record(Excluded(reason=reason), case=case, actor=actor, at=at)
    Exclusion.objects.get_or_create(
        case=case, account_id=account, defaults={"reason": reason, "since": at}
    )
    return case
