# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Recording facts."""

from collections.abc import Mapping
from datetime import datetime

from ...access.actor import Actor
from ...access.books import book
from ...access.door import enter_to_change
from ...access.given import WRITE
from ...access.refusals import Invalid, Refused
from ...records.case import Case
from ..fields import read_in_case
from ..writing import not_closed, permitted, same_version, write_facts


def record_facts(
    reference: str,
    category: str,
    *,
    actor: Actor,
    at: datetime,
    version: int,
    given: Mapping[str, str],
) -> Case:
    """
    Record facts of one category that the agreement asks for in this stage.

    :raises ObjectDoesNotExist: if the actor may not know of the case
    :raises Refused: if the actor may not write this here, nothing is asked, or it is closed
    :raises Conflict: if somebody changed the case since version ``version``
    :raises Invalid: if a value cannot be read, or nothing was filled in
    """
    place = enter_to_change(actor, reference, at=at, action=f"record:{category}"[:60])
    permitted(place, WRITE, category)
    case = place.case
    not_closed(case)
    same_version(case, version)
    agreement = book(case.agreement)
    asked = {
        fact.key: fact
        for fact in agreement.interventions[case.intervention].facts
        if fact.category == category and case.stage in fact.stages
    }
    if not asked:
        raise Refused("In deze fase wordt hier niets gevraagd.")
    values = read_in_case(place, asked.values(), given, needed=())
    if not values:
        raise Invalid({next(iter(asked)): "Vul ten minste één antwoord in."})
    write_facts(case, asked, values, actor=actor, at=at)
    return case
