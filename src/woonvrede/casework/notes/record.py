# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Recording facts."""

from collections.abc import Mapping
from datetime import datetime

from django.utils.timezone import localdate

from ...access.actor import Actor
from ...access.books import intervention
from ...access.door import enter_to_change
from ...access.given import WRITE
from ...access.refusals import Invalid, Refused
from ...records.case import Case
from ..beside import not_contradicted
from ..fields import emptied, read_in_case
from ..fitting import fits
from ..in_order import in_order
from ..terms.deadlines import follow_facts
from ..terms.keeping import follow_keeping
from ..writing import not_closed, permitted, same_version, standing_facts, write_facts


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

    What is not given stays as it was, what is given empty is taken away; but not what a step on
    the way to this stage required.

    :raises ObjectDoesNotExist: if the actor may not know of the case
    :raises Refused: if the actor may not write this here, nothing is asked, or it is closed
    :raises Conflict: if somebody changed the case since version ``version``
    :raises Invalid: if a value cannot be read or is not so, nothing was filled in, or what must
        stay was emptied
    """
    place = enter_to_change(actor, reference, at=at, action=f"record:{category}"[:60])
    permitted(place, WRITE, category)
    case = place.case
    not_closed(case, category)
    same_version(case, version)
    described = intervention(case.agreement, case.intervention)
    asked = {
        fact.key: fact
        for fact in described.facts
        if fact.category == category
        and case.stage in fact.stages
        and fact.key not in described.kept_by_steps
    }
    if not asked:
        raise Refused("In deze fase wordt hier niets gevraagd.")
    empty = emptied(asked.values(), given)
    needed = _required_before(case).intersection(standing_facts(case, empty))
    values = read_in_case(place, asked.values(), given, needed=needed, day=localdate(at))
    not_contradicted(place, values, at)
    in_order(place, asked.values(), empty | values)
    fits(case, asked.values(), empty | values, at)
    changed = write_facts(case, asked, empty | values, actor=actor, at=at)
    if not (changed or values):
        raise Invalid({next(iter(asked)): "Vul ten minste één antwoord in."})
    follow_facts(case, at)
    follow_keeping(case, at)
    return case


def _required_before(case: Case) -> set[str]:
    """Return the facts that steps from other stages than this required."""
    moves = intervention(case.agreement, case.intervention).moves
    return {key for move in moves if case.stage not in move.origin for key in move.requires}
